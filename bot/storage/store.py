"""What is stored of people, on SQLite; everything a turn changes is committed at once, or not at all."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bot.conversation import Address
from bot.errors import StaleError
from bot.ports import Figures, Letter
from bot.state import Forget, KeptNote, Record, Snapshot, TurnResult
from bot.storage import (
    changes,
    export,
    inbox,
    messages,
    meta,
    outbox,
    people,
    slots,
    sweep,
    tombstones,
    years,
)
from bot.storage.copies import copy_into, drop_old_copies
from bot.storage.database import Database
from bot.storage.deliveries import SqliteDeliveries
from bot.storage.instants import to_epoch
from bot.storage.slots import YEAR, Series

_PROBE = "written_at"
_ZONES = "tzdata"  # the key of the version of the time zone rules that `next_due` was reckoned by


def utc_now() -> datetime:
    """The present instant by this machine's clock."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_store(
    path: Path, now: Callable[[], datetime] = utc_now, series: Series = YEAR
) -> AsyncIterator["SqliteStore"]:
    """Open the database at `path`, made, checked and upgraded as need be, and close it in any case.

    Args:
        path: the file; its folder is made when it is missing. Local disk only.
        now: the clock.
        series: the weeks of which a challenge is written; the others are passed over.

    Raises:
        StoreError: it cannot be used; the sentence says why and what to do.
    """
    async with Database.open(path) as database:
        store = SqliteStore(database, now, series)
        await store.recompute_due(now())
        await sweep.sweep_if_asked(database)
        yield store


class SqliteStore:
    """The store of one database; its inbox, outbox and deliveries are attributes."""

    def __init__(self, database: Database, now: Callable[[], datetime], series: Series = YEAR) -> None:
        self._database = database
        self._now = now
        self.inbox = inbox.SqliteInbox(database, now)
        self.outbox = outbox.SqliteOutbox(database, now)
        self.deliveries = SqliteDeliveries(database, series)

    async def load(self, address: Address) -> Snapshot:
        """All that a turn needs to know; an empty snapshot for somebody new."""
        return await self._database.read(lambda connection: people.snapshot(connection, address))

    async def commit(
        self, address: Address, result: TurnResult, update_id: int | None = None
    ) -> list[Letter]:
        """Store the outcome of a turn and its replies; with `update_id`, mark that update as handled.

        An update that is handled already changes nothing and has no letters. `Forget` leaves nothing of the
        person but the letters of this turn: other changes and the session are not stored beside it.

        Raises:
            StaleError: another turn of this person came between; nothing is stored.
            StoreError: the database cannot take it.
        """
        now = to_epoch(self._now())
        letters = await self._database.transaction(
            lambda connection: _commit(connection, address, result, update_id, now)
        )
        if _forgets(result):
            await self._leave_no_trace(letters)
        return letters

    async def kept_notes(self, address: Address) -> list[KeptNote]:
        """The notes this person kept, newest first."""
        return await self._database.read(lambda connection: _notes(connection, address))

    async def record(self, address: Address) -> Record:
        """Which challenges came to this person, and what was noted about them."""
        return await self._database.read(lambda connection: _record(connection, address))

    async def figures(self, now: datetime) -> Figures:
        """How the deliveries stand, in numbers."""
        return await self.deliveries.figures(now)

    async def export(self, address: Address) -> dict[str, Any]:
        """Everything stored of this person, ready for JSON; empty for somebody unknown."""
        return await self._database.read(lambda connection: export.export(connection, address))

    async def purge(self, now: datetime) -> None:
        """Forget what is not needed any more: numbers of old updates, old tombstones, an old copy.

        And leave no trace of what was deleted since the last time; to be called about once a day.
        """
        await self._database.transaction(lambda connection: _purge(connection, to_epoch(now)))
        drop_old_copies(self._database.path, to_epoch(now))
        await sweep.sweep(self._database)

    async def recompute_due(self, now: datetime) -> None:
        """Reckon all slots yet to come again if the time zone rules have changed since they were reckoned."""
        await self._database.transaction(lambda connection: _recompute(connection, to_epoch(now)))

    async def check_writable(self) -> None:
        """Write a little.

        Raises:
            StoreError: nothing can be stored just now.
        """
        now = to_epoch(self._now())
        await self._database.transaction(lambda connection: meta.put(connection, _PROBE, str(now)))

    async def _leave_no_trace(self, letters: list[Letter]) -> None:
        """Sweep, unless there is a last word to be sent: its address goes with the sweep after it."""
        await sweep.drop_copies(self._database)
        if letters:
            await self._database.fold_log()
        else:
            await sweep.sweep(self._database)

    async def backup(self, path: Path) -> None:
        """Write a consistent copy to a new file, beside whatever else goes on.

        Raises:
            StoreError: there is a file of that name already, or the copy did not succeed.
        """
        await self._database.outside(lambda connection: copy_into(connection, path))


def _commit(
    connection: sqlite3.Connection, address: Address, result: TurnResult, update_id: int | None, now: int
) -> list[Letter]:
    if update_id is not None and not inbox.settle(connection, update_id, now):
        return []
    if result.stamp not in {None, people.stamp_of(connection, address)}:
        raise StaleError("another turn of this person came between")
    if _forgets(result):
        _forget(connection, address, now)
    else:
        _keep(connection, address, result, now)
    return outbox.post(connection, address, result.replies, now, begun=update_id is not None)


def _keep(connection: sqlite3.Connection, address: Address, result: TurnResult, now: int) -> None:
    user_id = people.welcome(connection, address, now)
    people.save_session(connection, user_id, result.session)
    slots.sign_of_life(connection, user_id)
    for change in result.changes:
        changes.apply(connection, user_id, change, now)
    messages.clear(connection, user_id, result.replies)


def _forget(connection: sqlite3.Connection, address: Address, now: int) -> None:
    people.delete(connection, address)
    outbox.drop_letters(connection, address)
    tombstones.bury(connection, address, now)
    sweep.ask(connection)


def _forgets(result: TurnResult) -> bool:
    return any(isinstance(change, Forget) for change in result.changes)


def _notes(connection: sqlite3.Connection, address: Address) -> list[KeptNote]:
    user = people.find(connection, address)
    return [] if user is None else people.notes_of(connection, user["id"])


def _record(connection: sqlite3.Connection, address: Address) -> Record:
    user = people.find(connection, address)
    return Record() if user is None else years.record(connection, user["id"])


def _purge(connection: sqlite3.Connection, now: int) -> None:
    inbox.purge(connection, now)
    tombstones.purge(connection, now)


def _recompute(connection: sqlite3.Connection, now: int) -> None:
    rules = version("tzdata")
    if meta.get(connection, _ZONES) != rules:
        slots.recompute(connection, now)
        meta.put(connection, _ZONES, rules)
