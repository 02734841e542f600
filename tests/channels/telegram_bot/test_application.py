"""How the library's `Application` is built, and what it may say."""

import logging
import traceback

import pytest

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.sender import TelegramSender
from bot.conversation import Address, Reply
from bot.errors import ConfigError
from tests.channels.telegram_bot.conftest import SHORT, bot_at
from tests.helpers import bot_faults
from tests.helpers.bot_api import TOKEN, BotApi
from tests.helpers.recording import RecordingRequest

DRAFT = "my secret plan"


def test_build_when_made_then_for_routing_alone() -> None:
    application = build_application(TOKEN, "http://127.0.0.1:1/", RecordingRequest(), RecordingRequest())
    assert application.updater is None
    assert application._job_queue is None
    assert application.persistence is None
    assert application.bot.base_url == f"http://127.0.0.1:1/bot{TOKEN}"


def test_build_when_no_server_is_named_then_the_public_one() -> None:
    assert build_application(TOKEN).bot.base_url == f"https://api.telegram.org/bot{TOKEN}"


def test_build_when_there_is_no_token_then_one_clear_sentence() -> None:
    with pytest.raises(ConfigError, match="COACH_BOT_TOKEN"):
        build_application("")


async def test_logs_when_everything_goes_wrong_then_no_token_and_no_message(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    """At DEBUG, with all the faults of the table and a log that shows tracebacks."""
    caplog.set_level(logging.DEBUG)
    faults = [fault for fault in vars(bot_faults).values() if callable(fault) and fault.__name__ == "answer"]
    faults += [bot_faults.cut_before_answer, bot_faults.cut_inside_answer, bot_faults.not_http]
    async with bot_at(api.url) as bot:
        await bot.initialize()
        for fault in faults:
            sender = TelegramSender(bot, "Copy")
            api.inject("sendMessage", fault)
            await send_and_log(sender)
    async with bot_at("http://127.0.0.1:1", SHORT) as bot:
        await send_and_log(TelegramSender(bot, "Copy"))
    assert len(caplog.records) > len(faults) // 2
    assert TOKEN.partition(":")[2] not in caplog.text
    assert DRAFT not in caplog.text


async def send_and_log(sender: TelegramSender) -> None:
    try:
        await sender.send(Address("telegram", "1001"), Reply(text=DRAFT))
    except Exception as error:  # noqa: BLE001 - whatever it is
        logging.getLogger("test").warning("".join(traceback.format_exception(error)))
