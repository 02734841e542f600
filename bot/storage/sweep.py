"""Leaves no trace of what was deleted.

`secure_delete` overwrites deleted rows, but not the copies of rows that SQLite leaves behind in the unused
part of a page when it splits or joins pages. Only rebuilding the file does away with those.
"""

import logging
import sqlite3
from functools import partial
from pathlib import Path
from typing import Final

from bot.errors import StoreError
from bot.storage import copies, meta
from bot.storage.database import Database

_ASKED: Final = "sweep"
log = logging.getLogger(__name__)


def ask(connection: sqlite3.Connection) -> None:
    """Note that a sweep is due, so that a kill in between does not forget it."""
    meta.put(connection, _ASKED, "due")


async def sweep_if_asked(database: Database) -> None:
    """Make up for a sweep that the last run did not come to."""
    if await database.read(lambda connection: meta.get(connection, _ASKED)):
        await sweep(database)


async def drop_copies(database: Database) -> None:
    """Delete the copies beside the database: they hold who was just forgotten. Stays due where it fails."""
    try:
        await database.outside(lambda _connection: copies.drop_copies(database.path))
    except StoreError as error:
        log.warning("a copy could not be deleted yet: %s", error)


async def sweep(database: Database) -> None:
    """Rebuild the file and empty its log: about a second for 100 MB, while others wait.

    Where it cannot be done now (no room for it, say), it stays due: what was to be deleted is deleted all the
    same, so this is no error for whoever waits.
    """
    try:
        await database.outside(partial(_drop_copies_if_asked, path=database.path))
        await database.outside(_rebuild)
    except StoreError as error:
        log.warning("deleted rows could not be swept up yet: %s", error)


def _drop_copies_if_asked(connection: sqlite3.Connection, path: Path) -> None:
    if meta.get(connection, _ASKED):
        copies.drop_copies(path)


def _rebuild(connection: sqlite3.Connection) -> None:
    connection.execute("VACUUM")
    meta.drop(connection, _ASKED)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
