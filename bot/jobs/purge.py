"""Once a day: forgets what is not needed any more (numbers of old updates, traces of replaced texts)."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.errors import StoreError
from bot.ports import Clock

EVERY: Final = timedelta(days=1)
log = logging.getLogger(__name__)


class Purgeable(Protocol):
    """The part of the store that is needed here."""

    async def purge(self, now: datetime) -> None:
        """Forget what is not needed any more."""
        ...


async def purge(store: Purgeable, clock: Clock, stop: asyncio.Event, every: timedelta = EVERY) -> None:
    """Purge at once and then at intervals, until told to stop; a failure is logged and tried again."""
    while not stop.is_set():
        try:
            await store.purge(clock.now())
        except StoreError as error:
            log.error("%s", error)  # noqa: TRY400 - it explains itself
        try:
            await asyncio.wait_for(stop.wait(), every.total_seconds())
        except TimeoutError:
            continue
