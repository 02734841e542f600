"""Puts a backup in the place of the database, without bringing back anybody who was forgotten since."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.errors import StoreError
from bot.storage import tombstones
from bot.storage.copies import copy_into, sync
from bot.storage.explain import explained, is_busy
from bot.storage.migrate import check_owner, migrations
from bot.storage.pragmas import check, dial, pragma


def restore(backup: Path, target: Path) -> None:
    """Replace the database `target` by a copy of `backup`.

    The backup is looked through first; people who were forgotten after it was made are forgotten in the copy.

    Raises:
        StoreError: the backup cannot be used, or the bot is still running on the target.
    """
    if not backup.is_file():
        raise StoreError(f"there is no file {backup}")
    fresh = target.with_name(f"{target.name}.restoring")
    with explained(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
    _copy_checked(backup, fresh)
    try:
        with explained(target):
            _replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def _copy_checked(backup: Path, fresh: Path) -> None:
    with explained(backup), closing(dial(backup)) as source:
        check_owner(source, backup, newest=len(migrations()))
        if not pragma(source, "schema_version"):
            raise StoreError(f"{backup} is empty: it is not a backup")
        check(source, backup)
        copy_into(source, fresh)


def _replace(fresh: Path, target: Path) -> None:
    graves = _take_over(target) if target.exists() else None
    if graves is not None and graves.marks:
        with closing(dial(fresh)) as connection:
            tombstones.replay(connection, graves)
    sync(fresh)
    for ending in ("-wal", "-shm"):  # a log of the old file would be played into the new one
        target.with_name(target.name + ending).unlink(missing_ok=True)
    fresh.replace(target)
    sync(target)


def _take_over(target: Path) -> tombstones.Graves | None:
    """What the old file knows of forgotten people; None where it is beyond reading.

    Raises:
        StoreError: somebody has it open.
    """
    with closing(dial(target)) as old:
        try:
            _fold_log(old, target)
            return tombstones.read(old)
        except sqlite3.DatabaseError as error:
            if is_busy(error):
                raise
            return None


def _fold_log(old: sqlite3.Connection, target: Path) -> Any:
    """Fold the log into the file: only possible for somebody who has the database to himself."""
    old.execute("PRAGMA busy_timeout = 0")
    if pragma(old, "journal_mode = DELETE") != "delete":
        raise StoreError(f"the database {target} is in use by another program: stop that one first")
