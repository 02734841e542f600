"""What is kept, on SQLite: the only part of the bot that knows a database."""

from bot.storage.restore import check, restore
from bot.storage.store import SqliteStore, open_store

__all__ = ["SqliteStore", "check", "open_store", "restore"]
