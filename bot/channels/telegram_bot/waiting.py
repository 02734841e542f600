"""Pauses between attempts."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Final, TypeVar

from bot.errors import StoreError
from bot.ports import LONGEST_STORE_PAUSE

T = TypeVar("T")
LONGEST_PAUSE: Final = 60.0
log = logging.getLogger(__name__)
# Waits so many seconds and says True, or False at once when the bot is to stop.
Wait = Callable[[float], Awaitable[bool]]


def growing_pauses(longest: float = LONGEST_PAUSE) -> Iterator[float]:
    """Seconds between attempts, without end: 1, 2, 4 and so on, up to `longest`."""
    pause = 1.0
    while True:
        yield min(pause, longest)
        pause = min(pause * 2, longest)


def wait_unless(stop: asyncio.Event) -> Wait:
    """Waits that end when `stop` is set."""

    async def wait(seconds: float) -> bool:
        try:
            await asyncio.wait_for(stop.wait(), seconds)
        except TimeoutError:
            return True
        return False

    return wait


async def patiently(work: Callable[[], Awaitable[T]], wait: Wait) -> T:
    """Do some work on the store, and do it again as long as the store cannot be used (a full disk, say).

    Raises:
        StoreError: the bot is to stop, and the store still cannot be used.
    """
    pauses = growing_pauses(LONGEST_STORE_PAUSE)
    while True:
        try:
            return await work()
        except StoreError as error:
            log.error("%s", error)  # noqa: TRY400 - it explains itself
            if not await wait(next(pauses)):
                raise
