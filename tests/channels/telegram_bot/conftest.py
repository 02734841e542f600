"""A Bot API on loopback, and bots that speak to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Bot

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.door import SlowDown
from bot.channels.telegram_bot.request import AiohttpRequest, Timeouts
from bot.conversation import Incoming, Reply
from bot.ports import Letter
from bot.state import Session, Subscription, TurnResult
from bot.storage import open_store
from bot.storage.store import SqliteStore
from tests.helpers.bot_api import TOKEN, BotApi

SLOW_DOWN = SlowDown("slow down", "press slower", "type slower")
SHORT = Timeouts(read=0.3, write=0.1, connect=0.2, pool=0.1, upload=0.2)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as server:
        yield server


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with open_store(tmp_path / "store.sqlite") as opened:
        yield opened


@asynccontextmanager
async def bot_at(url: str, timeouts: Timeouts = SHORT, connections: int = 256) -> AsyncIterator[Bot]:
    """A bot that has not logged in; its connections are closed at the end."""
    request, poll = AiohttpRequest(timeouts, connections), AiohttpRequest(timeouts)
    await request.initialize()
    await poll.initialize()
    try:
        yield build_application(TOKEN, url, request, poll).bot
    finally:
        await request.shutdown()
        await poll.shutdown()


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with bot_at(api.url) as made:
        yield made


class Echo:
    """A conversation of one turn: says what it heard. `fails` raises in its place, once each."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.heard: list[Incoming] = []
        self.fails: list[Exception] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def handle(self, incoming: Incoming, update_id: int | None = None) -> list[Letter]:
        await self.gate.wait()
        if self.fails:
            raise self.fails.pop()
        self.heard.append(incoming)
        reply = Reply(text=f"heard {incoming.text or incoming.choice}")
        return await self.store.commit(
            incoming.address, TurnResult(session=Session(), replies=(reply,)), update_id
        )


class Patience:
    """Waits without waiting, and notes how long; says no once `stop_after` waits are over."""

    def __init__(self, stop_after: int = 1000) -> None:
        self.waited: list[float] = []
        self._stop_after = stop_after

    async def __call__(self, seconds: float) -> bool:
        self.waited.append(seconds)
        await asyncio.sleep(0)
        return len(self.waited) <= self._stop_after


@pytest.fixture
def patience() -> Patience:
    return Patience()


@pytest.fixture
def echo(store: SqliteStore) -> Echo:
    return Echo(store)


@pytest.fixture
def soon() -> Subscription:
    return Subscription(
        weekday=6,
        minute=600,
        zone="Europe/Lisbon",
        next_week=1,
        next_due=datetime(2027, 1, 3, 10, tzinfo=UTC),
    )
