"""Opens a database file: private to its owner, checked, and of the present schema."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from bot.storage.copies import copy_before_upgrade
from bot.storage.explain import explained
from bot.storage.migrate import check_owner, migrate, migrations, version
from bot.storage.pragmas import check, dial

_PATIENCE_OPENING: Final = 2000  # ms: a start that cannot succeed has to end soon
_SETTINGS: Final = (
    "synchronous = FULL",  # what is committed survives a power cut
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten
    "trusted_schema = OFF",
    "journal_size_limit = 67108864",
    "busy_timeout = 5000",
)


def connect(path: Path) -> sqlite3.Connection:
    """Open, check and upgrade the database; make it if it is not there.

    Raises:
        StoreError: it cannot be used; the sentence says why.
    """
    with explained(path):
        _make_private(path)
        connection = dial(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    for ending in ("", "-wal", "-shm"):  # SQLite gives new ones the mode of the file itself
        file = path.with_name(path.name + ending)
        if file.exists():
            file.chmod(0o600)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    found = migrations()
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_OPENING}")
    check_owner(connection, path, newest=len(found))
    connection.execute("PRAGMA journal_mode = WAL")
    check(connection, path)
    if 0 < version(connection) < len(found):
        copy_before_upgrade(connection, path)
    migrate(connection, found)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # traces that a kill kept from being folded in
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
