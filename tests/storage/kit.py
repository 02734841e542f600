"""What the tests of the storage share: an engine as the protocols see it, a clock, people."""

import threading
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from bot.conversation import Address, Reply
from bot.ports import Deliveries, Due, Inbox, Outbox, Store
from bot.state import Change, Session, Subscribe, Subscription, TurnResult

ANNA = Address("telegram", "1001")
BORIS = Address("telegram", "1002")
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
SUNDAY = MONDAY + 6 * DAY


class Engine(Store, Protocol):
    """A store with its parts, whatever database is under it."""

    @property
    def inbox(self) -> Inbox: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def deliveries(self) -> Deliveries: ...

    async def purge(self, now: datetime) -> None: ...


class Opener(Protocol):
    """Opens the same database again and again."""

    def __call__(self) -> AbstractAsyncContextManager[Engine]: ...


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    def now(self) -> datetime:
        return self.instant


def turn(*changes: Change, replies: tuple[str, ...] = (), **session: Any) -> TurnResult:
    """The outcome of a turn."""
    return TurnResult(
        session=Session(**session), changes=changes, replies=tuple(Reply(text=text) for text in replies)
    )


def subscription(**changed: Any) -> Subscription:
    """Mondays at nine, from next Monday on the clock of these tests, week 1 first."""
    wanted: dict[str, Any] = {
        "weekday": 0,
        "minute": 9 * 60,
        "zone": "UTC",
        "next_week": 1,
        "next_due": MONDAY,
    }
    return Subscription(**wanted | changed)


async def subscribe(store: Engine, address: Address = ANNA, **changed: Any) -> None:
    """Have somebody subscribe."""
    await store.commit(address, turn(Subscribe(subscription(**changed))))


def threads_end(before: list[threading.Thread]) -> bool:
    """Whether all threads but those of before end by themselves, and the event loop's own."""
    started = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not thread.name.startswith("asyncio_")
    ]
    for thread in started:
        thread.join(5)
    return not any(thread.is_alive() for thread in started)


async def only_due(store: Engine, now: datetime) -> Due:
    """The one thing that is due."""
    (due,) = await store.deliveries.due(now, limit=10)
    return due


async def states(store: Engine, address: Address = ANNA) -> dict[int, str]:
    """What became of the deliveries to a person, by week."""
    return {row["week"]: row["state"] for row in (await store.export(address))["deliveries"]}


async def arrives(store: Engine, clock: Clock, at: datetime) -> Due:
    """The one thing that is due at that time is delivered."""
    clock.instant = at
    due = await only_due(store, at)
    assert await store.deliveries.claim(due, at) == due.attempts + 1
    await store.deliveries.mark(due, "sent", at)
    return due


async def nothing(store: Engine, at: datetime) -> bool:
    return await store.deliveries.due(at, 10) == []
