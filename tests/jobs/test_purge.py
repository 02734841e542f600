import asyncio
from datetime import datetime, timedelta

from bot.errors import StoreError
from bot.jobs.purge import purge
from tests.helpers.clock import FakeClock


class Store:
    """Notes when it was purged; fails the first time; stops after the third."""

    def __init__(self, stop: asyncio.Event) -> None:
        self.stop = stop
        self.purged: list[datetime] = []

    async def purge(self, now: datetime) -> None:
        self.purged.append(now)
        if len(self.purged) == 3:
            self.stop.set()
        if len(self.purged) == 1:
            raise StoreError("the disk is full")


async def test_purge_goes_on_after_a_failure_until_told_to_stop() -> None:
    stop = asyncio.Event()
    store, clock = Store(stop), FakeClock()
    await asyncio.wait_for(purge(store, clock, stop, timedelta(milliseconds=1)), 5)
    assert store.purged == [clock.now()] * 3
