"""Database: transactions go to the connection's thread whole, whatever happens to those who wait for them."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.storage import group as module
from bot.storage.database import Database
from tests.storage.kit import threads_end


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    async with Database.open(path) as opened:
        yield opened


def put(connection: sqlite3.Connection, key: str) -> None:
    connection.execute("INSERT INTO meta (key, value) VALUES (?, '')", (key,))


def keys(connection: sqlite3.Connection) -> set[str]:
    return {row["key"] for row in connection.execute("SELECT key FROM meta")}


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("busy_timeout", 5000),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("journal_size_limit", 67108864),
    ],
)
async def test_open_when_done_then_the_settings_hold(database: Database, pragma: str, value: object) -> None:
    row = await database.outside(lambda connection: connection.execute(f"PRAGMA {pragma}").fetchone())
    assert list(row.values()) == [value]


async def test_tables_when_made_then_all_are_strict(database: Database) -> None:
    rows = await database.read(lambda connection: connection.execute("PRAGMA table_list").fetchall())
    loose = [row["name"] for row in rows if not row["strict"] and not row["name"].startswith("sqlite_")]
    assert loose == []


async def test_transaction_when_the_function_raises_then_nothing_of_it_stays(database: Database) -> None:
    def half(connection: sqlite3.Connection) -> None:
        put(connection, "half")
        raise LookupError

    with pytest.raises(LookupError):
        await database.transaction(half)
    await database.transaction(lambda connection: put(connection, "whole"))
    assert await database.read(keys) == {"whole"}


async def test_transaction_when_two_write_at_once_then_nothing_is_lost(database: Database) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        put(connection, "lost")
        raise LookupError

    writes = [database.transaction(lambda connection, key=str(n): put(connection, key)) for n in range(50)]  # type: ignore[misc]
    failures = [database.transaction(fail) for _ in range(50)]
    mixed = [one for pair in zip(writes, failures, strict=True) for one in pair]
    outcomes = await asyncio.gather(*mixed, return_exceptions=True)
    assert sum(isinstance(outcome, LookupError) for outcome in outcomes) == 50
    assert await database.read(keys) == {str(number) for number in range(50)}


async def test_transaction_when_cancelled_in_the_middle_then_it_ends_by_itself(database: Database) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        put(connection, "first")
        inside.set()
        assert go_on.wait(5)
        put(connection, "second")

    task = asyncio.create_task(database.transaction(slow))
    await asyncio.to_thread(inside.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    after = asyncio.create_task(database.read(keys))
    await asyncio.sleep(0.01)
    assert not after.done()
    go_on.set()
    assert await after == {"first", "second"}


async def test_transaction_when_cancelled_while_it_waits_then_it_never_begins(database: Database) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(_connection: sqlite3.Connection) -> None:
        inside.set()
        assert go_on.wait(5)

    running = asyncio.create_task(database.transaction(slow))
    await asyncio.to_thread(inside.wait, 5)
    waiting = asyncio.create_task(database.transaction(lambda connection: put(connection, "never")))
    await asyncio.sleep(0.01)
    waiting.cancel()
    go_on.set()
    await running
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await database.read(keys) == set()


async def test_transaction_when_cancelled_and_then_failing_then_the_next_one_works(
    database: Database,
) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        put(connection, "half")
        inside.set()
        assert go_on.wait(5)
        raise LookupError

    task = asyncio.create_task(database.transaction(slow))
    await asyncio.to_thread(inside.wait, 5)
    task.cancel()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    await database.transaction(lambda connection: put(connection, "whole"))
    assert await database.read(keys) == {"whole"}


async def test_read_when_another_program_writes_then_it_does_not_wait(database: Database, path: Path) -> None:
    foreign = sqlite3.connect(path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    assert await database.read(keys) == set()
    foreign.execute("ROLLBACK")
    foreign.close()


async def test_transaction_when_another_program_holds_the_lock_then_it_waits(
    database: Database, path: Path
) -> None:
    await database.outside(lambda connection: connection.execute("PRAGMA busy_timeout = 50"))
    foreign = sqlite3.connect(path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    write = asyncio.create_task(database.transaction(lambda connection: put(connection, "patient")))
    await asyncio.sleep(0.12)  # longer than busy_timeout
    assert not write.done()
    foreign.execute("COMMIT")
    foreign.close()
    await write
    assert await database.read(keys) == {"patient"}


async def test_transaction_when_the_lock_is_never_given_back_then_one_clear_sentence(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_ROUNDS", 2)
    await database.outside(lambda connection: connection.execute("PRAGMA busy_timeout = 10"))
    foreign = sqlite3.connect(path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        await database.transaction(lambda connection: put(connection, "refused"))
    foreign.execute("ROLLBACK")
    foreign.close()
    await database.transaction(lambda connection: put(connection, "taken"))
    assert await database.read(keys) == {"taken"}


async def test_transaction_when_the_disk_is_full_then_it_fails_closed_and_recovers(
    database: Database,
) -> None:
    pages = await database.outside(lambda connection: connection.execute("PRAGMA page_count").fetchone())
    full = f"PRAGMA max_page_count = {next(iter(pages.values()))}"
    await database.outside(lambda connection: connection.execute(full).fetchone())
    big = "x" * 100_000
    with pytest.raises(StoreError, match=r"disk .* is full"):
        await database.transaction(lambda connection: put(connection, big))
    assert await database.read(keys) == set()
    await database.outside(lambda connection: connection.execute("PRAGMA max_page_count = 100000").fetchone())
    await database.transaction(lambda connection: put(connection, big))
    assert await database.read(keys) == {big}


async def test_transaction_when_closed_already_then_one_clear_sentence(path: Path) -> None:
    async with Database.open(path) as closed:
        pass
    with pytest.raises(StoreError, match="closed"):
        await closed.read(keys)


async def test_open_when_the_body_raises_then_the_thread_has_ended(path: Path) -> None:
    before = threading.enumerate()
    with pytest.raises(LookupError):
        async with Database.open(path):
            raise LookupError
    assert threads_end(before)


async def test_close_when_a_transaction_is_under_way_then_it_is_not_lost(path: Path) -> None:
    async with Database.open(path) as database:
        task = asyncio.create_task(database.transaction(lambda connection: put(connection, "last")))
        await asyncio.sleep(0)  # it has been handed over, no more
        await asyncio.sleep(0)
    await task
    async with Database.open(path) as database:
        assert await database.read(keys) == {"last"}
