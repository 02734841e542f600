"""When a challenge comes next: the tables `subscriptions`, `reminders` and `due`, kept in step."""

import sqlite3
from collections.abc import Collection
from typing import Any, Final

from msgspec import Struct

from bot.coach.challenge import WEEKS
from bot.coach.schedule import next_due
from bot.errors import UnknownZoneError
from bot.state import Subscription
from bot.storage import sql
from bot.storage.instants import from_epoch, to_epoch

_SQL: Final = sql.load("subscriptions")
_DAY: Final = 24 * 3600
Series = Collection[int]
YEAR: Final = range(1, WEEKS + 1)
WEEK: Final = "week"  # the standing challenge of the week
AGAIN: Final = "again"  # one that somebody asked to be reminded of
AFTER: Final = "after"  # no challenge: help with a first message, some days after an invitation was accepted


class Occasion(Struct, frozen=True):
    """When which challenge is due, and of what kind; a delivery's slot is `<kind>:<at>`."""

    kind: str
    at: int
    week: int


def subscribe(connection: sqlite3.Connection, user_id: int, subscription: Subscription) -> None:
    """Begin a subscription, or put another in its place. A pause silences reminders too."""
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
    )
    if subscription.paused:
        _silence(connection, user_id)
    else:
        _SQL.set_due(connection, user_id=user_id, kind=WEEK, at=due_at)


def unsubscribe(connection: sqlite3.Connection, user_id: int) -> None:
    """End the subscription and the reminder."""
    _SQL.delete_subscription(connection, user_id=user_id)
    _silence(connection, user_id)


def remind(connection: sqlite3.Connection, user_id: int, week: int, at: int) -> None:
    """Bring a challenge up again; the standing slot stays where it is."""
    _SQL.save_reminder(connection, user_id=user_id, week=week, at=at)
    _SQL.set_due(connection, user_id=user_id, kind=AGAIN, at=at)


def offer_later(connection: sqlite3.Connection, user_id: int, at: int) -> None:
    """Offer help with a first message at that time."""
    _SQL.set_due(connection, user_id=user_id, kind=AFTER, at=at)


def let_rest(connection: sqlite3.Connection, user_id: int, week: int) -> None:
    """Do not bring a week up again: it is done, or skipped."""
    reminder = reminder_of(connection, user_id)
    if reminder is not None and reminder["week"] == week:
        _silence_reminder(connection, user_id)


def subscription_of(connection: sqlite3.Connection, user_id: int) -> Subscription | None:
    """The standing wish, if there is one."""
    row = _SQL.find_subscription(connection, user_id=user_id)
    if row is None:
        return None
    return Subscription(
        **row | {"next_due": from_epoch(row["next_due"]), "paused": bool(row["paused"])},
    )


def reminder_of(connection: sqlite3.Connection, user_id: int) -> dict[str, Any] | None:
    """The `week` to be brought up again and `at` what time, if there is one."""
    reminder: dict[str, Any] | None = _SQL.find_reminder(connection, user_id=user_id)
    return reminder


def stands_at(connection: sqlite3.Connection, user_id: int, kind: str) -> int | None:
    """When the next occasion of the kind is due."""
    row = _SQL.find_due(connection, user_id=user_id, kind=kind)
    return None if row is None else int(row["at"])


def leave(
    connection: sqlite3.Connection, user_id: int, occasion: Occasion, now: int, series: Series = YEAR
) -> None:
    """Go on from an occasion, if that is still where things stand.

    What was missed meanwhile is not made up for: the next slot is the first after now. A reminder that is due
    by now gives way to the week's challenge.
    """
    if stands_at(connection, user_id, occasion.kind) != occasion.at:
        return
    if occasion.kind != WEEK:
        _SQL.clear_due(connection, user_id=user_id, kind=occasion.kind)
        return
    subscription = _SQL.find_subscription(connection, user_id=user_id)
    week = subscription["next_week"]
    _stand(
        connection,
        user_id,
        next_week=following(week, series) if week == occasion.week else week,
        at=_slot_after(subscription, max(now, occasion.at)),
    )
    reminder = reminder_of(connection, user_id)
    if reminder is not None and reminder["at"] <= now:
        _silence_reminder(connection, user_id)


def put_back(connection: sqlite3.Connection, user_id: int, occasion: Occasion, series: Series = YEAR) -> None:
    """Undo `leave`, unless the person has changed course since."""
    if occasion.kind == AFTER:
        if stands_at(connection, user_id, AFTER) is None:
            offer_later(connection, user_id, occasion.at)
        return
    if occasion.kind == AGAIN:
        reminder = reminder_of(connection, user_id)
        if reminder is not None and reminder["at"] == occasion.at:
            _SQL.set_due(connection, user_id=user_id, kind=AGAIN, at=occasion.at)
        return
    subscription = _SQL.find_subscription(connection, user_id=user_id)
    if not subscription or subscription["paused"]:
        return
    if subscription["next_week"] == following(occasion.week, series):
        _stand(connection, user_id, occasion.week, occasion.at)


def settle_reminder(connection: sqlite3.Connection, user_id: int, at: int) -> None:
    """The reminder of that time is done with."""
    _SQL.delete_reminder_at(connection, user_id=user_id, at=at)


def following(week: int, series: Series = YEAR) -> int:
    """The challenge after this one, of those that are written; after the last, the series begins again."""
    return min(series, key=lambda one: (one - week - 1) % WEEKS)


def recompute(connection: sqlite3.Connection, now: int) -> None:
    """Reckon the slots yet to come by the time zone rules of today.

    A slot moves by a change of rules of less than a day, so the right one is the first after a day before.
    """
    for row in list(_SQL.future(connection, now=now)):
        due_at = _slot_after(row, row["next_due"] - _DAY, unknown=row["next_due"])
        if due_at != row["next_due"]:
            _stand(connection, row["user_id"], row["next_week"], due_at)


def _slot_after(subscription: dict[str, Any], after: int, unknown: int | None = None) -> int:
    """The first slot after an instant; for a zone that was dropped, the same time of the same weekday."""
    weekday, minute, zone = subscription["weekday"], subscription["minute"], subscription["zone"]
    try:
        return to_epoch(next_due(weekday, minute, zone, from_epoch(after)))
    except UnknownZoneError:
        if unknown is not None:
            return unknown
        at: int = subscription["next_due"]
        return at + max(0, after - at) // (7 * _DAY) * 7 * _DAY + 7 * _DAY


def _stand(connection: sqlite3.Connection, user_id: int, next_week: int, at: int) -> None:
    _SQL.move_on(connection, user_id=user_id, next_week=next_week, next_due=at)
    _SQL.set_due(connection, user_id=user_id, kind=WEEK, at=at)


def _silence(connection: sqlite3.Connection, user_id: int) -> None:
    for kind in (WEEK, AFTER):
        _SQL.clear_due(connection, user_id=user_id, kind=kind)
    _silence_reminder(connection, user_id)


def _silence_reminder(connection: sqlite3.Connection, user_id: int) -> None:
    _SQL.clear_due(connection, user_id=user_id, kind=AGAIN)
    _SQL.delete_reminder(connection, user_id=user_id)
