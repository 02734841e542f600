"""Who was forgotten, as keyed hashes, so that restoring an older backup brings nobody back."""

import hmac
import secrets
import sqlite3
from typing import Final

from msgspec import Struct

from bot.conversation import Address
from bot.storage import sql

_SQL: Final = sql.load("tombstones")
_KEY: Final = "tombstone_key"
_KEEP: Final = 90 * 24 * 3600  # seconds; backups are not kept that long


class Graves(Struct, frozen=True):
    """The key of the hashes, and when whom was forgotten: hash to Unix time."""

    key: str
    marks: dict[bytes, int]


def bury(connection: sqlite3.Connection, address: Address, now: int) -> None:
    """Note that this person was forgotten."""
    _SQL.bury(connection, mark=_mark(_key(connection), address), now=now)


def purge(connection: sqlite3.Connection, now: int) -> None:
    """Drop what no backup can bring back any more."""
    _SQL.purge(connection, before=now - _KEEP)


def read(connection: sqlite3.Connection) -> Graves:
    """All that is known of forgotten people."""
    marks = {row["mark"]: row["at"] for row in _SQL.tombstones(connection)}
    return Graves(_key(connection), marks)


def replay(connection: sqlite3.Connection, graves: Graves) -> None:
    """Forget in a restored copy who was forgotten since it was made; who came back afterwards stays."""
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    for row in list(_SQL.everybody(connection)):
        address = Address(row["channel"], row["address"])
        if graves.marks.get(_mark(graves.key, address), -1) >= row["created_at"]:
            _SQL.delete_user(connection, channel=address.channel, address=address.id)
            _SQL.drop_letters(connection, channel=address.channel, address=address.id)
    _SQL.put_key(connection, key=_KEY, value=graves.key)
    for mark, at in graves.marks.items():
        _SQL.bury(connection, mark=mark, now=at)
    connection.execute("COMMIT")
    connection.execute("VACUUM")  # see sweep.py


def _key(connection: sqlite3.Connection) -> str:
    """The key of this database's hashes, made when it is first needed."""
    _SQL.make_key(connection, key=_KEY, value=secrets.token_hex(32))
    return str(_SQL.find_key(connection, key=_KEY)["value"])


def _mark(key: str, address: Address) -> bytes:
    return hmac.digest(bytes.fromhex(key), f"{address.channel}\0{address.id}".encode(), "sha256")
