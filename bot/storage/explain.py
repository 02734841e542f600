"""What went wrong with a database, as one sentence for whoever runs the bot."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bot.errors import StoreError

_PRIMARY: Final = 0xFF  # the low byte of an extended result code
_SENTENCES: Final = {
    sqlite3.SQLITE_NOTADB: "{path} is not a database: restore a backup, or choose another file",
    sqlite3.SQLITE_CORRUPT: "the database {path} is damaged: restore a backup",
    sqlite3.SQLITE_CANTOPEN: "the database {path} cannot be opened: is it a file that may be written?",
    sqlite3.SQLITE_READONLY: "the database {path} cannot be written to: check who owns it",
    sqlite3.SQLITE_BUSY: "the database {path} is in use by another program: stop that one first",
    sqlite3.SQLITE_FULL: "the disk with the database {path} is full: make room",
    sqlite3.SQLITE_IOERR: "the disk with the database {path} has failed: {error}",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database driver and the file system raise into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = _SENTENCES.get(_code(error), "the database {path} cannot be used: {error}")
        raise StoreError(sentence.format(path=path, error=error)) from error
    except OSError as error:
        raise StoreError(f"the database {path} cannot be opened for writing: {error.strerror}") from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program holds the lock."""
    return _code(error) == sqlite3.SQLITE_BUSY


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY
