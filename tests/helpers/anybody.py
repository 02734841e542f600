"""A whole coach on Telegram for one person after the other, to whom anything may happen in any order."""

import asyncio
import itertools
import logging
import sqlite3
from contextlib import AsyncExitStack, closing
from pathlib import Path
from typing import Any, Self

from bot.app import open_app
from bot.channels.telegram_bot.sender import CHANNEL
from bot.config import load
from bot.conversation import Address
from bot.dialog.conversation import Conversation
from bot.dialog.router import DIALOGS
from bot.jobs.deliver import Deliver
from tests.helpers.clock import A_WEDNESDAY, FakeClock
from tests.helpers.recording import RecordingRequest
from tests.helpers.telegram_player import TelegramPlayer, telegram_player

Answers = list[tuple[str, dict[str, Any]]]


class Errors(logging.Handler):
    """What was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note it."""
        self.said.append(record.getMessage())


class World:
    """The coach, one store for all, and whoever is there now. Used as a context manager, without a loop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._runner = asyncio.Runner()
        self._whole, self._channel = AsyncExitStack(), AsyncExitStack()
        self._people = itertools.count(5001)
        self.clock = FakeClock()
        self.errors = Errors()
        self._player: TelegramPlayer
        self._request: RecordingRequest
        self.user = 0

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self.errors)
        self._runner.run(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.run(self._close())
        self._runner.close()
        logging.getLogger().removeHandler(self.errors)

    async def _open(self) -> None:
        settings = load({"COACH_DATA_DIR": str(self._folder)})
        self._database = settings.database
        self._app = await self._whole.enter_async_context(open_app(settings, self.clock))

    async def _close(self) -> None:
        await self._channel.aclose()
        await self._whole.aclose()

    def somebody_new(self) -> None:
        """Somebody who never wrote before."""
        self.user = next(self._people)
        self.errors.said.clear()
        self.clock.forward(seconds=(A_WEDNESDAY - self.clock.now()).total_seconds())
        self.restart()

    def restart(self) -> None:
        """End the channel and the conversations, and begin them again: only what is stored is still there."""
        self._runner.run(self._restart())

    async def _restart(self) -> None:
        await self._channel.aclose()
        conversation = Conversation(self._app.conversation._tools)
        self._player = await self._channel.enter_async_context(telegram_player(conversation, self._app.store))
        self._request = self._player._request

    def happens(self, update_id: int, **parts: Any) -> Answers:
        """An update arrives; what the bot calls because of it."""
        before = len(self._request.calls)
        self._runner.run(self._player.play(update_id, **parts))
        return self._request.calls[before:]

    def deliver(self) -> Answers:
        """What is due to this person is sent."""
        before = len(self._request.calls)
        store, letter, me = self._app.store, self._app.letter, self.address
        job = Deliver(store, self._player._sender, self.clock, letter, channel=CHANNEL, only=me)
        self._runner.run(job.once())
        return self._request.calls[before:]

    @property
    def address(self) -> Address:
        """Whoever is there now."""
        return Address(CHANNEL, str(self.user))

    def message(self, number: int, **content: Any) -> dict[str, Any]:
        """A message of this person."""
        person = {"id": self.user, "is_bot": False, "first_name": "Test"}
        chat = {"id": self.user, "type": "private", "first_name": "Test"}
        return {"message_id": number, "date": 1, "chat": chat, "from": person} | content

    def check_store(self) -> None:
        """What always holds between two turns."""
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)) as connection:
            rows = connection.execute
            assert not rows("PRAGMA foreign_key_check").fetchall()
            assert not rows("SELECT id FROM outbox").fetchall(), "a letter is left"
            assert not rows("SELECT update_id FROM inbox WHERE handled_at IS NULL").fetchall()
            assert not rows("SELECT update_id FROM inbox WHERE payload IS NOT NULL").fetchall()
            assert not rows("SELECT slot FROM deliveries WHERE state = 'sending'").fetchall()
            self._check_due(connection)
        self._check_session()

    def _check_due(self, connection: sqlite3.Connection) -> None:
        """A subscription that runs, or will by itself, stands in the table of what is due; no other does."""
        me = "(SELECT id FROM users WHERE address = ?)"
        running = connection.execute(
            f"SELECT next_due FROM subscriptions WHERE user_id = {me} AND (NOT paused OR until IS NOT NULL)",
            [self.address.id],
        )
        standing = connection.execute(
            f"SELECT at FROM due WHERE user_id = {me} AND kind = 'week'", [self.address.id]
        )
        assert running.fetchall() == standing.fetchall()

    def _check_session(self) -> None:
        session = self._runner.run(self._app.store.load(self.address)).session
        assert session.dialog is None or session.dialog in DIALOGS
        assert session.dialog is None or session.dialog in session.states, session
