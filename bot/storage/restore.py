"""Looks through a database file, and puts a backup in its place without bringing back forgotten people."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.errors import StoreError
from bot.storage import tombstones
from bot.storage.copies import copy_into, restoring, sync
from bot.storage.explain import explained, is_busy
from bot.storage.migrate import check_owner, migrations
from bot.storage.pragmas import check as check_file
from bot.storage.pragmas import dial, pragma


async def check(path: Path, *, quick: bool = False) -> None:
    """Look through a whole database, in use or not; changes nothing. `quick` only sees that it opens.

    Raises:
        StoreError: it is missing, not ours, of a newer version, or damaged.
    """
    await asyncio.to_thread(_check, path, quick=quick)


async def restore(backup: Path, target: Path) -> None:
    """Replace the database `target` by a copy of `backup`.

    The backup is looked through first; people who were forgotten after it was made are forgotten in the copy.

    Raises:
        StoreError: the backup cannot be used, or the bot is still running on the target.
    """
    await asyncio.to_thread(_restore, backup, target)


def _check(path: Path, *, quick: bool) -> None:
    with _examined(path) as connection:
        if not quick:
            check_file(connection, path, "integrity_check")


def _restore(backup: Path, target: Path) -> None:
    fresh = restoring(target)
    with explained(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
    with _examined(backup) as source:
        check_file(source, backup)
        copy_into(source, fresh)
    try:
        with explained(target):
            _replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def _examined(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a file that has to be there and has to be ours."""
    if not path.is_file():
        raise StoreError(f"there is no file {path}")
    with explained(path), closing(dial(path)) as connection:
        check_owner(connection, path, newest=len(migrations()))
        if not pragma(connection, "schema_version"):
            raise StoreError(f"{path} is empty: nothing was ever stored in it")
        yield connection


def _replace(fresh: Path, target: Path) -> None:
    graves = _take_over(target) if target.exists() else None
    if graves is not None and graves.marks:
        with closing(dial(fresh)) as connection:
            tombstones.replay(connection, graves)
    _give_to_owner_of(target.parent, fresh)
    sync(fresh)
    for ending in ("-wal", "-shm"):  # a log of the old file would be played into the new one
        target.with_name(target.name + ending).unlink(missing_ok=True)
    fresh.replace(target)
    sync(target)


def _give_to_owner_of(folder: Path, fresh: Path) -> None:
    """Root restores for whoever runs the bot, and that is who the folder belongs to."""
    if os.geteuid() == 0:
        owner = folder.stat()
        os.chown(fresh, owner.st_uid, owner.st_gid)


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


def _fold_log(old: sqlite3.Connection, target: Path) -> None:
    """Fold the log into the file: only possible for somebody who has the database to himself."""
    old.execute("PRAGMA busy_timeout = 0")
    if pragma(old, "journal_mode = DELETE") != "delete":
        raise StoreError(f"the database {target} is in use by another program: stop that one first")
