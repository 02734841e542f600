"""Units of work in one transaction: committed together, each undone alone."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.storage.database import Database


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    async with Database.open(path) as opened:
        yield opened


def put(key: str) -> Callable[[sqlite3.Connection], None]:
    def unit(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO meta (key, value) VALUES (?, '')", (key,))

    return unit


def keys(connection: sqlite3.Connection) -> list[str]:
    return [row["key"] for row in connection.execute("SELECT key FROM meta ORDER BY key")]


async def statements(database: Database) -> list[str]:
    """What the database is told from now on."""
    told: list[str] = []
    await database.outside(lambda connection: connection.set_trace_callback(told.append))
    return told


async def test_group_when_many_write_at_once_then_few_commits_and_all_is_there(database: Database) -> None:
    told = await statements(database)
    await asyncio.gather(*(database.transaction(put(f"{number:03}")) for number in range(200)))
    assert told.count("COMMIT") <= 2
    assert await database.read(keys) == [f"{number:03}" for number in range(200)]


async def test_group_when_one_unit_fails_then_it_alone_is_undone(database: Database) -> None:
    def half(connection: sqlite3.Connection) -> None:
        put("half")(connection)
        put("half")(connection)

    units = [database.transaction(unit) for unit in (put("first"), half, put("last"))]
    first, failed, last = await asyncio.gather(*units, return_exceptions=True)
    assert (first, last) == (None, None)
    assert isinstance(failed, StoreError)
    assert await database.read(keys) == ["first", "last"]


async def test_group_when_a_unit_fills_the_disk_then_the_others_are_stored_all_the_same(
    database: Database,
) -> None:
    [pages] = (await database.outside(lambda c: c.execute("PRAGMA page_count").fetchone())).values()
    await database.outside(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    units = [database.transaction(put(key)) for key in ("first", "x" * 100_000, "last")]
    first, failed, last = await asyncio.gather(*units, return_exceptions=True)
    assert (first, last) == (None, None)
    assert isinstance(failed, StoreError)
    assert await database.read(keys) == ["first", "last"]


async def test_group_when_the_commit_fails_then_everybody_hears_of_it_and_nothing_is_half_stored(
    database: Database,
) -> None:
    def dangling(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("INSERT INTO drafts (user_id, text, max_units) VALUES (999, '', 200)")

    units = [database.transaction(unit) for unit in (put("first"), dangling, put("last"))]
    first, failed, last = await asyncio.gather(*units, return_exceptions=True)
    assert (first, last) == (None, None)
    assert isinstance(failed, StoreError)
    assert await database.read(keys) == ["first", "last"]


async def test_group_when_reads_and_writes_are_asked_for_then_reads_wait_for_no_lock(
    database: Database, path: Path
) -> None:
    foreign = sqlite3.connect(path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    write = asyncio.create_task(database.transaction(put("late")))
    assert await asyncio.wait_for(database.read(keys), 5) == []
    foreign.execute("ROLLBACK")
    foreign.close()
    await write


async def test_group_when_something_must_be_outside_then_nothing_overtakes_it(database: Database) -> None:
    order: list[str] = []
    await asyncio.gather(
        database.transaction(lambda _: order.append("write")),
        database.outside(lambda _: order.append("outside")),
        database.read(lambda _: order.append("read")),
        database.transaction(lambda _: order.append("write again")),
    )
    assert order == ["write", "outside", "read", "write again"]
