"""Challenges that are brought up once more: because somebody asked for it, or to ask how it went."""

import sqlite3
from collections.abc import Collection
from typing import Any, Final

from bot.ports import CHECK_IN
from bot.storage import sql

_SQL: Final = sql.load("reminders")
_DAY: Final = 24 * 3600
AGAIN: Final = "again"  # somebody asked for it
CHECK: Final = CHECK_IN  # the question how it went, a day before the next one comes
KINDS: Final = frozenset({AGAIN, CHECK})


def remind(connection: sqlite3.Connection, user_id: int, week: int, at: int) -> None:
    """Bring a challenge up again; the standing slot stays where it is.

    To ask how it went before that, or on the next day, would be once too often.
    """
    plan(connection, user_id, AGAIN, week, at)
    check = reminder_of(connection, user_id, CHECK)
    if check is not None and check["at"] <= at + _DAY:
        silence(connection, user_id, CHECK)


def plan(connection: sqlite3.Connection, user_id: int, kind: str, week: int, at: int) -> None:
    """Have a reminder of a kind, in place of one that was planned before."""
    _SQL.save_reminder(connection, user_id=user_id, kind=kind, week=week, at=at)
    _SQL.set_due(connection, user_id=user_id, kind=kind, at=at)


def reminder_of(connection: sqlite3.Connection, user_id: int, kind: str = AGAIN) -> dict[str, Any] | None:
    """The `week` to be brought up again, or asked about, and `at` what time, if there is one."""
    reminder: dict[str, Any] | None = _SQL.find_reminder(connection, user_id=user_id, kind=kind)
    return reminder


def is_over(connection: sqlite3.Connection, user_id: int, week: int) -> bool:
    """Whether a week is done or skipped."""
    return _SQL.is_over(connection, user_id=user_id, week=week) is not None


def let_rest(connection: sqlite3.Connection, user_id: int, week: int) -> None:
    """Do not bring a week up again: it is done, or skipped."""
    for kind in KINDS:
        reminder = reminder_of(connection, user_id, kind)
        if reminder is not None and reminder["week"] == week:
            silence(connection, user_id, kind)


def give_way(connection: sqlite3.Connection, user_id: int, kinds: Collection[str], now: int) -> None:
    """Something else comes now: reminders that are due as well are not wanted any more."""
    for kind in kinds:
        reminder = reminder_of(connection, user_id, kind)
        if reminder is not None and reminder["at"] <= now:
            silence(connection, user_id, kind)


def silence(connection: sqlite3.Connection, user_id: int, kind: str) -> None:
    """No reminder of the kind comes."""
    _SQL.clear_due(connection, user_id=user_id, kind=kind)
    _SQL.delete_reminder(connection, user_id=user_id, kind=kind)


def settle(connection: sqlite3.Connection, user_id: int, kind: str, at: int) -> None:
    """The reminder of that time is done with."""
    _SQL.delete_reminder_at(connection, user_id=user_id, kind=kind, at=at)
