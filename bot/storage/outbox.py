"""Replies wait here, durably, until they are known to be sent."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from bot.conversation import Address, Reply
from bot.ports import Letter
from bot.shown import Shown
from bot.storage import messages, people, sql, sweep
from bot.storage.database import Database
from bot.storage.instants import to_epoch

_SQL: Final = sql.load("outbox")


class SqliteOutbox:
    """The outbox of one database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def waiting(self, channel: str) -> list[Letter]:
        """All letters not yet sent, in order."""
        return await self._database.read(
            lambda connection: [_letter(row) for row in _SQL.waiting(connection, channel=channel)]
        )

    async def begin(self, letter_id: int) -> int:
        """Note durably that sending is begun; returns how often it has been, or 0 for a withdrawn letter."""
        row = await self._database.transaction(lambda connection: _SQL.begin(connection, letter_id=letter_id))
        return 0 if row is None else int(row["attempts"])

    async def release(self, letter_id: int) -> None:
        """Certainly not sent: the attempt begun last does not count."""
        await self._database.transaction(lambda connection: _SQL.release(connection, letter_id=letter_id))

    async def sent(self, letter_id: int, shown: Shown | None = None) -> None:
        """Delivered, or given up: forget the letter and its text; `shown` is what may be edited later."""
        if await self._database.transaction(lambda connection: _sent(connection, letter_id, shown)):
            await sweep.sweep(self._database)

    async def gone(self, address: Address) -> None:
        """This person cannot be reached: drop their letters, end the subscription, mark as blocked."""
        now = to_epoch(self._now())
        await self._database.transaction(lambda connection: leave(connection, address, now))

    async def moved(self, address: Address, new_id: str) -> None:
        """The chat has a new id: follow it everywhere, in one transaction."""
        if address.id != new_id:
            await self._database.transaction(lambda connection: _moved(connection, address, new_id))


def post(
    connection: sqlite3.Connection, address: Address, replies: Sequence[Reply], now: int, *, begun: bool
) -> list[Letter]:
    """Put replies into the outbox; `begun`: the first is sent at once, so that its attempt counts already."""
    first = [_post(connection, address, reply, now, begun=begun) for reply in replies[:1]]
    return first + [_post(connection, address, reply, now, begun=False) for reply in replies[1:]]


def letters_to(connection: sqlite3.Connection, address: Address) -> list[dict[str, Any]]:
    """The rows of the letters to one person: `payload`, `attempts`, `created_at`."""
    return list(_SQL.letters(connection, channel=address.channel, address=address.id))


def drop_letters(connection: sqlite3.Connection, address: Address) -> None:
    """Nothing more is sent to this person."""
    _SQL.drop_letters(connection, channel=address.channel, address=address.id)


def _post(connection: sqlite3.Connection, address: Address, reply: Reply, now: int, *, begun: bool) -> Letter:
    row = _SQL.post(
        connection,
        channel=address.channel,
        address=address.id,
        payload=msgspec.json.encode(reply).decode(),
        attempts=int(begun),
        now=now,
    )
    return Letter(id=row["id"], address=address, reply=reply, attempts=int(begun), begun=begun)


def _letter(row: dict[str, Any]) -> Letter:
    return Letter(
        id=row["id"],
        address=Address(row["channel"], row["address"]),
        reply=msgspec.json.decode(row["payload"], type=Reply),
        attempts=row["attempts"],
    )


def _sent(connection: sqlite3.Connection, letter_id: int, shown: Shown | None) -> bool:
    """Forget a letter; whether it was the last word to somebody who was forgotten."""
    row = _SQL.forget_letter(connection, letter_id=letter_id)
    address = Address(row["channel"], row["address"]) if row else None
    if address is None:
        return False
    if (user := people.find(connection, address)) is not None:
        if shown is not None:
            messages.remember(connection, user["id"], shown)
        return False
    sweep.ask(connection)
    return not letters_to(connection, address)


def leave(connection: sqlite3.Connection, address: Address, now: int) -> None:
    """This person cannot be reached."""
    drop_letters(connection, address)
    user = people.find(connection, address)
    if user is not None:
        people.block(connection, user["id"], now)


def _moved(connection: sqlite3.Connection, address: Address, new_id: str) -> None:
    people.move(connection, address, new_id)
    _SQL.move_letters(connection, channel=address.channel, address=address.id, new_address=new_id)
