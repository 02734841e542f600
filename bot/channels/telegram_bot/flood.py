"""Nobody can flood the bot: so many messages at once, then one every few seconds; the rest is turned away."""

import logging
import time
from collections.abc import Callable
from typing import Final, Literal

import msgspec
from msgspec import Struct, field

from bot.channels.telegram_bot.sender import CHANNEL
from bot.conversation import Address, Reply
from bot.errors import SendError
from bot.ports import Inbox, RawUpdate, Sender

AT_ONCE: Final = 20  # more than anybody types, or sends from a phone that was without a network for a while
PAUSE: Final = 2.0  # seconds
Verdict = Literal["admit", "tell", "drop"]
log = logging.getLogger(__name__)


class _Person(Struct):
    id: int


class _Part(Struct):
    sender: _Person | None = field(name="from", default=None)


class _Update(Struct):
    """Who sent it, where it costs a turn."""

    message: _Part | None = None
    edited_message: _Part | None = None
    callback_query: _Part | None = None


_DECODER: Final = msgspec.json.Decoder(_Update)


class Throttle:
    """Counts by person, in memory; whoever was quiet for long enough is forgotten."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._rested: dict[int, float] = {}  # when all that a person has sent will be forgiven
        self._older: dict[int, float] = {}
        self._since = monotonic()
        self._told: set[int] = set()

    def admit(self, person: int) -> Verdict:
        """Whether a message is let through; "tell" for the first that is not, until there was quiet."""
        now = self._monotonic()
        self._forget(now)
        rested = max(now, self._rested.get(person, self._older.get(person, now)))
        if rested == now:
            self._told.discard(person)
        if rested + PAUSE > now + AT_ONCE * PAUSE:
            if person in self._told:
                return "drop"
            self._told.add(person)
            return "tell"
        self._rested[person] = rested + PAUSE
        return "admit"

    def _forget(self, now: float) -> None:
        """Drop, in two generations, those who cannot have anything left to be forgiven."""
        if now - self._since >= AT_ONCE * PAUSE:
            self._older, self._rested, self._since = self._rested, {}, now
            self._told &= self._older.keys()


class Door:
    """Lets updates in, or turns them away: with one calm word, and without a turn."""

    def __init__(self, throttle: Throttle, inbox: Inbox, sender: Sender, words: str) -> None:
        self._throttle = throttle
        self._inbox = inbox
        self._sender = sender
        self._words = words

    def judge(self, raw: RawUpdate) -> Verdict:
        """Whether an update is let in. What is nobody's message always is; in a group nobody is told."""
        person = _person(raw)
        if person is None:
            return "admit"
        verdict = self._throttle.admit(person)
        return "drop" if verdict == "tell" and raw.lane != str(person) else verdict

    async def turn_away(self, update_id: int, chat: str | None) -> None:
        """Have done with an update; say so to `chat`, where one is given. Best effort: nothing depends on it.

        Raises:
            StoreError: the store cannot be used.
        """
        await self._inbox.discard(update_id)
        if chat is None:
            return
        log.warning(
            "somebody sends more than can be answered: update %s and what follows is left out", update_id
        )
        try:
            await self._sender.send(Address(CHANNEL, chat), Reply(text=self._words))
        except SendError as error:
            log.info("they could not be told: %s", type(error).__name__)


def _person(raw: RawUpdate) -> int | None:
    try:
        update = _DECODER.decode(raw.payload)
    except (msgspec.DecodeError, RecursionError):
        return None
    part = update.message or update.edited_message or update.callback_query
    return None if part is None or part.sender is None else part.sender.id
