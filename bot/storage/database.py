"""One SQLite database: its connection lives on a thread, and every transaction goes there whole."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Final, Self, TypeVar

import aiosqlite

from bot.errors import StoreError
from bot.storage.explain import explained, is_busy
from bot.storage.opening import connect

T = TypeVar("T")

_ROUNDS: Final = 6  # waits of busy_timeout each: half a minute until a lock of another program is an error


class _Connection(aiosqlite.Connection):
    """Runs whole functions on the connection's thread, not statement by statement."""

    async def run(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        if not self._running:
            raise StoreError("the database is closed already")
        return await self._execute(lambda: fn(self._conn))  # type: ignore[no-any-return, no-untyped-call]

    async def start(self) -> None:
        """Open the database; when that fails, the thread has ended before anybody hears of it."""
        try:
            await self
        except BaseException:
            await asyncio.to_thread(self._thread.join)
            raise

    async def close_down(self) -> None:
        """End the thread after what it has been given: left alone, it would keep the process from exiting."""
        if closing := self.stop():
            await asyncio.shield(closing)


class Database:
    """The only way to the tables: `transaction` for what writes, `read` for what does not.

    One transaction at a time; a function given to them runs on another thread and must not block on anything
    but the database.
    """

    def __init__(self, path: Path, connection: _Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = asyncio.Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncIterator[Self]:
        """Open the database, or make it; closed in any case, also when opening fails half-way.

        Raises:
            StoreError: it cannot be used; the sentence says why and what to do.
        """
        connection = _Connection(partial(connect, path), iter_chunk_size=64)
        await connection.start()
        try:
            yield cls(path, connection)
        finally:
            await connection.close_down()

    async def transaction(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Run `fn` in one write transaction: committed when it returns, rolled back when it raises.

        Whoever waits for it may be cancelled: the transaction still ends by itself, one way or the other.

        Raises:
            StoreError: the database cannot take it (disk full, locked for too long, closed).
        """
        return await self._alone(partial(_transact, begin="BEGIN IMMEDIATE", fn=fn))

    async def read(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Run `fn` in one read transaction: it sees one state of the database."""
        return await self._alone(partial(_transact, begin="BEGIN", fn=fn))

    async def outside(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Run what must not be in a transaction: checks, copies."""
        return await self._alone(fn)

    async def fold_log(self) -> None:
        """Fold the write-ahead log into the file and empty it: deleted text is in neither afterwards."""
        await self._alone(lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())

    async def _alone(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        await self._lock.acquire()
        return await asyncio.shield(asyncio.ensure_future(self._run(fn)))

    async def _run(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Hand `fn` to the thread; the lock, taken by the caller, is given back when it is really over."""
        try:
            with explained(self.path):
                return await self._connection.run(fn)
        finally:
            self._lock.release()


def _transact(connection: sqlite3.Connection, begin: str, fn: Callable[[sqlite3.Connection], T]) -> T:
    _begin(connection, begin)
    try:
        result = fn(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise
    return result


def _begin(connection: sqlite3.Connection, begin: str) -> None:
    """Begin, with patience for other programs: nothing has happened yet, so it can be tried again."""
    for left in reversed(range(_ROUNDS)):
        try:
            connection.execute(begin)
        except sqlite3.OperationalError as error:
            if not (left and is_busy(error)):
                raise
        else:
            return
