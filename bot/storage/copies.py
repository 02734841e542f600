"""Copies of the database: backups, and the one from before an upgrade."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from bot.errors import StoreError
from bot.storage.explain import explained
from bot.storage.pragmas import check, dial

_KEEP_COPIES: Final = 30 * 24 * 3600  # seconds: what people had deleted must not live on in copies


def copy_into(connection: sqlite3.Connection, path: Path) -> None:
    """Write a consistent copy to a new file, private to its owner, and look it through.

    Works beside writers. `backup()` of the driver would start again at every foreign write.

    Raises:
        StoreError: there is a file of that name already, or the copy did not succeed (nothing is left then).
    """
    with explained(path):
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError as error:
            raise StoreError(f"{path} is there already: choose another name") from error
        try:
            connection.execute("VACUUM INTO ?", (str(path),))
            _look_through(path)
            sync(path)  # VACUUM INTO does not
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def copy_before_upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Keep the database as it is, beside it: restoring this copy is the way back to an older version."""
    copy = _before_upgrade(path)
    copy.unlink(missing_ok=True)
    copy_into(connection, copy)


def drop_old_copies(path: Path, now: int) -> None:
    """Delete the copy from before an upgrade when it is a month old."""
    copy = _before_upgrade(path)
    if copy.exists() and copy.stat().st_mtime < now - _KEEP_COPIES:
        copy.unlink()


def drop_copies(path: Path) -> None:
    """Delete the copies beside the database: from before an upgrade, and of a restore that was cut short."""
    for copy in (_before_upgrade(path), restoring(path)):
        copy.unlink(missing_ok=True)


def restoring(path: Path) -> Path:
    """Where a backup is made ready before it takes the database's place."""
    return path.with_name(f"{path.name}.restoring")


def _before_upgrade(path: Path) -> Path:
    return path.with_name(f"{path.name}.before-upgrade")


def sync(path: Path) -> None:
    """Have a file, and its name in the folder, on the disk."""
    for place in (path, path.parent):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _look_through(path: Path) -> None:
    copy = dial(path)
    try:
        check(copy, path)
    finally:
        copy.close()
