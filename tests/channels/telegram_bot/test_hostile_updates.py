"""Damaged updates through the webhook, with the whole coach behind: never a 5xx, and no word in the logs."""

import asyncio
import io
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.app import open_app
from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.courier import Courier
from bot.channels.telegram_bot.dispatch import Dispatcher
from bot.channels.telegram_bot.door import Door
from bot.channels.telegram_bot.inline import Passing
from bot.channels.telegram_bot.lanes import Lanes
from bot.channels.telegram_bot.routes import Routes
from bot.channels.telegram_bot.sender import TelegramSender
from bot.channels.telegram_bot.webhook import WebhookServer
from bot.config import Webhook, load
from tests.channels.telegram_bot.conftest import SLOW_DOWN, Patience
from tests.helpers.bot_api import TOKEN
from tests.helpers.bot_damage import CANARY, damaged
from tests.helpers.recording import RecordingRequest

SECRET = "open-sesame"


@asynccontextmanager
async def coach(folder: Path, port: int, unhandled: list[int]) -> AsyncIterator[str]:
    """The whole coach behind a webhook; notes at the end how many updates are not handled."""
    async with open_app(load({"COACH_DATA_DIR": str(folder)})) as app:
        store, patience = app.store, Patience()
        application = build_application(TOKEN, request=RecordingRequest(), poll_request=RecordingRequest())
        sender = TelegramSender(application.bot, "Copy")
        courier = Courier(sender, store.outbox, patience)
        routes = Routes(
            application, app.conversation, store, sender, courier, suggest=app.conversation.suggest
        )
        door = Door(store.inbox, sender, SLOW_DOWN)
        webhook = Webhook(url=f"http://127.0.0.1:{port}/hook", secret=SECRET, host="127.0.0.1", port=port)
        async with application, asyncio.TaskGroup() as group:
            dispatcher = Dispatcher(routes, door, courier, store, Lanes(group), patience)
            async with WebhookServer(
                webhook, Passing(store.inbox), dispatcher, store.check_writable
            ).listening():
                yield webhook.url
        unhandled.append(len(await store.inbox.unhandled()))


async def post(url: str, bodies: Iterator[bytes]) -> Counter[int]:
    """Post all, twenty at a time; how often each status came."""
    statuses: Counter[int] = Counter()
    async with aiohttp.ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}) as session:

        async def work() -> None:
            for body in bodies:
                async with session.post(url, data=io.BytesIO(body)) as answer:
                    statuses[answer.status] += 1

        await asyncio.gather(*(work() for _ in range(20)))
    return statuses


@pytest.mark.parametrize("count", [2_000, pytest.param(100_000, marks=pytest.mark.long)])
async def test_webhook_when_updates_are_damaged_then_200_or_4xx_and_no_leak(
    tmp_path: Path, unused_tcp_port: int, caplog: pytest.LogCaptureFixture, count: int
) -> None:
    caplog.set_level(logging.DEBUG)
    unhandled: list[int] = []
    async with coach(tmp_path, unused_tcp_port, unhandled) as url:
        statuses = await post(url, damaged(19, count))
    assert statuses.keys() <= {200, 400, 413}
    assert statuses[200] > 0.9 * count
    assert unhandled == [0]
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    # The library takes any type for a text: such an update is discarded, and nothing else may go wrong.
    assert [line for line in errors if "is discarded: " not in line] == []
    assert CANARY not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text
