"""Sends the letters of the outbox: what to do when one cannot be sent."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, ParamSpec, TypeVar

import msgspec

from bot.channels.telegram_bot.render import plain
from bot.channels.telegram_bot.waiting import Wait, growing_pauses, patiently
from bot.conversation import Address
from bot.errors import (
    FloodError,
    GoneError,
    InDoubtError,
    MovedError,
    NotSentError,
    RefusedError,
    SendError,
    UnauthorizedError,
)
from bot.ports import Letter, Outbox, Sender
from bot.shown import Shown, shown_as

P = ParamSpec("P")
T = TypeVar("T")
# A letter may have been delivered by each attempt in doubt, so nobody ever gets more copies than this.
MAX_ATTEMPTS: Final = 3
log = logging.getLogger(__name__)


class Courier:
    """Takes letters to their people; each stays in the outbox until it is delivered or given up."""

    def __init__(self, sender: Sender, outbox: Outbox, wait: Wait) -> None:
        self._sender = sender
        self._outbox = outbox
        self._wait = wait
        self._new_ids: dict[Address, str] = {}

    async def deliver(self, letters: Sequence[Letter]) -> None:
        """Send letters of one person, one after the other.

        Returns early, with the rest still in the outbox, when the bot is to stop and would have to wait.

        Raises:
            UnauthorizedError: the token is not accepted any more; nothing is changed.
        """
        for letter in letters:
            if not await self._deliver(letter):
                return

    async def _deliver(self, letter: Letter) -> bool:
        """Send one letter; says whether to go on with the next."""
        pauses = growing_pauses()
        shown: Shown | None = None
        begun = letter.begun
        while attempt := letter.attempts if begun else await self._store(self._outbox.begin, letter.id):
            begun = False
            if attempt > MAX_ATTEMPTS:
                log.error("letter %s is given up: in doubt after %s attempts", letter.id, MAX_ATTEMPTS)
                break
            try:
                ref = await self._sender.send(self._newest(letter.address), letter.reply)
                shown = shown_as(letter.reply, ref)
                break
            except UnauthorizedError:
                await self._store(self._outbox.release, letter.id)
                raise
            except GoneError:
                await self._store(self._outbox.gone, self._newest(letter.address))
                return False
            except MovedError as error:
                await self._follow(letter.address, error.new_id)
            except RefusedError as error:
                log.error("letter %s is refused, our bug: %s", letter.id, error)  # noqa: TRY400
                if letter.reply == plain(letter.reply):
                    break
                letter = msgspec.structs.replace(letter, reply=plain(letter.reply))
            except (NotSentError, FloodError, InDoubtError) as error:
                if not await self._pause(letter, error, next(pauses)):
                    return False
        await self._store(self._outbox.sent, letter.id, shown)
        return True

    async def _store(self, call: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> T:
        return await patiently(lambda: call(*args, **kwargs), self._wait)

    def _newest(self, address: Address) -> Address:
        while new_id := self._new_ids.get(address):
            address = Address(address.channel, new_id)
        return address

    async def _follow(self, address: Address, new_id: str) -> None:
        old, new = self._newest(address), Address(address.channel, new_id)
        if self._newest(new) != old:
            await self._store(self._outbox.moved, old, new_id)
            self._new_ids[old] = new_id

    async def _pause(self, letter: Letter, error: SendError, seconds: float) -> bool:
        if not isinstance(error, InDoubtError):
            await self._store(self._outbox.release, letter.id)
        if isinstance(error, FloodError):
            seconds = error.seconds
        log.warning("letter %s: %s (%s), again in %g s", letter.id, type(error).__name__, error, seconds)
        return await self._wait(seconds)
