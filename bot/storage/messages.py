"""The bot's messages that may be edited later."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from bot.conversation import Reply
from bot.shown import Shown
from bot.storage import sql

_SQL: Final = sql.load("messages")


def shown_to(connection: sqlite3.Connection, user_id: int) -> tuple[Shown, ...]:
    """All of one person."""
    rows = _SQL.shown(connection, user_id=user_id)
    return tuple(Shown(row["ref"], row["name"], bool(row["buttons"])) for row in rows)


def remember(connection: sqlite3.Connection, user_id: int, shown: Shown) -> None:
    """A message is sent, or edited; of one name there is the newest alone."""
    if shown.name is not None:
        _SQL.take_name(connection, user_id=user_id, name=shown.name)
        _SQL.sweep(connection, user_id=user_id)
    _SQL.show(connection, user_id=user_id, ref=shown.ref, name=shown.name, buttons=shown.buttons)


def clear(connection: sqlite3.Connection, user_id: int, replies: Iterable[Reply]) -> None:
    """The messages that these replies take the buttons from, or the place, have none any more."""
    cleared = [ref for reply in replies for ref in (*reply.clears, reply.replaces) if ref is not None]
    for ref in cleared:
        _SQL.take_buttons(connection, user_id=user_id, ref=ref)
    if cleared:
        _SQL.sweep(connection, user_id=user_id)
