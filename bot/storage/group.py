"""Many units of work in one transaction: one wait for the disk for all of them, and each still on its own."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.storage.explain import is_busy

_ROUNDS: Final = 6  # waits of busy_timeout each: half a minute until a lock of another program is an error
Work = Callable[[sqlite3.Connection], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a unit: its result, or the error that undid it."""

    value: Any = None
    error: BaseException | None = None


def run_group(connection: sqlite3.Connection, units: Sequence[Work], begin: str) -> list[Outcome]:
    """Run units in one transaction and commit them together; one that fails is undone alone.

    Where the transaction as a whole fails (a full disk undoes all of it), each unit gets one of its own. With
    an empty `begin` there is no transaction.
    """
    if not begin:
        return [_outside(connection, unit) for unit in units]
    try:
        _begin(connection, begin)
    except sqlite3.Error as error:
        return [Outcome(error=error)] * len(units)
    return _together(connection, units) or [_alone(connection, unit, begin) for unit in units]


def _outside(connection: sqlite3.Connection, unit: Work) -> Outcome:
    try:
        return Outcome(unit(connection))
    except BaseException as error:  # noqa: BLE001 - it is for whoever waits for the unit
        return Outcome(error=error)


def _together(connection: sqlite3.Connection, units: Sequence[Work]) -> list[Outcome]:
    """Nothing, where all of it was undone."""
    try:
        outcomes = [_inside(connection, unit) for unit in units]
        connection.execute("COMMIT")
    except Exception:  # noqa: BLE001 - each unit will say for itself
        _undo(connection)
        return []
    return outcomes


def _inside(connection: sqlite3.Connection, unit: Work) -> Outcome:
    connection.execute("SAVEPOINT unit")
    try:
        value = unit(connection)
    except BaseException as error:
        if not connection.in_transaction:
            raise  # a full disk has undone all of it
        connection.execute("ROLLBACK TO unit")
        connection.execute("RELEASE unit")
        return Outcome(error=error)
    connection.execute("RELEASE unit")
    return Outcome(value)


def _alone(connection: sqlite3.Connection, unit: Work, begin: str) -> Outcome:
    try:
        _begin(connection, begin)
        value = unit(connection)
        connection.execute("COMMIT")
    except BaseException as error:  # noqa: BLE001 - it is for whoever waits for the unit
        _undo(connection)
        return Outcome(error=error)
    return Outcome(value)


def _undo(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:  # a full disk has rolled back already
        connection.execute("ROLLBACK")


def _begin(connection: sqlite3.Connection, begin: str) -> None:
    """Begin, with patience for other programs: nothing has happened yet, so it can be tried again."""
    for left in reversed(range(_ROUNDS)):
        try:
            connection.execute(begin)
        except sqlite3.OperationalError as error:
            if not (left and is_busy(error)):
                raise
        else:
            return
