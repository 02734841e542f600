"""Telling Telegram where to bring updates, and seeing whether that still holds."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.telegram_bot import poller, registration
from bot.channels.telegram_bot import run as running
from bot.config import Webhook
from bot.errors import ConfigError
from bot.pictures import paint
from bot.storage.store import SqliteStore
from tests.channels.telegram_bot.conftest import SLOW_DOWN, Echo
from tests.helpers import bot_faults
from tests.helpers.bot_api import TOKEN, BotApi


@pytest.fixture
def webhook(unused_tcp_port: int) -> Webhook:
    url = f"http://127.0.0.1:{unused_tcp_port}/hook"
    return Webhook(url=url, secret="open-sesame", host="127.0.0.1", port=unused_tcp_port)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registration, "growing_pauses", lambda: iter([0.01] * 9))
    monkeypatch.setattr(registration, "_LOOK_SECONDS", 0.02)


def running_bot(
    api: BotApi, echo: Echo, webhook: Webhook, stop: asyncio.Event | None = None
) -> asyncio.Task[None]:
    return asyncio.create_task(
        running.run(
            TOKEN,
            api.url,
            echo,
            echo.store,
            [],
            [],
            copy_label="Copy",
            slow_down=SLOW_DOWN,
            paint=paint,
            webhook=webhook,
            stop=stop,
        )
    )


@asynccontextmanager
async def at_work(api: BotApi, echo: Echo, webhook: Webhook) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = running_bot(api, echo, webhook, stop)
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 5)


async def test_bot_when_updates_are_brought_then_each_is_answered_and_nothing_is_asked_for(
    api: BotApi, echo: Echo, webhook: Webhook
) -> None:
    await api.text(1001, "hello")
    async with at_work(api, echo, webhook):
        await api.text(1001, "again")
        await api.press(1002, "note:yes")
        await api.wait_for(1001, 2)
        await api.wait_for(1002, 1)
    assert [message["text"] for message in api.to(1001)] == ["heard hello", "heard again"]
    assert "getUpdates" not in [method for method, _ in api.calls]


async def test_registration_when_made_then_with_the_secret_and_only_for_what_is_worked_with(
    api: BotApi, echo: Echo, webhook: Webhook
) -> None:
    async with at_work(api, echo, webhook):
        await api.wait_called("setWebhook")
    [said] = [parameters for method, parameters in api.calls if method == "setWebhook"]
    assert said == {
        "url": webhook.url,
        "secret_token": "open-sesame",
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member", "inline_query"],
        "max_connections": "40",
    }


async def test_registration_when_it_begins_then_the_log_says_what_a_proxy_has_to_pass_on_where(
    api: BotApi, echo: Echo, webhook: Webhook, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with at_work(api, echo, webhook):
        await api.wait_called("setWebhook")
    assert f"listening on 127.0.0.1:{webhook.port}: what comes for 127.0.0.1 has to be" in caplog.text
    assert webhook.url not in caplog.text  # its path may be known to Telegram alone


async def test_registration_when_the_server_is_away_then_again_until_it_works(
    api: BotApi, echo: Echo, webhook: Webhook, caplog: pytest.LogCaptureFixture
) -> None:
    api.inject("setWebhook", bot_faults.bad_gateway, bot_faults.cut_before_answer, bot_faults.not_ok)
    await api.text(1001, "hello")
    async with at_work(api, echo, webhook):
        await api.wait_for(1001, 1)
    assert caplog.text.count("the webhook could not be set") == 3
    assert "open-sesame" not in caplog.text


@pytest.mark.parametrize(
    ("method", "answer", "setting"),
    [
        ("setWebhook", bot_faults.unauthorized, "COACH_BOT_TOKEN"),
        ("setWebhook", bot_faults.bad_address, "COACH_WEBHOOK_URL: Telegram refuses it"),
        ("getWebhookInfo", bot_faults.unauthorized, "COACH_BOT_TOKEN"),
    ],
)
async def test_registration_when_it_can_never_work_then_one_clear_sentence(  # noqa: PLR0913, PLR0917 - fixtures
    api: BotApi, echo: Echo, webhook: Webhook, method: str, answer: bot_faults.Answer, setting: str
) -> None:
    api.inject(method, answer)
    with pytest.raises(ConfigError, match=setting) as raised:
        await asyncio.wait_for(running_bot(api, echo, webhook), 5)
    assert TOKEN not in str(raised.getrepr(chain=True))


async def test_registration_when_led_elsewhere_then_led_back(
    api: BotApi, echo: Echo, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller.Rival, "pause", lambda *_: 0.0)
    async with at_work(api, echo, webhook):
        await api.wait_called("setWebhook")
        before = len(api.calls)
        api.postman.url = ""
        await api.wait_called("setWebhook", after=before)
        await api.text(1001, "hello")
        await api.wait_for(1001, 1)


async def test_registration_when_led_elsewhere_all_the_time_then_one_clear_sentence(
    api: BotApi, echo: Echo, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "_BORNE", (0.0, 0.0))
    api.inject("setWebhook", *[bot_faults.delivered] * 9)
    with pytest.raises(ConfigError, match="COACH_WEBHOOK_URL: another program"):
        await asyncio.wait_for(running_bot(api, echo, webhook), 5)


async def test_registration_when_telegram_complains_then_logged_once(
    api: BotApi, echo: Echo, webhook: Webhook, caplog: pytest.LogCaptureFixture
) -> None:
    api.postman.complaint = (1_800_000_000, "Connection refused")
    async with at_work(api, echo, webhook):
        for _ in range(3):
            await api.wait_called("getWebhookInfo", after=len(api.calls))
    assert caplog.text.count("Telegram cannot bring updates: Connection refused") == 1


async def test_bot_when_stopped_then_what_was_acknowledged_is_kept_for_the_next_run(
    api: BotApi, echo: Echo, webhook: Webhook, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "STOPPING_SECONDS", 0.05)
    echo.gate.clear()
    stop = asyncio.Event()
    task = running_bot(api, echo, webhook, stop)
    numbers = [await api.text(user, "hello") for user in range(1001, 1009)]
    for number in numbers:
        await api.wait_confirmed(number)
    stop.set()
    await asyncio.wait_for(task, 5)
    assert [raw.update_id for raw in await store.inbox.unhandled()] == numbers
    echo.gate.set()
    async with at_work(api, echo, webhook):
        for user in range(1001, 1009):
            await api.wait_for(user, 1)
    assert len(api.sent) == 8
