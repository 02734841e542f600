"""What a turn changes: one function for each kind of change."""

import sqlite3
from collections.abc import Callable
from typing import Any, Final

from msgspec import json, structs

from bot.state import (
    BeginYear,
    Change,
    DropHistory,
    DropNote,
    DropReflection,
    KeepNote,
    MarkNote,
    MarkWeek,
    OfferLater,
    Reflect,
    Remind,
    RewriteNote,
    SaveDraft,
    SaveProfile,
    Subscribe,
    Unsubscribe,
)
from bot.storage import reminders, slots, sql, years
from bot.storage.instants import to_epoch

_SQL: Final = sql.load("people")
_TOO_LARGE: Final = 2**63


def apply(connection: sqlite3.Connection, user_id: int, change: Change, now: int) -> None:
    """Make one change of a person's rows. `Forget` is none of them: it leaves no row.

    A number that no column can hold comes from a forged button: nothing is known by it, so nothing changes.
    """
    make = _APPLY[type(change)]
    if all(_fits(value) for value in structs.astuple(change)):
        make(connection, user_id, change, now)


def _fits(value: object) -> bool:
    return not isinstance(value, int) or -_TOO_LARGE <= value < _TOO_LARGE


def _save_profile(connection: sqlite3.Connection, user_id: int, change: SaveProfile, _now: int) -> None:
    profile = change.profile
    oath_on = None if profile.oath_on is None else profile.oath_on.isoformat()
    _SQL.save_profile(
        connection,
        user_id=user_id,
        about_me=profile.about_me,
        account=profile.account,
        oath_on=oath_on,
        notes_a_month=profile.notes_a_month,
        manner=json.encode(profile.manner).decode(),
        reminders=profile.reminders,
        language=profile.language,
    )
    if not profile.reminders:
        slots.offer_nothing(connection, user_id)


def _save_draft(connection: sqlite3.Connection, user_id: int, change: SaveDraft, _now: int) -> None:
    draft = change.draft
    _SQL.save_draft(connection, user_id=user_id, text=draft.text, limit=draft.limit, ref=draft.ref)


def _keep_note(connection: sqlite3.Connection, user_id: int, change: KeepNote, _now: int) -> None:
    note = change.note
    _SQL.keep_note(
        connection,
        user_id=user_id,
        text=note.text,
        limit=note.limit,
        who=note.who,
        kept_at=to_epoch(note.kept_at),
        answers=json.encode(note.answers).decode(),
    )


def _drop_note(connection: sqlite3.Connection, user_id: int, change: DropNote, _now: int) -> None:
    _SQL.drop_note(connection, user_id=user_id, id=change.id)


def _rewrite_note(connection: sqlite3.Connection, user_id: int, change: RewriteNote, _now: int) -> None:
    _SQL.rewrite_note(connection, user_id=user_id, id=change.id, text=change.text)


def _mark_note(connection: sqlite3.Connection, user_id: int, change: MarkNote, _now: int) -> None:
    _SQL.mark_note(connection, user_id=user_id, id=change.id, fate=change.fate, at=to_epoch(change.at))


def _offer_later(connection: sqlite3.Connection, user_id: int, change: OfferLater, _now: int) -> None:
    slots.offer_later(connection, user_id, to_epoch(change.at))


def _subscribe(connection: sqlite3.Connection, user_id: int, change: Subscribe, now: int) -> None:
    slots.subscribe(connection, user_id, change.subscription, now)


def _unsubscribe(connection: sqlite3.Connection, user_id: int, _change: Unsubscribe, _now: int) -> None:
    slots.unsubscribe(connection, user_id)


def _mark_week(connection: sqlite3.Connection, user_id: int, change: MarkWeek, now: int) -> None:
    _SQL.mark_week(connection, user_id=user_id, week=change.week, state=change.state, now=now)
    if change.state != "later":
        reminders.let_rest(connection, user_id, change.week)


def _remind(connection: sqlite3.Connection, user_id: int, change: Remind, _now: int) -> None:
    reminders.remind(connection, user_id, change.week, to_epoch(change.at))


def _reflect(connection: sqlite3.Connection, user_id: int, change: Reflect, now: int) -> None:
    years.reflect(connection, user_id, change.week, change.text, now)


def _drop_reflection(connection: sqlite3.Connection, user_id: int, change: DropReflection, _now: int) -> None:
    years.drop_reflection(connection, user_id, change.week)


def _begin_year(connection: sqlite3.Connection, user_id: int, _change: BeginYear, now: int) -> None:
    years.begin_year(connection, user_id, now)


def _drop_history(connection: sqlite3.Connection, user_id: int, _change: DropHistory, _now: int) -> None:
    years.drop_history(connection, user_id)


_APPLY: Final[dict[type[Any], Callable[[sqlite3.Connection, int, Any, int], None]]] = {
    SaveProfile: _save_profile,
    SaveDraft: _save_draft,
    KeepNote: _keep_note,
    DropNote: _drop_note,
    RewriteNote: _rewrite_note,
    MarkNote: _mark_note,
    OfferLater: _offer_later,
    Subscribe: _subscribe,
    Unsubscribe: _unsubscribe,
    MarkWeek: _mark_week,
    Remind: _remind,
    Reflect: _reflect,
    DropReflection: _drop_reflection,
    BeginYear: _begin_year,
    DropHistory: _drop_history,
}
