"""What each answer means for the message: one row of the table each, with real answers."""

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.error import RetryAfter
from telegram.warnings import PTBDeprecationWarning

from bot.channels.telegram_bot.errors import seconds_to_wait
from bot.channels.telegram_bot.sender import TelegramSender
from bot.conversation import Address, Reply
from bot.errors import (
    FloodError,
    GoneError,
    InDoubtError,
    MovedError,
    NotSentError,
    RefusedError,
    SendError,
    UnauthorizedError,
)
from tests.channels.telegram_bot.conftest import bot_at
from tests.helpers import bot_faults
from tests.helpers.bot_api import TOKEN, BotApi

ADA = Address("telegram", "1001")


async def failure_at(url: str, reply: Reply | None = None, **options: Any) -> SendError:
    """What sending to a server raises."""
    async with bot_at(url, **options) as bot:
        with pytest.raises(SendError) as raised:
            await TelegramSender(bot, "Copy").send(ADA, reply or Reply(text="hello"))
    assert TOKEN not in f"{raised.value!r}{raised.value}{raised.getrepr(chain=True)}"
    return raised.value


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (bot_faults.flood(35), FloodError),
        (bot_faults.blocked, GoneError),
        (bot_faults.deactivated, GoneError),
        (bot_faults.no_such_chat, GoneError),
        (bot_faults.no_rights, GoneError),
        (bot_faults.migrated(-100200), MovedError),
        (bot_faults.bad_entities, RefusedError),
        (bot_faults.too_long, RefusedError),
        (bot_faults.unauthorized, UnauthorizedError),
        (bot_faults.unknown_token, UnauthorizedError),
        (bot_faults.internal_error, InDoubtError),
        (bot_faults.bad_gateway, InDoubtError),
        (bot_faults.garbage, InDoubtError),
        (bot_faults.no_object, InDoubtError),
        (bot_faults.not_ok, InDoubtError),
        (bot_faults.cut_before_answer, InDoubtError),
        (bot_faults.cut_inside_answer, InDoubtError),
        (bot_faults.silence, InDoubtError),
        (bot_faults.not_http, InDoubtError),
    ],
)
async def test_sending_when_the_server_answers_so_then_the_class_says_what_is_known(
    api: BotApi, answer: bot_faults.Answer, expected: type[SendError]
) -> None:
    api.inject("sendMessage", answer)
    assert type(await failure_at(api.url)) is expected


async def test_sending_when_unknown_method_after_login_then_the_token_is_blamed(api: BotApi) -> None:
    async with bot_at(api.url) as bot:
        await bot.initialize()
        api.inject("sendMessage", bot_faults.unknown_token)
        with pytest.raises(UnauthorizedError):
            await TelegramSender(bot, "Copy").send(ADA, Reply(text="hello"))


async def test_sending_when_told_to_wait_then_the_error_says_how_long(api: BotApi) -> None:
    api.inject("sendMessage", bot_faults.flood(35))
    error = await failure_at(api.url)
    assert isinstance(error, FloodError)
    assert error.seconds == 35.0


async def test_sending_when_chat_moved_then_the_error_says_where(api: BotApi) -> None:
    api.inject("sendMessage", bot_faults.migrated(-100200))
    error = await failure_at(api.url)
    assert isinstance(error, MovedError)
    assert error.new_id == "-100200"


async def test_sending_when_connection_refused_then_certainly_not_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody else gets the port, and it refuses
        port = taken.getsockname()[1]
        assert type(await failure_at(f"http://127.0.0.1:{port}")) is NotSentError


async def test_sending_when_name_is_unknown_then_certainly_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    assert type(await failure_at("http://api.example.invalid")) is NotSentError


@pytest.fixture
async def deaf_url() -> AsyncIterator[str]:
    """A port whose queue of connections is full, so that a new one is neither accepted nor refused."""
    with socket.socket() as listening, socket.socket() as first, socket.socket() as second:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        address = listening.getsockname()
        for client in (first, second):
            client.settimeout(0)
            client.connect_ex(address)
        await asyncio.sleep(0.05)
        yield f"http://127.0.0.1:{address[1]}"


async def test_sending_when_connecting_takes_too_long_then_certainly_not_sent(deaf_url: str) -> None:
    assert type(await failure_at(deaf_url)) is NotSentError


async def test_sending_when_the_pool_is_full_then_certainly_not_sent(api: BotApi) -> None:
    api.inject("getMe", bot_faults.silence)
    async with bot_at(api.url, connections=1) as bot:
        busy = asyncio.create_task(bot.get_me(read_timeout=60))
        await asyncio.sleep(0.05)
        with pytest.raises(NotSentError):
            await TelegramSender(bot, "Copy").send(ADA, Reply(text="hello"))
        busy.cancel()
        await asyncio.gather(busy, return_exceptions=True)
    assert api.sent == []


async def test_sending_when_the_address_is_none_then_the_token_stays_out_of_the_error() -> None:
    assert type(await failure_at("http://")) is NotSentError


async def test_sending_a_file_when_answer_is_lost_then_in_doubt(api: BotApi) -> None:
    api.inject("sendDocument", bot_faults.cut_before_answer, accepted=True)
    reply = Reply(text="Everything I know", kind="file", filename="you.json", content="{}")
    assert type(await failure_at(api.url, reply)) is InDoubtError
    assert len(api.sent) == 1


def test_seconds_when_the_library_is_set_to_whole_seconds_then_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = RetryAfter(7)
    assert seconds_to_wait(error) == 7.0
    monkeypatch.setenv("PTB_TIMEDELTA", "false")
    with pytest.warns(PTBDeprecationWarning, match="retry_after"):
        assert seconds_to_wait(error) == 7.0
