"""How long a start takes when new time zone rules are installed, with a million subscriptions.

Once with a slot every quarter of an hour in every zone, so that hardly two people share one, and once with
the hours that people choose. One zone in forty has moved by an hour. `python -m tests.benchmarks.bench_zones
[NUMBER]`.
"""

import asyncio
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import available_timezones

from bot.config import use_pinned_zones
from bot.storage import SqliteStore, open_store
from bot.storage.instants import to_epoch

NOW = datetime(2026, 12, 28, 12, tzinfo=UTC)
LATER = to_epoch(NOW + timedelta(days=8))  # reckoned rightly at the first start
MILLION = 1_000_000
QUARTERS = range(0, 24 * 60, 15)
USUAL = (7 * 60 + 30, 9 * 60, 12 * 60, 18 * 60, 20 * 60 + 30)
OUTDATE = "UPDATE meta SET value = '2001.1' WHERE key = 'tzdata'"
MOVE = "UPDATE subscriptions SET next_due = next_due + 3600 WHERE zone IN (SELECT value FROM json_each(?))"
FOLLOW = "UPDATE due SET at = (SELECT next_due FROM subscriptions AS s WHERE s.user_id = due.user_id)"
SUBSCRIBE = (
    "INSERT INTO subscriptions (zone, weekday, minute, user_id, next_week, next_due, paused)"
    f" VALUES (?, ?, ?, ?, 7, {LATER}, 0)"
)


def slots(zones: list[str], minutes: Iterable[int]) -> Iterator[tuple[str, int, int]]:
    """Zones, weekdays and minutes, round and round."""
    while True:
        yield from ((zone, weekday, minute) for minute in minutes for weekday in range(7) for zone in zones)


def fill(connection: sqlite3.Connection, zones: list[str], minutes: Iterable[int], number: int) -> int:
    """As many subscriptions."""
    people = ((user, str(user)) for user in range(number))
    connection.executemany(
        "INSERT INTO users (id, channel, address, created_at) VALUES (?, 't', ?, 0)", people
    )
    wanted = enumerate(islice(slots(zones, minutes), number))
    connection.executemany(SUBSCRIBE, ((*slot, user) for user, slot in wanted))
    connection.execute(
        "INSERT INTO due (at, user_id, kind) SELECT next_due, user_id, 'week' FROM subscriptions"
    )
    return connection.execute(OUTDATE).rowcount


def outdate(connection: sqlite3.Connection, zones: list[str]) -> int:
    """As if the slots had been reckoned by older rules."""
    moved = ",".join(f'"{zone}"' for zone in zones[::40])
    connection.execute(MOVE, (f"[{moved}]",))
    connection.execute(FOLLOW)
    return connection.execute(OUTDATE).rowcount


async def start(path: Path) -> str:
    """The seconds of a start, and those at work: a busy machine adds to the first alone."""
    begun, worked = time.perf_counter(), time.process_time()
    async with open_store(path, lambda: NOW):
        return f"{time.perf_counter() - begun:.1f} s ({time.process_time() - worked:.1f} s of it at work)"


async def measure(zones: list[str], minutes: Iterable[int], number: int) -> tuple[str, str]:
    """The start that reckons anew, and of the next one, which has nothing to reckon."""

    async def change(store: SqliteStore, *what: object) -> None:
        await store._database.transaction(lambda connection: what[0](connection, *what[1:]))  # type: ignore[operator]

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coach.db"
        async with open_store(path, lambda: NOW) as store:
            await change(store, fill, zones, minutes, number)
        async with open_store(path, lambda: NOW) as store:
            await change(store, outdate, zones)
        return await start(path), await start(path)


def main() -> None:
    """Measure and print."""
    use_pinned_zones()
    number = int(sys.argv[1]) if len(sys.argv) > 1 else MILLION
    zones = sorted(available_timezones() - {"localtime"})
    for name, minutes in (("hardly a slot shared", QUARTERS), ("the usual hours", USUAL)):
        anew, idle = asyncio.run(measure(zones, minutes, number))
        print(f"{number:,} subscriptions, {name}: {anew} with new rules, {idle} without")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
