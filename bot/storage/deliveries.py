"""Challenges on their way: commit the intent, send, commit the mark."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import partial
from math import ceil
from typing import Any, Final

from msgspec.structs import replace

from bot.conversation import Address
from bot.ports import DeliveryState, Due, Figures
from bot.storage import meta, outbox, reminders, slots, sql, years
from bot.storage.database import Database
from bot.storage.instants import from_epoch, to_epoch
from bot.storage.people import find

_SQL: Final = sql.load("deliveries")
_FLOOD: Final = "flood_until"


class SqliteDeliveries:
    """The deliveries of one database; one row for each person and slot, `<kind>:<due epoch>`."""

    def __init__(self, database: Database, series: slots.Series = slots.YEAR) -> None:
        self._database = database
        self._series = series

    async def due(
        self, now: datetime, limit: int, channel: str | None = None, address: Address | None = None
    ) -> list[Due]:
        """What is due, oldest first, one for each person: a reminder gives way to the week's challenge."""
        whose = _whose(channel, address)
        return await self._list(partial(_SQL.due, now=to_epoch(now), limit=limit, **whose))

    async def in_doubt(self, channel: str | None = None, address: Address | None = None) -> list[Due]:
        """Rows that are `sending`, oldest first; without a lease nobody sends them at the moment."""
        return await self._list(partial(_SQL.in_doubt, **_whose(channel, address)))

    async def claim(self, due: Due, now: datetime, lease: str | None = None) -> int | None:
        """Commit the intent to send; the subscription moves on to its first slot after `now`.

        Returns the number of this attempt, or None when somebody else has it, it is not wanted any more, or
        the whole bot has to keep silent. What is in doubt and not wanted any more, or overtaken by a newer
        challenge, ends as `parked`.

        Args:
            due: as it was read: who was slower than another claim gets nothing.
            now: when the sending begins.
            lease: a word that no other claim uses. From now on only who knows it can settle the delivery,
                until somebody claims it anew.
        """
        return await self._database.transaction(
            lambda connection: _claim(connection, due, to_epoch(now), lease, self._series)
        )

    async def mark(self, due: Due, state: DeliveryState, now: datetime) -> None:
        """Commit what became of it. What is settled stays as it is, and so does what another claim holds.

        With `dead` the person is gone: nothing more is sent there until they write again.
        """
        await self._database.transaction(
            lambda connection: _mark(connection, due, state, to_epoch(now), self._series)
        )

    async def release(self, due: Due) -> None:
        """Certainly not sent: this attempt does not count, and the occasion is due again.

        Unless the person has paused, left or begun elsewhere in the series since.
        """
        await self._database.transaction(lambda connection: _release(connection, due, self._series))

    async def let_go(self, due: Due) -> None:
        """In doubt, and nobody sends it now: whoever wants can claim it again."""
        await self._database.transaction(lambda connection: _let_go(connection, due))

    async def figures(self, now: datetime) -> Figures:
        """How the whole stands, in numbers."""
        row = await self._database.read(lambda connection: _SQL.figures(connection, now=to_epoch(now)))
        return Figures(**row)

    async def pause_until(self) -> datetime | None:
        """Until when the whole bot has to keep silent, if it was ever told to."""
        until = await self._database.read(lambda connection: meta.get(connection, _FLOOD))
        return None if until is None else from_epoch(int(until))

    async def set_pause(self, until: datetime) -> None:
        """Keep silent until then; a longer pause that is set already stays."""
        await self._database.transaction(lambda connection: _set_pause(connection, ceil(until.timestamp())))

    async def _list(self, query: Callable[[sqlite3.Connection], Any]) -> list[Due]:
        return await self._database.read(lambda connection: [_due(row) for row in query(connection)])


def _whose(channel: str | None, address: Address | None) -> dict[str, str | None]:
    if address is None:
        return {"channel": channel, "address": None}
    return {"channel": address.channel, "address": address.id}


def _claim(
    connection: sqlite3.Connection, due: Due, now: int, lease: str | None, series: slots.Series
) -> int | None:
    if now < int(meta.get(connection, _FLOOD) or 0):
        return None
    user = find(connection, due.address)
    if user is None:
        return None
    user_id, occasion = user["id"], _occasion(due)
    row = _SQL.find(connection, user_id=user_id, slot=due.slot)
    if row and row["state"] != "sending":  # the slot has had its turn; the clock may have been set back
        slots.leave(connection, user_id, replace(occasion, week=row["week"]), now, series)
        return None
    if (due.attempts, due.lease) != ((row["attempts"], row["lease"]) if row else (0, None)):
        return None
    if user["blocked_at"] or not _wanted(connection, user_id, due, now):
        _settle(connection, user_id, due, "parked", now)
        return None
    intent = _SQL.intend(
        connection, user_id=user_id, slot=due.slot, week=due.week, due_at=occasion.at, now=now, lease=lease
    )
    slots.leave(connection, user_id, occasion, now, series)
    return int(intent["attempts"])


def _wanted(connection: sqlite3.Connection, user_id: int, due: Due, now: int) -> bool:
    """Whether the person still waits for it, just as it was when it was read, and for nothing newer."""
    occasion = _occasion(due)
    kind, at = occasion.kind, occasion.at
    if due.attempts == 0 and slots.stands_at(connection, user_id, kind) != at:
        return False
    if kind == slots.AFTER:
        return True
    week_at = slots.stands_at(connection, user_id, slots.WEEK)
    if kind in reminders.KINDS:
        overtaken = week_at is not None and week_at <= now
        return not overtaken and reminders.reminder_of(connection, user_id, kind) == {
            "week": due.week,
            "at": at,
        }
    if week_at is None:  # paused, or ended
        return False
    if week_at != at:  # moved on at the first attempt
        return week_at > now
    subscription = slots.subscription_of(connection, user_id)
    return subscription is not None and subscription.next_week == due.week


def _mark(
    connection: sqlite3.Connection, due: Due, state: DeliveryState, now: int, series: slots.Series
) -> None:
    user = find(connection, due.address)
    if user is None or state == "sending":
        return
    if state == "dead":  # of the person, whoever holds the delivery
        outbox.leave(connection, due.address, now)
    occasion = _occasion(due)
    if not _settle(connection, user["id"], due, state, now):
        return
    slots.leave(connection, user["id"], occasion, now, series)
    if occasion.kind in reminders.KINDS:
        reminders.settle(connection, user["id"], occasion.kind, occasion.at)
    elif occasion.kind == slots.WEEK and state == "sent":
        years.turn_over(connection, user["id"], len(series), now)
        slots.came(connection, user["id"], occasion.week, now)


def _settle(connection: sqlite3.Connection, user_id: int, due: Due, state: DeliveryState, now: int) -> bool:
    """Settle it, and say whether that was ours to do."""
    return bool(
        _SQL.settle(connection, user_id=user_id, slot=due.slot, lease=due.lease, state=state, now=now)
    )


def _let_go(connection: sqlite3.Connection, due: Due) -> None:
    user = find(connection, due.address)
    if user is not None:
        _SQL.let_go(connection, user_id=user["id"], slot=due.slot, lease=due.lease)


def _release(connection: sqlite3.Connection, due: Due, series: slots.Series) -> None:
    user = find(connection, due.address)
    if user is None:
        return
    if _SQL.take_back(connection, user_id=user["id"], slot=due.slot, lease=due.lease) is None:
        return
    _SQL.delete_untried(connection, user_id=user["id"], slot=due.slot)
    slots.put_back(connection, user["id"], _occasion(due), series)


def _set_pause(connection: sqlite3.Connection, until: int) -> None:
    meta.put(connection, _FLOOD, str(max(until, int(meta.get(connection, _FLOOD) or 0))))


def _occasion(due: Due) -> slots.Occasion:
    kind, _, at = due.slot.partition(":")
    return slots.Occasion(kind, int(at), due.week)


def _due(row: dict[str, Any]) -> Due:
    return Due(
        address=Address(row["channel"], row["address"]),
        slot=row["slot"],
        week=row["week"],
        due_at=from_epoch(row["due_at"]),
        attempts=row["attempts"],
        silent=bool(row["silent"]),
        lease=row["lease"],
    )
