"""When a challenge comes next: the tables `subscriptions` and `due`, kept in step."""

import sqlite3
from collections.abc import Collection
from datetime import date
from typing import Any, Final

from msgspec import Struct

from bot.coach.challenge import WEEKS
from bot.coach.schedule import is_at, next_due
from bot.errors import UnknownZoneError
from bot.state import Subscription
from bot.storage import reminders, sql
from bot.storage.instants import from_epoch, to_epoch
from bot.storage.reminders import AGAIN, CHECK, KINDS

_SQL: Final = sql.load("subscriptions")
_DAY: Final = 24 * 3600
Series = Collection[int]
YEAR: Final = range(1, WEEKS + 1)
WEEK: Final = "week"  # the standing challenge of the week
AFTER: Final = "after"  # no challenge: help with a first message, some days after an invitation was accepted


class Occasion(Struct, frozen=True):
    """When which challenge is due, and of what kind; a delivery's slot is `<kind>:<at>`."""

    kind: str
    at: int
    week: int


def subscribe(connection: sqlite3.Connection, user_id: int, subscription: Subscription, now: int) -> None:
    """Begin a subscription, or put another in its place.

    A pause silences reminders too; one that ends by itself leaves only the challenge that ends it.
    """
    due_at = to_epoch(subscription.next_due)
    _SQL.save_subscription(
        connection,
        user_id=user_id,
        weekday=subscription.weekday,
        minute=subscription.minute,
        zone=subscription.zone,
        next_week=subscription.next_week,
        next_due=due_at,
        paused=subscription.paused,
        until=None if subscription.until is None else subscription.until.isoformat(),
        check_in=subscription.check_in,
    )
    if subscription.paused:
        _silence(connection, user_id)
    elif (check := reminders.reminder_of(connection, user_id, CHECK)) is not None:
        _plan_check_in(connection, user_id, check["week"], after=now)
    if not subscription.paused or subscription.until is not None:
        _SQL.set_due(connection, user_id=user_id, kind=WEEK, at=due_at)


def unsubscribe(connection: sqlite3.Connection, user_id: int) -> None:
    """End the subscription and the reminder."""
    _SQL.delete_subscription(connection, user_id=user_id)
    _silence(connection, user_id)


def offer_later(connection: sqlite3.Connection, user_id: int, at: int) -> None:
    """Offer help with a first message at that time."""
    _SQL.set_due(connection, user_id=user_id, kind=AFTER, at=at)


def offer_nothing(connection: sqlite3.Connection, user_id: int) -> None:
    """Do not offer what was to be offered."""
    _SQL.clear_due(connection, user_id=user_id, kind=AFTER)


def came(connection: sqlite3.Connection, user_id: int, week: int, now: int) -> None:
    """A week's challenge has come: nobody has said anything yet, and how it goes may be asked later on."""
    _SQL.came_in_silence(connection, user_id=user_id)
    _plan_check_in(connection, user_id, week, after=now)


def sign_of_life(connection: sqlite3.Connection, user_id: int) -> None:
    """This person has said or pressed something."""
    _SQL.sign_of_life(connection, user_id=user_id)


def begin_again(connection: sqlite3.Connection, user_id: int) -> None:
    """Week 1 comes next, and nothing of the weeks before is brought up."""
    _SQL.set_next_week(connection, user_id=user_id, week=1)
    for kind in KINDS:
        reminders.silence(connection, user_id, kind)


def subscription_of(connection: sqlite3.Connection, user_id: int) -> Subscription | None:
    """The standing wish, if there is one."""
    row = _SQL.find_subscription(connection, user_id=user_id)
    if row is None:
        return None
    return Subscription(
        **row
        | {
            "next_due": from_epoch(row["next_due"]),
            "paused": bool(row["paused"]),
            "until": None if row["until"] is None else date.fromisoformat(row["until"]),
            "check_in": bool(row["check_in"]),
        },
    )


def stands_at(connection: sqlite3.Connection, user_id: int, kind: str) -> int | None:
    """When the next occasion of the kind is due."""
    row = _SQL.find_due(connection, user_id=user_id, kind=kind)
    return None if row is None else int(row["at"])


def leave(
    connection: sqlite3.Connection, user_id: int, occasion: Occasion, now: int, series: Series = YEAR
) -> None:
    """Go on from an occasion, if that is still where things stand.

    What was missed meanwhile is not made up for: the next slot is the first after now. A reminder that is due
    by now gives way to what comes now, and nobody asks how the old week went when the new one is here.
    """
    if stands_at(connection, user_id, occasion.kind) != occasion.at:
        return
    if occasion.kind != WEEK:
        _SQL.clear_due(connection, user_id=user_id, kind=occasion.kind)
        if occasion.kind in KINDS:
            reminders.give_way(connection, user_id, KINDS - {occasion.kind}, now)
        return
    subscription = _SQL.find_subscription(connection, user_id=user_id)
    week = subscription["next_week"]
    _stand(
        connection,
        user_id,
        next_week=following(week, series) if week == occasion.week else week,
        at=_slot_after(subscription, max(now, occasion.at)),
    )
    reminders.give_way(connection, user_id, {AGAIN}, now)
    reminders.silence(connection, user_id, CHECK)


def put_back(connection: sqlite3.Connection, user_id: int, occasion: Occasion, series: Series = YEAR) -> None:
    """Undo `leave`, unless the person has changed course since."""
    if occasion.kind == AFTER:
        if stands_at(connection, user_id, AFTER) is None:
            offer_later(connection, user_id, occasion.at)
        return
    if occasion.kind in KINDS:
        reminder = reminders.reminder_of(connection, user_id, occasion.kind)
        if reminder is not None and reminder["at"] == occasion.at:
            _SQL.set_due(connection, user_id=user_id, kind=occasion.kind, at=occasion.at)
        return
    subscription = _SQL.find_subscription(connection, user_id=user_id)
    if not subscription or subscription["paused"]:
        return
    if subscription["next_week"] == following(occasion.week, series):
        _stand(connection, user_id, occasion.week, occasion.at)


def following(week: int, series: Series = YEAR) -> int:
    """The challenge after this one, of those that are written; after the last, the series begins again."""
    return min(series, key=lambda one: (one - week - 1) % WEEKS)


def recompute(connection: sqlite3.Connection, now: int) -> None:
    """Reckon the slots yet to come by the time zone rules of today, each slot once for all who share it.

    A slot moves by a change of rules of less than a day, so the right one is the first after a day before;
    most have not moved, which is quicker to see than to reckon.
    """
    slots = (row for row in _SQL.future(connection, now=now) if not _stands(row))
    reckoned = (row | {"at": _slot_after(row, row["next_due"] - _DAY)} for row in slots)
    if moved := [row for row in reckoned if row["at"] != row["next_due"]]:
        _SQL.make_moved(connection)
        _SQL.note_moved(connection, moved)
        _SQL.move_due(connection)
        _SQL.move_slots(connection)
        _SQL.drop_moved(connection)


def _stands(slot: dict[str, Any]) -> bool:
    """Whether clocks still show a slot's weekday and minute when it is due; a zone that was dropped stays."""
    try:
        return is_at(from_epoch(slot["next_due"]), slot["weekday"], slot["minute"], slot["zone"])
    except UnknownZoneError:
        return True


def _slot_after(subscription: dict[str, Any], after: int) -> int:
    """The first slot after an instant; for a zone that was dropped, the same time of the same weekday."""
    weekday, minute, zone = subscription["weekday"], subscription["minute"], subscription["zone"]
    try:
        return to_epoch(next_due(weekday, minute, zone, from_epoch(after)))
    except UnknownZoneError:
        at: int = subscription["next_due"]
        return at + max(0, after - at) // (7 * _DAY) * 7 * _DAY + 7 * _DAY


def _stand(connection: sqlite3.Connection, user_id: int, next_week: int, at: int) -> None:
    _SQL.move_on(connection, user_id=user_id, next_week=next_week, next_due=at)
    _SQL.set_due(connection, user_id=user_id, kind=WEEK, at=at)


def _plan_check_in(connection: sqlite3.Connection, user_id: int, week: int, after: int) -> None:
    """Ask a day before the next challenge how a week went, where that is wanted and the week is open."""
    reminders.silence(connection, user_id, CHECK)
    subscription = subscription_of(connection, user_id)
    if subscription is None or subscription.paused or not subscription.check_in:
        return
    if reminders.is_over(connection, user_id, week):
        return
    day_before = (subscription.weekday - 1) % 7
    try:
        at = to_epoch(next_due(day_before, subscription.minute, subscription.zone, from_epoch(after)))
    except UnknownZoneError:
        return
    if at < to_epoch(subscription.next_due):
        reminders.plan(connection, user_id, CHECK, week, at)


def _silence(connection: sqlite3.Connection, user_id: int) -> None:
    for kind in (WEEK, AFTER):
        _SQL.clear_due(connection, user_id=user_id, kind=kind)
    for kind in KINDS:
        reminders.silence(connection, user_id, kind)
