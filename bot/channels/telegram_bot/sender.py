"""Sends replies over the Bot API and says, when that fails, what is known of the message."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram_bot.buttons import without_location
from bot.channels.telegram_bot.errors import classify
from bot.channels.telegram_bot.render import ANSWER_INLINE, CLEAR_BUTTONS, Call, render, render_edit
from bot.conversation import Address, Reply
from bot.errors import FloodError, InDoubtError, NotSentError, RefusedError, SendError
from bot.ports import Painter

CHANNEL = "telegram"
_NOT_MODIFIED = "message is not modified"
_WORTH_ANOTHER_TRY = (NotSentError, InDoubtError, FloodError)
log = logging.getLogger(__name__)


class TelegramSender:
    """A `Sender`. After a flood answer nobody gets anything sent before its time is over.

    Without `paint`, pictures are told in words.
    """

    def __init__(
        self,
        bot: Bot,
        copy_label: str,
        monotonic: Callable[[], float] = time.monotonic,
        paint: Painter | None = None,
    ) -> None:
        self._bot = bot
        self._copy_label = copy_label
        self._paint = paint
        self._monotonic = monotonic
        self._silent_until = 0.0
        self._parts_sent: dict[tuple[Address, Reply], int] = {}

    async def send(self, address: Address, reply: Reply) -> str | None:
        """Deliver one reply, once; a long one in several messages. Returns the number of the last.

        When some of the messages are sent and the next is not, trying again goes on with that one. A reply
        that is to replace a message which cannot be edited any more is sent below.

        Raises:
            SendError: the sub-class says whether it was certainly not sent, perhaps, or never will be.
        """
        clearing = asyncio.gather(*(self._clear(address, ref) for ref in reply.clears))
        try:
            return await self._edit(address, reply) or await self._send(address, reply)
        finally:
            await clearing

    async def _edit(self, address: Address, reply: Reply) -> str | None:
        """Put a reply in the place of an earlier message; None where it has to be sent instead."""
        call = self._edit_call(address, reply)
        if call is None:
            return None
        answer = await self._call(call)
        if isinstance(answer, RefusedError):
            # Pressed twice, or done by an attempt before: the message says so already.
            return reply.replaces if _NOT_MODIFIED in str(answer).lower() else None
        if isinstance(answer, SendError):
            raise answer
        return reply.replaces

    async def _send(self, address: Address, reply: Reply) -> str | None:
        calls = await self._calls(address, reply)
        done = self._parts_sent.pop((address, reply), 0)
        ref: str | None = None
        for number in range(done, len(calls)):
            answer = await self._call(calls[number])
            if isinstance(answer, SendError):
                if number and isinstance(answer, _WORTH_ANOTHER_TRY):
                    self._parts_sent[address, reply] = number
                raise answer
            ref = _number_of(answer)
        return ref

    async def _clear(self, address: Address, ref: str) -> None:
        """Take the buttons away from an earlier message. Best effort: a press on one of them is explained."""
        call = Call(CLEAR_BUTTONS, {"chat_id": int(address.id), "message_id": int(ref)})
        if isinstance(answer := await self._call(call), SendError):
            log.info("old buttons could not be taken away: %s", type(answer).__name__)

    async def answer(self, callback_query_id: str, words: str | None = None) -> None:
        """Tell Telegram that a pressed button is seen, with some words beside it for who pressed it.

        Best effort: nothing depends on it.
        """
        if self._silence():
            return
        try:
            await self._bot.answer_callback_query(callback_query_id, text=words)
        except (TelegramError, KeyError) as error:
            log.info("a pressed button could not be confirmed: %s", type(error).__name__)

    async def answer_inline(self, parameters: dict[str, Any]) -> None:
        """Answer an inline query. Best effort: with the next letter typed comes another one."""
        if not self._silence() and isinstance(
            answer := await self._call(Call(ANSWER_INLINE, parameters)), SendError
        ):
            log.info("an inline query could not be answered: %s", type(answer).__name__)

    async def _calls(self, address: Address, reply: Reply) -> list[Call]:
        try:
            drawn = await self._paint(reply.picture) if self._paint and reply.picture else None
            calls = render(_fit(address, reply), self._copy_label, drawn, _name_of(self._bot))
            return [_to(address, call) for call in calls]
        except Exception as error:  # noqa: BLE001 - a reply that cannot be shown must not stop the bot
            words = str(error) if isinstance(error, ValueError) else ""
            raise RefusedError(f"{type(error).__name__}: {words}") from None

    def _edit_call(self, address: Address, reply: Reply) -> Call | None:
        try:
            call = render_edit(_fit(address, reply), self._copy_label, _name_of(self._bot))
            return None if call is None else _to(address, call)
        except ValueError:  # sending it says what is wrong
            return None

    async def _call(self, call: Call) -> Any:
        """One call: the answer, or what went wrong, without the library's errors and their words."""
        if left := self._silence():
            return FloodError(left)
        answer = await _attempt(self._bot, call)
        if isinstance(answer, FloodError):
            self._silent_until = max(self._silent_until, self._monotonic() + answer.seconds)
        return answer

    def _silence(self) -> float:
        """For how many seconds more nothing may be sent."""
        return max(0.0, self._silent_until - self._monotonic())


def _to(address: Address, call: Call) -> Call:
    return Call(call.method, {"chat_id": int(address.id)} | call.parameters)


def _number_of(answer: Any) -> str | None:
    """The number of the message that was sent, as far as the answer tells it."""
    number = answer.get("message_id") if isinstance(answer, dict) else None
    return str(number) if isinstance(number, int) else None


async def _attempt(bot: Bot, call: Call) -> Any:
    parameters: dict[str, Any] = call.parameters
    try:
        return await bot.do_api_request(call.method, api_kwargs=parameters)
    except Exception as error:  # noqa: BLE001 - `ok: false` is a KeyError; nothing may be lost by a class we forgot
        return classify(error)


def _fit(address: Address, reply: Reply) -> Reply:
    """The reply as this chat can have it."""
    return without_location(reply) if reply.asks_location and address.is_group else reply


def _name_of(bot: Bot) -> str | None:
    """The bot's username, once it has logged in."""
    try:
        return bot.username
    except RuntimeError:
        return None
