"""Everything stored of one person, ready for JSON: instants and days are ISO 8601."""

import sqlite3
from typing import Any, Final

import msgspec

from bot.conversation import Address
from bot.storage import messages, outbox, people, reminders, slots, sql, years
from bot.storage.instants import to_iso

_SQL: Final = sql.load("people")
_INSTANTS: Final = ("at", "due_at", "intent_at", "settled_at", "created_at")


def export(connection: sqlite3.Connection, address: Address) -> dict[str, Any]:
    """All there is of this person and of nobody else; empty for somebody unknown."""
    user = people.find(connection, address)
    if user is None:
        return {}
    user_id = user["id"]
    stored = {
        "address": address,
        "since": to_iso(user["created_at"]),
        "blocked_at": to_iso(user["blocked_at"]),
        "profile": people.profile_of(user),
        "session": people.session_of(connection, user_id),
        "draft": people.draft_of(connection, user_id),
        "notes": people.notes_of(connection, user_id),
        "subscription": slots.subscription_of(connection, user_id),
        "first_message_at": to_iso(slots.stands_at(connection, user_id, slots.AFTER)),
        "reminder": _readable(reminders.reminder_of(connection, user_id)),
        "check_in": _readable(reminders.reminder_of(connection, user_id, reminders.CHECK)),
        "year_began_at": to_iso(user["year_began_at"]),
        "year": years.record(connection, user_id),
        "weeks": [_readable(row) for row in _SQL.weeks(connection, user_id=user_id)],
        "deliveries": [_readable(row) for row in _SQL.deliveries(connection, user_id=user_id)],
        "messages": messages.shown_to(connection, user_id),
        "letters": [_letter(row) for row in outbox.letters_to(connection, address)],
    }
    ready: dict[str, Any] = msgspec.to_builtins(stored)
    return ready


def _readable(row: dict[str, Any] | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return row | {key: to_iso(row[key]) for key in _INSTANTS if key in row}


def _letter(row: dict[str, Any]) -> dict[str, Any]:
    return {"reply": msgspec.json.decode(row["payload"]), "created_at": to_iso(row["created_at"])}
