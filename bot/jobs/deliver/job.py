"""The job: looks for what is due, round by round, and has it sent."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from secrets import token_hex
from typing import Final

from msgspec.structs import replace

from bot.conversation import Address
from bot.errors import StoreError, UnauthorizedError
from bot.jobs.deliver.agenda import Agenda
from bot.jobs.deliver.alarm import Alarm, nobody
from bot.jobs.deliver.ledger import Boxes, Ledger
from bot.jobs.deliver.line import Line
from bot.jobs.deliver.round import Round
from bot.jobs.deliver.sending import Letters, Sending
from bot.jobs.deliver.tempo import Pace, Tempo
from bot.ports import Clock, Due, Sender

BATCH: Final = 500  # found at once, so that looking costs little beside sending
_USUAL: Final = Tempo()
log = logging.getLogger(__name__)


class Deliver:
    """The job.

    Args:
        boxes: where deliveries are kept.
        sender: sends a message.
        clock: decides what is due.
        letter: makes the messages of a delivery.
        channel: whose people are served.
        only: restricts it to one person.
        tempo: how fast.
        alarm: is told how many deliveries were parked since it was last told.
        name: of this run; no other may have the same.
        monotonic: decides how long to wait, in seconds.
    """

    def __init__(  # noqa: PLR0913 - each has its name
        self,
        boxes: Boxes,
        sender: Sender,
        clock: Clock,
        letter: Letters,
        *,
        channel: str,
        only: Address | None = None,
        tempo: Tempo = _USUAL,
        alarm: Alarm = nobody,
        name: str | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._deliveries, self._clock, self._alarm = boxes.deliveries, clock, alarm
        self._channel, self._only, self._tempo = channel, only, tempo
        self._name, self._claims = name or token_hex(8), 0
        self._round = Round()
        self._agenda = Agenda(monotonic)
        self._line = Line(tempo.at_once, monotonic)
        self._looking = asyncio.Lock()
        self._sending = Sending(
            sender,
            letter,
            self._claim,
            ledger=Ledger(boxes, clock, self._round),
            agenda=self._agenda,
            pace=Pace(tempo.a_second, monotonic),
            line=self._line,
            current=self._round,
            monotonic=monotonic,
        )

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver what is due until told to stop; what is in flight then still ends.

        Raises:
            UnauthorizedError: the token is not accepted; nothing has changed.
        """
        self._round.stop = stop
        while not stop.is_set():
            try:
                delivered = await self.once()
            except StoreError as error:
                log.error("%s", error)  # noqa: TRY400 - it explains itself
                delivered = 0
            if not delivered:
                await self._round.rest(self._tempo.every)

    async def once(self) -> int:
        """One round: deliver what is in doubt, then what is due; returns how many were delivered.

        While the server cannot be reached, a round is one message.

        Raises:
            UnauthorizedError: the token is not accepted; nothing has changed.
            StoreError: the store cannot be used; nothing was sent without an intent.
        """
        self._round.begin()
        tries = self._line.is_down
        first = await self._next()
        if first is None:
            return 0
        work = [self._deliver(first)] if tries else [self._work(first), *self._helpers()]
        outcomes = await asyncio.gather(*work, return_exceptions=True)
        await self._tell()
        if errors := [outcome for outcome in outcomes if isinstance(outcome, BaseException)]:
            raise next((error for error in errors if isinstance(error, UnauthorizedError)), errors[0])
        return sum(outcome for outcome in outcomes if isinstance(outcome, int))

    def _helpers(self) -> list[Awaitable[int]]:
        return [self._work() for _ in range(self._tempo.at_once - 1)]

    async def _work(self, due: Due | None = None) -> int:
        """Deliver one after the other, beginning with `due`; returns how many were delivered."""
        delivered = 0
        due = due or await self._next()
        while due is not None:
            delivered += await self._deliver(due)
            due = await self._next()
        return delivered

    async def _deliver(self, due: Due) -> bool:
        try:
            return await self._sending.deliver(due)
        except BaseException:
            self._round.halted = True
            raise
        finally:
            self._agenda.end(due)

    async def _next(self) -> Due | None:
        """What is to be done next; None ends the round."""
        async with self._looking:
            if self._round.done or self._round.is_over or self._line.rests:
                return None
            due = self._agenda.take()
            if due is None:
                await self._look()
                due = self._agenda.take()
                self._round.done = due is None
            return due

    async def _look(self) -> None:
        """Fill the agenda, unless the whole bot has to keep silent."""
        await self._tell()
        now, limit = self._clock.now(), BATCH + self._agenda.put_off
        pause, doubtful, due = await asyncio.gather(
            self._deliveries.pause_until(),
            self._deliveries.in_doubt(self._channel, self._only),
            self._deliveries.due(now, limit, self._channel, self._only),
        )
        if pause is None or now >= pause:
            self._agenda.fill(doubtful, due)

    async def _claim(self, due: Due) -> Due | None:
        """Commit the intent; returns what is ours then, or None where it is not."""
        self._claims += 1
        lease = f"{self._name}.{self._claims}"
        attempt = await self._deliveries.claim(due, self._clock.now(), lease)
        return None if attempt is None else replace(due, attempts=attempt, lease=lease)

    async def _tell(self) -> None:
        """Report what was parked."""
        if number := self._round.parked:
            self._round.parked = 0
            await self._alarm(number)
