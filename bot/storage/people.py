"""The rows of one person: who it is, where the conversation stands, what is remembered."""

import sqlite3
from datetime import date
from typing import Any, Final

import msgspec

from bot.coach.model import Manner
from bot.conversation import Address, Choice
from bot.state import Draft, KeptNote, Profile, Session, Snapshot
from bot.storage import messages, reminders, slots, sql, years
from bot.storage.instants import from_epoch

_SQL: Final = sql.load("people")


def find(connection: sqlite3.Connection, address: Address) -> dict[str, Any] | None:
    """The person's row, if there is one."""
    row: dict[str, Any] | None = _SQL.find_user(connection, channel=address.channel, address=address.id)
    return row


def welcome(connection: sqlite3.Connection, address: Address, now: int) -> int:
    """The id of the person's row, made if need be; whoever writes is not blocked any more."""
    row = _SQL.welcome(connection, channel=address.channel, address=address.id, now=now)
    return int(row["id"])


def save_session(connection: sqlite3.Connection, user_id: int, session: Session) -> None:
    """Put down where the conversation stands."""
    _SQL.save_session(
        connection,
        user_id=user_id,
        dialog=session.dialog,
        states=msgspec.json.encode(session.states).decode(),
        offered=msgspec.json.encode(session.offered).decode(),
    )


def snapshot(connection: sqlite3.Connection, address: Address) -> Snapshot:
    """All that a turn needs to know."""
    user = find(connection, address)
    if user is None:
        return Snapshot()
    reminder = reminders.reminder_of(connection, user["id"])
    return Snapshot(
        profile=profile_of(user),
        session=session_of(connection, user["id"]),
        subscription=slots.subscription_of(connection, user["id"]),
        draft=draft_of(connection, user["id"]),
        weeks={row["week"]: row["state"] for row in _SQL.weeks(connection, user_id=user["id"])},
        last_week=years.last_week(connection, user["id"], user["year_began_at"] or 0),
        kept=_SQL.count_notes(connection, user_id=user["id"])["number"],
        reminder=None if reminder is None else reminder["week"],
        shown=messages.shown_to(connection, user["id"]),
        stamp=stamp_of(connection, address),
    )


def stamp_of(connection: sqlite3.Connection, address: Address) -> int:
    """The stamp of the session that is stored, 0 for somebody unknown."""
    row = _SQL.find_stamp(connection, channel=address.channel, address=address.id)
    return 0 if row is None else int(row["stamp"])


def profile_of(user: dict[str, Any]) -> Profile:
    """The profile in a person's row."""
    oath_on = None if user["oath_on"] is None else date.fromisoformat(user["oath_on"])
    return Profile(
        about_me=user["about_me"],
        account=user["account"],
        oath_on=oath_on,
        notes_a_month=user["notes_a_month"],
        manner=msgspec.json.decode(user["manner"], type=Manner),
        reminders=bool(user["reminders"]),
        language=user["language"],
    )


def session_of(connection: sqlite3.Connection, user_id: int) -> Session:
    """Where the conversation stands; everybody stored has a session."""
    row = _SQL.find_session(connection, user_id=user_id)
    return Session(
        dialog=row["dialog"],
        states=msgspec.json.decode(row["states"]),
        offered=msgspec.json.decode(row["offered"], type=tuple[Choice, ...]),
    )


def draft_of(connection: sqlite3.Connection, user_id: int) -> Draft | None:
    """The last draft."""
    row = _SQL.find_draft(connection, user_id=user_id)
    return None if row is None else Draft(**row)


def notes_of(connection: sqlite3.Connection, user_id: int) -> list[KeptNote]:
    """The kept notes, newest first."""
    rows = _SQL.kept_notes(connection, user_id=user_id)
    return [_note(row) for row in rows]


def _note(row: dict[str, Any]) -> KeptNote:
    sent_at = None if row["sent_at"] is None else from_epoch(row["sent_at"])
    answers = msgspec.json.decode(row["answers"], type=dict[str, str])
    return KeptNote(**row | {"kept_at": from_epoch(row["kept_at"]), "sent_at": sent_at, "answers": answers})


def block(connection: sqlite3.Connection, user_id: int, now: int) -> None:
    """This person cannot be reached: end the subscription quietly and note it."""
    slots.unsubscribe(connection, user_id)
    _SQL.block(connection, user_id=user_id, now=now)


def move(connection: sqlite3.Connection, address: Address, new_id: str) -> None:
    """The chat has a new id: what was stored under the old one counts, not what began under the new."""
    if find(connection, address) is not None:
        delete(connection, Address(address.channel, new_id))
        _SQL.move_user(connection, channel=address.channel, address=address.id, new_address=new_id)


def delete(connection: sqlite3.Connection, address: Address) -> None:
    """Forget a person; all that hangs on the row goes with it."""
    _SQL.delete_user(connection, channel=address.channel, address=address.id)
