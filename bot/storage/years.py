"""Somebody's years of challenges: which came, what became of them, and what was noted."""

import sqlite3
from typing import Any, Final

from bot.state import Record, Reflection
from bot.storage import slots, sql
from bot.storage.instants import from_epoch

_SQL: Final = sql.load("years")


def record(connection: sqlite3.Connection, user_id: int) -> Record:
    """What there is of the present year, and what was noted before it."""
    since = began_at(connection, user_id)
    noted = list(_SQL.reflections(connection, user_id=user_id))
    return Record(
        received=tuple(row["week"] for row in _SQL.received(connection, user_id=user_id, since=since)),
        reflections=tuple(_reflection(row) for row in noted if row["at"] > since),
        earlier=tuple(_reflection(row) for row in noted if row["at"] <= since),
    )


def last_week(connection: sqlite3.Connection, user_id: int, since: int) -> int | None:
    """The challenge that was delivered last in a year that began then."""
    row = _SQL.last_week(connection, user_id=user_id, since=since)
    return None if row is None else int(row["week"])


def reflect(connection: sqlite3.Connection, user_id: int, week: int, text: str, now: int) -> None:
    """Keep what somebody notes about a week, in place of what they noted about it this year."""
    drop_reflection(connection, user_id, week)
    _SQL.reflect(connection, user_id=user_id, week=week, text=text, now=now)


def drop_reflection(connection: sqlite3.Connection, user_id: int, week: int) -> None:
    """Delete what was noted about a week this year."""
    _SQL.drop_reflection(connection, user_id=user_id, week=week, since=began_at(connection, user_id))


def begin_year(connection: sqlite3.Connection, user_id: int, now: int) -> None:
    """Begin again at week 1: what is planned about the weeks of the old year is off, what was noted stays."""
    _SQL.begin_year(connection, user_id=user_id, now=now)
    _SQL.drop_weeks(connection, user_id=user_id)
    slots.begin_again(connection, user_id)


def turn_over(connection: sqlite3.Connection, user_id: int, weeks: int, now: int) -> None:
    """Begin another year with the challenge that has just come, if all weeks of the series came before it."""
    row = _SQL.count_received(connection, user_id=user_id, since=began_at(connection, user_id))
    if row["number"] > weeks:
        _SQL.begin_year(connection, user_id=user_id, now=now - 1)
        _SQL.drop_weeks(connection, user_id=user_id)


def drop_history(connection: sqlite3.Connection, user_id: int) -> None:
    """Delete which challenges came, what became of them, and what was noted."""
    _SQL.drop_weeks(connection, user_id=user_id)
    _SQL.drop_reflections(connection, user_id=user_id)
    _SQL.drop_deliveries(connection, user_id=user_id)


def began_at(connection: sqlite3.Connection, user_id: int) -> int:
    """When the present year began; 0 for the first."""
    row = _SQL.year_began_at(connection, user_id=user_id)
    return int(row["year_began_at"] or 0)


def _reflection(row: dict[str, Any]) -> Reflection:
    return Reflection(row["week"], row["text"], from_epoch(row["at"]))
