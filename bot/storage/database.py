"""One SQLite database: its connection lives on a thread, and every transaction goes there whole."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import aiosqlite

from bot.errors import StoreError
from bot.storage.explain import explained
from bot.storage.group import Outcome, Work, run_group
from bot.storage.opening import connect

T = TypeVar("T")

_WRITE: Final = "BEGIN IMMEDIATE"
_READ: Final = "BEGIN"
_OUTSIDE: Final = ""
_MOST_TOGETHER: Final = 256  # units in one transaction


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


@dataclass(frozen=True, slots=True)
class _Unit:
    """Work that somebody waits for, and how it is to begin."""

    work: Work
    begin: str
    future: asyncio.Future[Any]


class Database:
    """The only way to the tables: `transaction` for what writes, `read` for what does not.

    One transaction at a time; what is asked for while one is under way goes into the next one together.
    A function given to them runs on another thread and must not block on anything but the database. It may
    run twice, where the transaction it was in was undone as a whole.
    """

    def __init__(self, path: Path, connection: _Connection) -> None:
        self.path = path
        self._connection = connection
        self._waiting: deque[_Unit] = deque()
        self._pump: asyncio.Task[None] | None = None

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
        """Run `fn` as a unit of a write transaction: committed when this returns, undone when it raises.

        Whoever waits for it may be cancelled: what has begun still ends by itself, one way or the other.

        Raises:
            StoreError: the database cannot take it (disk full, locked for too long, closed).
        """
        return await self._do(fn, _WRITE)

    async def read(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Run `fn` in a read transaction: it sees one state of the database."""
        return await self._do(fn, _READ)

    async def outside(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """Run what must not be in a transaction: checks, copies."""
        return await self._do(fn, _OUTSIDE)

    async def fold_log(self) -> None:
        """Fold the write-ahead log into the file and empty it: deleted text is in neither afterwards."""
        await self.outside(
            lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        )

    async def _do(self, fn: Callable[[sqlite3.Connection], T], begin: str) -> T:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Unit(fn, begin, future))
        if self._pump is None:
            self._pump = asyncio.create_task(self._run_all())
        with explained(self.path):
            return await future

    async def _run_all(self) -> None:
        """Hand to the thread what waits, group by group, until nothing does."""
        while self._waiting:
            units = self._next_units()
            # Reads first, and told at once: they wait for no lock of another program.
            for begin in (_OUTSIDE, _READ, _WRITE):
                if group := [unit for unit in units if unit.begin == begin]:
                    await self._run_group(group, begin)
        self._pump = None

    async def _run_group(self, group: Sequence[_Unit], begin: str) -> None:
        work = [unit.work for unit in group]
        try:
            outcomes = await self._connection.run(partial(run_group, units=work, begin=begin))
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait have to hear of it
            outcomes = [Outcome(error=error)] * len(group)
        for unit, outcome in zip(group, outcomes, strict=True):
            _tell(unit.future, outcome)

    def _next_units(self) -> list[_Unit]:
        """What is wanted still, up to or only what must be outside: that goes alone, in its turn."""
        units: list[_Unit] = []
        while self._waiting and len(units) < _MOST_TOGETHER:
            if self._waiting[0].future.done():
                self._waiting.popleft()
            elif units and _OUTSIDE in {units[0].begin, self._waiting[0].begin}:
                break
            else:
                units.append(self._waiting.popleft())
        return units


def _tell(future: asyncio.Future[Any], outcome: Outcome) -> None:
    if future.done():  # whoever waited for it was cancelled
        return
    if outcome.error is None:
        future.set_result(outcome.value)
    else:
        future.set_exception(outcome.error)
