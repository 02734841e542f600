"""The database of the world: real SQLite, in memory, shared by all processes."""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeVar

from bot.errors import StoreError
from bot.storage.migrate import migrate, migrations
from bot.storage.pragmas import dial

T = TypeVar("T")


@cache
def _empty() -> bytes:
    connection = dial(Path(":memory:"))
    migrate(connection, migrations())
    return connection.serialize()


def connect() -> sqlite3.Connection:
    """An empty database of the present schema."""
    connection = dial(Path(":memory:"))
    connection.deserialize(_empty())
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


class VirtualDatabase:
    """Stands in for `bot.storage.database.Database`: a crash can come before a commit, or after it."""

    def __init__(self, connection: sqlite3.Connection, luck: Random) -> None:
        self.connection = connection
        self.is_full = False
        self.before_each: Callable[[], None] = lambda: None
        self._luck = luck

    async def transaction(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """All of it or nothing."""
        self.before_each()
        await asyncio.sleep(self._luck.random() * 0.02)
        if self.is_full:
            raise StoreError("the disk is full")
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            result = fn(self.connection)
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        await asyncio.sleep(self._luck.random() * 0.02)
        return result

    async def read(self, fn: Callable[[sqlite3.Connection], T]) -> T:
        """One state of the database."""
        await asyncio.sleep(0)
        return fn(self.connection)
