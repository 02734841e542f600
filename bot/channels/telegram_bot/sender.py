"""Sends replies over the Bot API and says, when that fails, what is known of the message."""

import logging
import time
from collections.abc import Callable
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram_bot.errors import classify
from bot.channels.telegram_bot.render import Call, render
from bot.conversation import Address, Reply
from bot.errors import FloodError, InDoubtError, NotSentError, RefusedError, SendError
from bot.ports import Painter

CHANNEL = "telegram"
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

    async def send(self, address: Address, reply: Reply) -> None:
        """Deliver one reply, once; a long one in several messages.

        When some of the messages are sent and the next is not, trying again goes on with that one.

        Raises:
            SendError: the sub-class says whether it was certainly not sent, perhaps, or never will be.
        """
        calls = await self._calls(address, reply)
        done = self._parts_sent.pop((address, reply), 0)
        for number in range(done, len(calls)):
            failure = await self._call(calls[number])
            if failure is not None:
                if number and isinstance(failure, _WORTH_ANOTHER_TRY):
                    self._parts_sent[address, reply] = number
                raise failure

    async def answer(self, callback_query_id: str) -> None:
        """Tell Telegram that a pressed button is seen. Best effort: nothing depends on it."""
        if self._silence():
            return
        try:
            await self._bot.answer_callback_query(callback_query_id)
        except (TelegramError, KeyError) as error:
            log.info("a pressed button could not be confirmed: %s", type(error).__name__)

    async def _calls(self, address: Address, reply: Reply) -> list[Call]:
        try:
            chat = {"chat_id": int(address.id)}
            drawn = await self._paint(reply.picture) if self._paint and reply.picture else None
            calls = render(reply, self._copy_label, drawn)
            return [Call(call.method, chat | call.parameters) for call in calls]
        except Exception as error:  # noqa: BLE001 - a reply that cannot be shown must not stop the bot
            words = str(error) if isinstance(error, ValueError) else ""
            raise RefusedError(f"{type(error).__name__}: {words}") from None

    async def _call(self, call: Call) -> SendError | None:
        """One call; returns what went wrong, to be raised without the library's errors and their words."""
        if left := self._silence():
            return FloodError(left)
        failure = await _attempt(self._bot, call)
        if isinstance(failure, FloodError):
            self._silent_until = max(self._silent_until, self._monotonic() + failure.seconds)
        return failure

    def _silence(self) -> float:
        """For how many seconds more nothing may be sent."""
        return max(0.0, self._silent_until - self._monotonic())


async def _attempt(bot: Bot, call: Call) -> SendError | None:
    parameters: dict[str, Any] = call.parameters
    try:
        await bot.do_api_request(call.method, api_kwargs=parameters)
    except Exception as error:  # noqa: BLE001 - `ok: false` is a KeyError; nothing may be lost by a class we forgot
        return classify(error)
    return None
