"""Delivers the weekly challenges: commit the intent, send, commit the mark, one message at a time.

Nothing is lost: a message whose fate is unknown stays `sending` and is tried again. Copies are bounded: a
crash makes at most one extra copy of each message in flight, and nobody gets more than three; a clean stop
makes none. What is due is decided by the clock, how long to wait by the monotonic one.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import timedelta
from time import monotonic
from typing import Final, ParamSpec, Protocol

from msgspec.structs import replace

from bot.conversation import Address, Reply
from bot.errors import (
    FloodError,
    GoneError,
    MovedError,
    NotSentError,
    RefusedError,
    StoreError,
    UnauthorizedError,
)
from bot.ports import LONGEST_STORE_PAUSE, Clock, Deliveries, DeliveryState, Due, Outbox, Sender

P = ParamSpec("P")
MAX_COPIES: Final = 3
MOST_MOVES: Final = 2  # a chat that moves on and on has a bug in it
BATCH: Final = 100
LONGEST_PAUSE: Final = 60.0
log = logging.getLogger(__name__)


class Boxes(Protocol):
    """The part of the store that is needed here."""

    @property
    def deliveries(self) -> Deliveries:
        """Challenges on their way."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Knows who is gone, and who has moved."""
        ...


class Deliver:
    """The job. `letter` makes the messages of a delivery; `only` restricts it to one person."""

    def __init__(  # noqa: PLR0913 - each has its name
        self,
        boxes: Boxes,
        sender: Sender,
        clock: Clock,
        letter: Callable[[Due], tuple[Reply, ...]],
        *,
        channel: str,
        only: Address | None = None,
        concurrency: int = 8,
        every: float = 5.0,
    ) -> None:
        self._deliveries, self._outbox = boxes.deliveries, boxes.outbox
        self._sender, self._clock, self._letter = sender, clock, letter
        self._channel, self._only = channel, only
        self._concurrency, self._every = concurrency, every
        self._retries: dict[tuple[Address, str], tuple[int, float]] = {}
        self._halted = False
        self._stop = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver what is due until told to stop; what is in flight then still ends.

        Raises:
            UnauthorizedError: the token is not accepted; nothing has changed.
        """
        self._stop = stop
        while not stop.is_set():
            try:
                delivered = await self.once()
            except StoreError as error:
                log.error("%s", error)  # noqa: TRY400 - it explains itself
                delivered = 0
            if not delivered:
                await self._rest(self._every)

    async def once(self) -> int:
        """Deliver what is in doubt, then what is due; returns how many were delivered.

        Raises:
            UnauthorizedError: the token is not accepted; nothing has changed.
            StoreError: the store cannot be used; nothing was sent without an intent.
        """
        pause = await self._deliveries.pause_until()
        if pause is not None and self._clock.now() < pause:
            return 0
        waiting = deque(await self._look())
        self._halted = False
        workers = (self._work(waiting) for _ in range(self._concurrency))
        outcomes = await asyncio.gather(*workers, return_exceptions=True)
        if errors := [outcome for outcome in outcomes if isinstance(outcome, BaseException)]:
            raise next((error for error in errors if isinstance(error, UnauthorizedError)), errors[0])
        return sum(outcome for outcome in outcomes if isinstance(outcome, int))

    async def _look(self) -> list[Due]:
        """One delivery for each person whose turn it is; what is in doubt comes before anything new."""
        doubtful = await self._deliveries.in_doubt(self._channel, self._only)
        limit = BATCH + len(self._retries)
        due = await self._deliveries.due(self._clock.now(), limit, self._channel, self._only)
        found = [*doubtful, *due]
        self._retries = {key: self._retries[key] for one in found if (key := _key(one)) in self._retries}
        first: dict[Address, Due] = {}
        for one in found:
            if self._is_ready(one):
                first.setdefault(one.address, one)
        return list(first.values())

    async def _work(self, waiting: deque[Due]) -> int:
        delivered = 0
        while waiting and not self._halted and not self._stop.is_set():
            try:
                delivered += await self._deliver(waiting.popleft())
            except BaseException:
                self._halted = True
                raise
        return delivered

    async def _deliver(self, due: Due) -> bool:
        """Deliver one; says whether it was."""
        if due.attempts >= MAX_COPIES:
            await self._park(due, "in doubt after as many copies as anybody may get")
            return False
        replies = self._write(due)
        if replies is None:
            self._later(due)
            return False
        attempt = await self._deliveries.claim(due, self._clock.now())
        return attempt is not None and await self._send(replace(due, attempts=attempt), replies)

    def _write(self, due: Due) -> tuple[Reply, ...] | None:
        """The letter, or None where the content is at fault: that must not hold up the others."""
        try:
            return self._letter(due)
        except Exception:
            log.exception("week %s cannot be written", due.week)
            return None

    async def _send(self, due: Due, replies: tuple[Reply, ...], moves: int = 0) -> bool:
        """Send what is claimed, and write down what became of it; says whether it was delivered."""
        parts = 0
        try:
            for reply in replies:
                await self._sender.send(due.address, reply)
                parts += 1
        except MovedError as error:
            if moves == MOST_MOVES:
                await self._park(due, "the chat moves on and on")
                return False
            await self._surely(self._outbox.moved, due.address, error.new_id)
            moved = replace(due, address=Address(due.address.channel, error.new_id))
            return await self._send(moved, replies[parts:], moves + 1)
        except Exception as error:  # noqa: BLE001 - an answer can be broken in more ways than there are classes
            await self._failed(due, error, untouched=parts == 0)
            return False
        await self._mark(due, "sent")
        return True

    async def _failed(self, due: Due, error: Exception, *, untouched: bool) -> None:
        """Write down a failure by its class; `untouched` says that no part of it was delivered before."""
        match error:
            case UnauthorizedError():
                await self._surely(self._deliveries.release, due)
                raise error
            case GoneError():
                await self._mark(due, "dead")
                await self._surely(self._outbox.gone, due.address)
            case RefusedError():
                await self._park(due, f"refused, which is our bug: {error}")
            case FloodError():
                await self._silence(error.seconds)
                await self._again(due, error, counts=not untouched)
            case NotSentError():
                await self._again(due, error, counts=not untouched)
            case _:
                await self._again(due, error, counts=True)

    async def _silence(self, seconds: float) -> None:
        """Begin a pause of the whole bot; it is stored, so that a restart and other processes keep it."""
        self._halted = True
        until = self._clock.now() + timedelta(seconds=seconds)
        await self._surely(self._deliveries.set_pause, until)

    async def _again(self, due: Due, error: Exception, *, counts: bool) -> None:
        """Try again later. An attempt counts when it may have arrived; the last that may ends as parked."""
        log.warning("week %s: %s, attempt %s", due.week, type(error).__name__, due.attempts)
        if not counts:
            await self._surely(self._deliveries.release, due)
        elif due.attempts >= MAX_COPIES:
            await self._park(due, f"in doubt after {due.attempts} attempts")
            return
        self._later(due)

    async def _park(self, due: Due, why: str) -> None:
        log.error("week %s, occasion %s, is given up: %s", due.week, due.slot, why)
        await self._mark(due, "parked")

    async def _mark(self, due: Due, state: DeliveryState) -> None:
        self._retries.pop(_key(due), None)
        await self._surely(self._deliveries.mark, due, state, self._clock.now())

    async def _surely(self, write: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Write down what is known of a message, again and again while the store cannot (a full disk, say).

        Raises:
            StoreError: it still cannot, and it is time to stop.
        """
        pause = 0.1
        while True:
            try:
                return await write(*args, **kwargs)
            except StoreError as error:
                log.error("%s", error)  # noqa: TRY400 - it explains itself
                if self._stop.is_set():
                    raise
            await self._rest(pause)
            pause = min(pause * 2, LONGEST_STORE_PAUSE)

    def _is_ready(self, due: Due) -> bool:
        _, not_before = self._retries.get(_key(due), (0, 0.0))
        return monotonic() >= not_before

    def _later(self, due: Due) -> None:
        """Leave this one alone for a while that grows: 1 second, 2, 4, up to a minute."""
        times, _ = self._retries.get(_key(due), (0, 0.0))
        self._retries[_key(due)] = times + 1, monotonic() + min(2.0**times, LONGEST_PAUSE)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stop.wait(), seconds)
        except TimeoutError:
            return


def _key(due: Due) -> tuple[Address, str]:
    return due.address, due.slot
