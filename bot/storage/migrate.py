"""Brings a database to the present schema: numbered files, each in one transaction with its number."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.errors import StoreError
from bot.storage.pragmas import pragma

FOLDER: Final = Path(__file__).parent / "migrations"
APPLICATION_ID: Final = 0x436F6163  # "Coac": tells our files from other programs' databases
_NAME = re.compile(r"(\d{4})(_[a-z]+){2,}\.sql")


def migrations(folder: Path = FOLDER) -> dict[int, Path]:
    """The migrations by number, in order, without a gap.

    Raises:
        StoreError: a file's name is not `NNNN_verb_object.sql`, or a number is missing.
    """
    found: dict[int, Path] = {}
    for number, path in enumerate(sorted(folder.glob("*.sql")), start=1):
        match = _NAME.fullmatch(path.name)
        if match is None or int(match[1]) != number:
            raise StoreError(f"migration {path.name}: the name has to be {number:04}_verb_object.sql")
        found[number] = path
    return found


def version(connection: sqlite3.Connection) -> int:
    """The number of the last migration this database has seen."""
    return int(pragma(connection, "user_version"))


def check_owner(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Refuse a database that is not ours, or that a newer version of the bot has changed.

    Raises:
        StoreError: it is one of these.
    """
    if pragma(connection, "schema_version") and pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} is another program's database: choose another file")
    if version(connection) > newest:
        raise StoreError(
            f"the database {path} is of a newer version ({version(connection)}, this one knows {newest}): "
            "run the newer version, or restore the copy from before the upgrade"
        )


def migrate(connection: sqlite3.Connection, found: dict[int, Path]) -> None:
    """Run what is missing. A kill leaves the database at one version or the next, never between."""
    for number, path in found.items():
        if version(connection) < number:
            _run(connection, number, path.read_text("utf-8"))


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the open transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _run(connection: sqlite3.Connection, number: int, script: str) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        if version(connection) < number:  # another process may have been faster
            for statement in statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
