"""The bot as a whole, in this process, against a Bot API on loopback."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.channels.telegram_bot import poller
from bot.channels.telegram_bot import run as running
from bot.channels.telegram_bot.introduction import Introduction
from bot.channels.telegram_bot.run import Job, run
from bot.conversation import Address, Reply
from bot.errors import ConfigError
from bot.pictures import paint
from bot.ports import Sender
from bot.state import Session, TurnResult
from bot.storage.store import SqliteStore
from tests.channels.telegram_bot.conftest import SLOW_DOWN, Echo
from tests.helpers import bot_faults
from tests.helpers.bot_api import TOKEN, BotApi

SHOWN = [Introduction("", "What I do", "In short", {"private": [("start", "Begin")]})]


class Bot:
    """A bot at work; `end` tells it to stop and waits until it has."""

    def __init__(self, api: BotApi, echo: Echo, jobs: Sequence[Job] = ()) -> None:
        self.stop = asyncio.Event()
        self.task = asyncio.create_task(
            run(
                TOKEN,
                api.url,
                echo,
                echo.store,
                SHOWN,
                jobs,
                copy_label="Copy",
                slow_down=SLOW_DOWN,
                paint=paint,
                stop=self.stop,
            )
        )

    async def end(self, seconds: float = 5.0) -> None:
        self.stop.set()
        await asyncio.wait_for(self.task, seconds)


@asynccontextmanager
async def at_work(api: BotApi, echo: Echo, jobs: Sequence[Job] = ()) -> AsyncIterator[Bot]:
    bot = Bot(api, echo, jobs)
    try:
        yield bot
    finally:
        await bot.end()


async def test_run_when_people_write_then_each_is_answered(api: BotApi, echo: Echo) -> None:
    async with at_work(api, echo):
        await api.text(1001, "hello")
        await api.text(1002, "good morning")
        await api.wait_for(1001, 1)
        await api.wait_for(1002, 1)
        await api.press(1001, "note:yes")
        messages = await api.wait_for(1001, 2)
    assert [message["text"] for message in messages] == ["heard hello", "heard note:yes"]
    assert [message["text"] for message in api.to(1002)] == ["heard good morning"]


async def test_run_when_it_begins_then_the_log_says_where_the_bot_is(
    api: BotApi, echo: Echo, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with at_work(api, echo):
        await api.wait_called("getUpdates")
    assert "the bot is running: https://t.me/coach_bot" in caplog.text


async def test_run_when_it_begins_then_menu_is_set_and_webhook_removed(api: BotApi, echo: Echo) -> None:
    async with at_work(api, echo):
        await api.text(1001, "hello")
        await api.wait_for(1001, 1)
    methods = [method for method, _ in api.calls]
    assert methods[0] == "getMe"
    assert methods.index("setMyCommands") < methods.index("deleteWebhook") < methods.index("getUpdates")


async def test_run_when_server_knows_no_menus_then_the_bot_works(api: BotApi, echo: Echo) -> None:
    api.inject("setMyCommands", bot_faults.unknown_token)
    async with at_work(api, echo):
        await api.text(1001, "hello")
        await api.wait_for(1001, 1)


async def test_run_when_told_to_stop_then_the_turn_under_way_is_answered(
    api: BotApi, echo: Echo, store: SqliteStore
) -> None:
    echo.gate.clear()
    bot = Bot(api, echo)
    number = await api.text(1001, "hello")
    await api.wait_confirmed(number)
    bot.stop.set()
    await asyncio.sleep(0.05)
    echo.gate.set()
    await bot.end()
    assert [message["text"] for message in api.to(1001)] == ["heard hello"]
    assert await store.outbox.waiting("telegram") == []
    assert await store.inbox.unhandled() == []


async def test_run_when_a_turn_never_ends_then_it_stops_all_the_same_and_the_next_run_goes_on(
    api: BotApi, echo: Echo, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(running, "STOPPING_SECONDS", 0.05)
    echo.gate.clear()
    bot = Bot(api, echo)
    await api.wait_confirmed(await api.text(1001, "hello"))
    await bot.end()
    assert api.to(1001) == []
    echo.gate.set()
    async with at_work(api, echo):
        await api.wait_for(1001, 1)
    assert [message["text"] for message in api.to(1001)] == ["heard hello"]


async def test_run_when_the_last_one_left_letters_then_they_are_sent(
    api: BotApi, echo: Echo, store: SqliteStore
) -> None:
    result = TurnResult(session=Session(), replies=(Reply(text="left over"),))
    await store.commit(Address("telegram", "1001"), result)
    async with at_work(api, echo):
        await api.wait_for(1001, 1)
    assert [message["text"] for message in api.to(1001)] == ["left over"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_run_when_signalled_then_it_ends_in_good_order(api: BotApi, echo: Echo, number: int) -> None:
    bot = Bot(api, echo)
    await api.wait_confirmed(await api.text(1001, "hello"))
    os.kill(os.getpid(), number)
    await asyncio.wait_for(bot.task, 5)
    assert [message["text"] for message in api.to(1001)] == ["heard hello"]


@pytest.mark.parametrize("answer", [bot_faults.unauthorized, bot_faults.unknown_token])
async def test_run_when_token_is_wrong_at_login_then_one_clear_sentence(
    api: BotApi, echo: Echo, answer: bot_faults.Answer
) -> None:
    api.inject("getMe", answer)
    with pytest.raises(ConfigError, match="COACH_BOT_TOKEN") as raised:
        await Bot(api, echo).task
    assert TOKEN not in str(raised.getrepr(chain=True))


async def test_run_when_token_is_revoked_while_sending_then_one_clear_sentence_and_nothing_is_lost(
    api: BotApi, echo: Echo, store: SqliteStore
) -> None:
    api.inject("sendMessage", bot_faults.unauthorized)
    bot = Bot(api, echo)
    await api.text(1001, "hello")
    with pytest.raises(ConfigError, match="COACH_BOT_TOKEN"):
        await asyncio.wait_for(bot.task, 5)
    [letter] = await store.outbox.waiting("telegram")
    assert letter.attempts == 0


async def test_run_when_another_program_goes_on_polling_then_one_clear_sentence(
    api: BotApi, echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "_BORNE", (0.01, 0.01))
    api.inject("getUpdates", *[bot_faults.conflict] * 3)
    with pytest.raises(ConfigError, match="another program"):
        await asyncio.wait_for(Bot(api, echo).task, 5)


async def test_run_when_the_server_is_away_at_first_then_it_tries_again(
    api: BotApi, echo: Echo, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "growing_pauses", lambda: iter([0.01] * 9))
    api.inject("getMe", bot_faults.bad_gateway, bot_faults.cut_before_answer)
    async with at_work(api, echo):
        await api.text(1001, "hello")
        await api.wait_for(1001, 1)
    assert caplog.text.count("no connection to 127.0.0.1") == 2


async def test_run_when_told_to_stop_before_the_server_answers_then_it_ends(api: BotApi, echo: Echo) -> None:
    api.inject("getMe", bot_faults.flood(3600))
    bot = Bot(api, echo)
    await api.wait_called("getMe")
    await bot.end(1.0)


async def test_run_when_a_job_is_given_then_it_can_send_and_is_told_to_stop(api: BotApi, echo: Echo) -> None:
    ended = []

    async def job(sender: Sender, stop: asyncio.Event) -> None:
        await sender.send(Address("telegram", "1003"), Reply(text="your challenge"))
        await stop.wait()
        ended.append(True)

    async with at_work(api, echo, [job]):
        await api.wait_for(1003, 1)
    assert ended == [True]


async def test_run_when_a_job_fails_then_everything_ends_with_its_error(api: BotApi, echo: Echo) -> None:
    async def job(sender: Sender, stop: asyncio.Event) -> None:
        raise LookupError("a bug")

    with pytest.raises(LookupError, match="a bug"):
        await asyncio.wait_for(Bot(api, echo, [job]).task, 5)


async def test_run_when_one_person_floods_the_server_then_the_log_holds_no_token_and_no_message(
    api: BotApi, echo: Echo, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with at_work(api, echo):
        for number in range(50):
            await api.text(1001, f"my secret plan {number}")
        await api.wait_for(1001, 21)
    answers = [f"heard my secret plan {number}" for number in range(20)]
    assert [one["text"] for one in api.to(1001)] == [*answers, "slow down"]
    assert TOKEN.partition(":")[2] not in caplog.text
    assert "secret" not in caplog.text
