"""Values that hold for the whole database, by key."""

import sqlite3
from typing import Final

from bot.storage import sql

_SQL: Final = sql.load("meta")


def get(connection: sqlite3.Connection, key: str) -> str | None:
    """The value, if it was ever set."""
    row = _SQL.get(connection, key=key)
    return None if row is None else row["value"]


def put(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Set a value."""
    _SQL.put(connection, key=key, value=value)


def drop(connection: sqlite3.Connection, key: str) -> None:
    """As if it had never been set."""
    _SQL.drop(connection, key=key)
