"""Many people who have subscribed, written to a database quickly."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.storage.opening import connect

_WEEK: Final = 7 * 24 * 3600


def subscribed(path: Path, people: int, due: int, now: datetime) -> None:
    """A new database; `due` of the people are due by now, the others at some time of the week to come."""
    connection = connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    _fill(connection, people, due, int(now.timestamp()))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _fill(connection: sqlite3.Connection, people: int, due: int, now: int) -> None:
    times = [now - 1 if one < due else now + 1 + one * 37 % (_WEEK - 2) for one in range(people)]
    connection.executemany(
        "INSERT INTO users (id, channel, address, created_at) VALUES (?, 'telegram', ?, ?)",
        ((one, str(one + 1), now) for one in range(people)),
    )
    connection.executemany(
        "INSERT INTO subscriptions (user_id, weekday, minute, zone, next_week, next_due, paused)"
        " VALUES (?, ?, ?, 'Europe/Helsinki', 7, ?, 0)",
        ((one, one % 7, one % 1440, at) for one, at in enumerate(times)),
    )
    connection.executemany(
        "INSERT INTO due (at, user_id, kind) VALUES (?, ?, 'week')",
        sorted((at, one) for one, at in enumerate(times)),
    )
