"""One world: people, two replicas of the job, and what happens to them in three weeks."""

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final, cast

from bot.conversation import Address, Reply
from bot.jobs.deliver import Deliver, Tempo
from bot.ports import Due
from bot.state import Subscription
from bot.storage import people, slots
from bot.storage.database import Database
from bot.storage.deliveries import SqliteDeliveries
from bot.storage.outbox import SqliteOutbox
from tests.simulator.database import VirtualDatabase, connect
from tests.simulator.loop import Process, VirtualLoop
from tests.simulator.telegram import Odds, Telegram

CHANNEL: Final = "telegram"
REPLICAS: Final = 2
PEOPLE: Final = 12
AT_ONCE: Final = 4
FULL_FOR: Final = 5.0  # seconds
WEEK: Final = timedelta(days=7)
Plant = Callable[[Deliver], None]
Stores = Callable[[Database], SqliteDeliveries]


@dataclass
class Boxes:
    """The part of the store that the job needs."""

    deliveries: SqliteDeliveries
    outbox: SqliteOutbox


@dataclass
class World:
    """All there is. `plant` puts a bug into a job, `stores` one into the store."""

    seed: int
    plant: Plant = lambda _: None
    stores: Stores = SqliteDeliveries
    begins: datetime = datetime(2027, 1, 11, 9, tzinfo=UTC)
    odds: Odds = field(default_factory=Odds)

    def __post_init__(self) -> None:
        self.luck = Random(self.seed)
        self.loop = VirtualLoop()
        self.step = timedelta(0)
        self.connection = connect()
        self.database = VirtualDatabase(self.connection, self.luck)
        self.telegram = Telegram(self.loop, self.luck, self.odds)
        self.processes: list[Process] = []
        self.full_since: list[float] = []
        self._living: list[tuple[Process, asyncio.Event] | None] = [None] * REPLICAS
        self._tasks: list[asyncio.Task[Any]] = []
        for number in range(PEOPLE):
            self._subscribe(str(number), number % 3)

    def now(self) -> datetime:
        """What the clock on the wall shows."""
        return self.begins - timedelta(minutes=1) + timedelta(seconds=self.loop.time()) + self.step

    def rows(self) -> list[dict[str, Any]]:
        """All deliveries, with the number of their person."""
        found: sqlite3.Cursor = self.connection.execute(
            "SELECT u.address, d.* FROM deliveries d JOIN users u ON u.id = d.user_id ORDER BY u.id, d.due_at"
        )
        return [row | {"person": row["address"].partition("+")[0]} for row in found.fetchall()]

    def open_ends(self) -> int:
        """How much is due, or begun and not settled."""
        now = int(self.now().timestamp())
        row = self.connection.execute(
            "SELECT (SELECT count(*) FROM due WHERE at <= ?)"
            " + (SELECT count(*) FROM deliveries WHERE state = 'sending') AS number",
            (now,),
        ).fetchone()
        return int(row["number"])

    def fill_disk(self) -> None:
        """Nothing can be written for a while."""
        self.full_since.append(self.loop.time())
        self.database.is_full = True
        self.loop.outside(FULL_FOR, lambda: setattr(self.database, "is_full", False))

    def is_whole(self) -> bool:
        """Whether all replicas run, and none stands still."""
        now = self.loop.time()
        return all(living is not None and not living[0].is_frozen(now) for living in self._living)

    def start(self, replica: int) -> None:
        """Start a replica, unless it runs."""
        if self._living[replica] is not None:
            return
        process, stop = Process(f"{replica}-{len(self.processes)}"), asyncio.Event()
        self.processes.append(process)
        self._living[replica] = process, stop
        self._tasks.append(self.loop.spawn(process, self._job(process.name).run(stop)))

    def crash(self, replica: int) -> None:
        """Kill a replica."""
        if (living := self._living[replica]) is not None:
            self.loop.kill(living[0])
            self._living[replica] = None

    def freeze(self, replica: int, seconds: float) -> None:
        """Let a replica stand still."""
        if (living := self._living[replica]) is not None:
            self.loop.freeze(living[0], seconds)

    def stop(self, replica: int) -> None:
        """Ask a replica to end in good order."""
        if (living := self._living[replica]) is not None:
            living[1].set()
            self._living[replica] = None

    def _job(self, name: str) -> Deliver:
        database = cast("Database", self.database)
        boxes = Boxes(self.stores(database), SqliteOutbox(database, self.now))
        job = Deliver(
            boxes,
            self.telegram,
            self,
            _letter,
            channel=CHANNEL,
            tempo=Tempo(25, AT_ONCE, every=15.0),
            name=name,
            monotonic=self.loop.time,
        )
        self.plant(job)
        return job

    def _subscribe(self, number: str, minute: int) -> None:
        begins = self.begins + timedelta(minutes=minute)
        user_id = people.welcome(self.connection, Address(CHANNEL, number), int(begins.timestamp()) - 9999)
        wish = Subscription(
            weekday=begins.weekday(),
            minute=begins.hour * 60 + begins.minute,
            zone="UTC",
            next_week=1,
            next_due=begins,
        )
        slots.subscribe(self.connection, user_id, wish, int(begins.timestamp()) - 9999)


async def _letter(due: Due) -> tuple[Reply, ...]:
    return (Reply(text=due.slot),)
