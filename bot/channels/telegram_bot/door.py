"""The door: who sends more than can be answered is turned away, with a calm word and without a turn."""

import logging
import time
from collections.abc import Callable
from typing import Final

import msgspec
from msgspec import Struct, field

from bot.channels.telegram_bot.flood import Throttle
from bot.channels.telegram_bot.inline import nothing_but
from bot.channels.telegram_bot.lanes import Work
from bot.channels.telegram_bot.sender import CHANNEL, TelegramSender
from bot.conversation import Address, Reply
from bot.errors import SendError
from bot.ports import Inbox, RawUpdate

TYPED_AT_ONCE: Final = 20  # inline queries: one comes with every pause in somebody's typing
TYPED_PAUSE: Final = 0.5  # seconds
WORDS_AT_ONCE: Final = 20  # answers to who is turned away: as many as a finger can ask for
WORDS_PAUSE: Final = 0.25  # seconds
log = logging.getLogger(__name__)


class SlowDown(Struct, frozen=True):
    """What is said to who is turned away: in the chat, over a pressed button, and behind the bot's name."""

    message: str
    press: str
    inline: str


class _Person(Struct):
    id: int


class _Part(Struct):
    sender: _Person | None = field(name="from", default=None)


class _Query(Struct):
    id: str
    sender: _Person = field(name="from")


class _Update(Struct):
    """Who sent it, where it costs work."""

    message: _Part | None = None
    edited_message: _Part | None = None
    callback_query: _Query | None = None
    inline_query: _Query | None = None


_DECODER: Final = msgspec.json.Decoder(_Update)


class Door:
    """Lets updates in, or turns them away."""

    def __init__(
        self,
        inbox: Inbox,
        sender: TelegramSender,
        words: SlowDown,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inbox = inbox
        self._sender = sender
        self._words = words
        self._turns = Throttle(monotonic)
        self._typed = Throttle(monotonic, TYPED_AT_ONCE, TYPED_PAUSE)
        self._answers = Throttle(monotonic, WORDS_AT_ONCE, WORDS_PAUSE)

    def turned_away(self, raw: RawUpdate) -> Work | None:
        """What is left to do with an update that is not let in; None for one that is.

        What is nobody's is let in. The work holds no word of the update, for it may have to wait.
        """
        try:
            update = _DECODER.decode(raw.payload)
        except (msgspec.DecodeError, RecursionError):
            return None
        if update.inline_query is not None:
            return self._after_typing(update.inline_query)
        if update.callback_query is not None:
            return self._after_press(raw.update_id, update.callback_query)
        part = update.message or update.edited_message
        if part is None or part.sender is None:
            return None
        return self._after_words(raw.update_id, raw.lane, part.sender.id)

    def _after_words(self, number: int, lane: str, person: int) -> Work | None:
        """Told once, in their own chat; in a group nobody is told."""
        verdict = self._turns.admit(person, aloud=lane == str(person))
        if verdict == "admit":
            return None

        async def leave_out() -> None:
            await self._inbox.discard(number)
            if verdict == "tell":
                await self._tell(number, lane)

        return leave_out

    def _after_press(self, number: int, query: _Query) -> Work | None:
        """Told at each press, or the button would go on waiting; unless it is no finger that presses."""
        if self._turns.admit(query.sender.id, aloud=False) == "admit":
            return None
        answered = self._answers.admit(query.sender.id) == "admit"
        query_id = query.id

        async def leave_out() -> None:
            await self._inbox.discard(number)
            if answered:
                await self._sender.answer(query_id, self._words.press)

        return leave_out

    def _after_typing(self, query: _Query) -> Work | None:
        """An empty answer. What is typed is nowhere stored, so there is nothing to discard."""
        if self._typed.admit(query.sender.id) == "admit":
            return None
        answered = self._answers.admit(query.sender.id) == "admit"
        query_id = query.id

        async def leave_out() -> None:
            if answered:
                await self._sender.answer_inline(nothing_but(query_id, self._words.inline))

        return leave_out

    async def _tell(self, number: int, chat: str) -> None:
        """Best effort: nothing depends on it."""
        log.warning(
            "somebody sends more than can be answered: update %s and what follows is left out", number
        )
        try:
            await self._sender.send(Address(CHANNEL, chat), Reply(text=self._words.message))
        except SendError as error:
            log.info("they could not be told: %s", type(error).__name__)
