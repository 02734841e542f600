"""Tells those who run the bot that something was given up."""

import logging
from collections.abc import Awaitable, Callable, Iterable

from bot.conversation import Address, Reply
from bot.errors import SendError
from bot.ports import Sender

Alarm = Callable[[int], Awaitable[None]]  # is given how many deliveries were parked
log = logging.getLogger(__name__)


async def nobody(_: int) -> None:
    """There is nobody to be told but the log."""


def to_all(sender: Sender, addresses: Iterable[Address], words: Callable[[int], str]) -> Alarm:
    """An alarm that sends one message to each address, once: what fails is not tried again."""
    addresses = tuple(addresses)

    async def alarm(number: int) -> None:
        for address in addresses:
            try:
                await sender.send(address, Reply(text=words(number)))
            except SendError as error:
                log.warning("an alarm could not be sent: %s", type(error).__name__)

    return alarm
