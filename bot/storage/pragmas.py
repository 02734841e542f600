"""What every connection has in common: rows are dicts, pragmas are values, and the file is looked through."""

import sqlite3
from pathlib import Path
from typing import Any

from bot.errors import StoreError


def dial(path: Path) -> sqlite3.Connection:
    """A connection that begins no transaction by itself and whose rows are dicts."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = _as_dict
    return connection


def pragma(connection: sqlite3.Connection, name: str) -> Any:
    """The first value a pragma answers with."""
    return next(iter(connection.execute(f"PRAGMA {name}").fetchone().values()))


def check(connection: sqlite3.Connection, path: Path, how: str = "quick_check") -> None:
    """Look through the file: `quick_check` its structure, `integrity_check` its indexes too.

    Raises:
        StoreError: it is damaged.
    """
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone() if how != "quick_check" else None
    if pragma(connection, f"{how}(1)") != "ok" or dangling:
        raise StoreError(f"the database {path} is damaged: restore a backup")


def _as_dict(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> dict[str, Any]:
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}
