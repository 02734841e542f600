"""Updates are stored before they are acknowledged, and erased when their effects are committed."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from bot.ports import RawUpdate
from bot.storage import sql
from bot.storage.database import Database
from bot.storage.instants import to_epoch

_SQL: Final = sql.load("inbox")
# Seconds. A channel repeats an update for a day; after a week without one its numbers begin anew, anywhere.
_RESTART: Final = 7 * 24 * 3600
_KEEP: Final = 8 * 24 * 3600


class SqliteInbox:
    """The inbox of one database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def receive(self, updates: Sequence[RawUpdate]) -> list[RawUpdate]:
        """Store updates durably; returns those that were not known before, in the order given."""
        now = to_epoch(self._now())
        return await self._database.transaction(
            lambda connection: [update for update in updates if _receive(connection, update, now)]
        )

    async def unhandled(self) -> list[RawUpdate]:
        """What was stored and not yet handled, oldest first."""
        return await self._database.read(
            lambda connection: [RawUpdate(**row) for row in _SQL.unhandled(connection)]
        )

    async def discard(self, update_id: int) -> None:
        """Mark an update as handled without any effect, and erase it."""
        now = to_epoch(self._now())
        await self._database.transaction(lambda connection: settle(connection, update_id, now))


def settle(connection: sqlite3.Connection, update_id: int, now: int) -> bool:
    """Mark an update as handled and erase what it said; whether it was not handled before."""
    return _SQL.settle(connection, update_id=update_id, now=now) is not None


def purge(connection: sqlite3.Connection, now: int) -> None:
    """Forget the numbers of updates that no channel will repeat any more."""
    _SQL.purge(connection, before=now - _KEEP)


def _receive(connection: sqlite3.Connection, update: RawUpdate, now: int) -> bool:
    row = _SQL.receive(
        connection,
        update_id=update.update_id,
        lane=update.lane,
        payload=update.payload,
        now=now,
        restart=now - _RESTART,
    )
    return row is not None
