"""The HTTP client."""

import asyncio
import json
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram_bot.request import AiohttpRequest, Timeouts, _body
from tests.channels.telegram_bot.conftest import bot_at
from tests.helpers import bot_faults
from tests.helpers.bot_api import TOKEN, BotApi


async def test_request_when_not_opened_then_says_so() -> None:
    with pytest.raises(RuntimeError, match="not initialized"):
        await AiohttpRequest().do_request("http://127.0.0.1:1", "POST")


async def test_request_when_opened_and_closed_twice_then_harmless() -> None:
    request = AiohttpRequest(Timeouts(read=7.0))
    assert request.read_timeout == 7.0
    await request.initialize()
    await request.initialize()
    await request.shutdown()
    await request.shutdown()


async def test_request_when_called_in_a_row_then_over_one_connection(api: BotApi) -> None:
    async with bot_at(api.url) as bot:
        for _ in range(5):
            await bot.get_me()
        connections = {id(connection) for connection in api._runner.server.connections}  # type: ignore[union-attr]
    assert len(connections) == 1


async def test_request_when_a_call_names_its_own_patience_then_that_counts(api: BotApi) -> None:
    api.inject("getMe", bot_faults.silence)
    async with bot_at(api.url, Timeouts(read=60.0)) as bot:
        with pytest.raises(TimedOut):
            await asyncio.wait_for(bot.get_me(read_timeout=0.1, write_timeout=0.1, pool_timeout=0.1), 5)


async def test_request_when_patience_is_without_end_then_an_answer_that_takes_long_is_waited_for(
    api: BotApi,
) -> None:
    api.inject("getMe", bot_faults.slow(0.3))
    async with bot_at(api.url, Timeouts(read=0.1)) as bot:
        with pytest.raises(TimedOut):
            await bot.get_me()
        api.inject("getMe", bot_faults.slow(0.3))
        assert await bot.do_api_request(
            "get_Me", read_timeout=None, write_timeout=None, connect_timeout=None, pool_timeout=None
        )


async def test_request_when_answer_drips_then_patience_counts_as_a_whole(api: BotApi) -> None:
    api.inject("getMe", bot_faults.drip)
    async with bot_at(api.url, Timeouts(0.2, 0.1, 0.1, 0.1, 0.1)) as bot:
        with pytest.raises(TimedOut):
            await asyncio.wait_for(bot.get_me(), 5)


async def test_request_when_redirected_then_the_token_goes_nowhere_else(api: BotApi) -> None:
    async with BotApi() as other, bot_at(api.url) as bot:
        api.inject("getMe", bot_faults.redirect(f"{other.url}/bot{TOKEN}/getMe"))
        with pytest.raises(NetworkError):
            await bot.get_me()
        assert other.calls == []


@pytest.mark.parametrize("payload", [b"", b"<html>", b"[1]", b'"x"', b"\xff\xfe", b'{"ok": true'])
def test_answer_when_no_object_then_plain_error_without_its_words(payload: bytes) -> None:
    with pytest.raises(TelegramError, match="not what the Bot API speaks") as raised:
        AiohttpRequest.parse_json_payload(payload)
    assert type(raised.value) is TelegramError


def test_answer_when_half_a_character_is_in_it_then_still_read() -> None:
    assert AiohttpRequest.parse_json_payload(b'{"result": "\\ud83d"}') == {"result": "\ud83d"}


@given(text=st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_body_when_any_text_then_it_is_read_as_it_was_written(text: str) -> None:
    keyboard = {"inline_keyboard": [[{"text": text, "callback_data": "a:b&c=d"}]]}
    parameters = {"chat_id": 7, "text": text, "reply_markup": keyboard}
    data = RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])
    body, headers = _body(data)
    assert isinstance(body, bytes)
    assert headers == {"Content-Type": "application/x-www-form-urlencoded"}
    read = dict(parse_qsl(body.decode("ascii"), strict_parsing=True))
    assert (read["chat_id"], read["text"], json.loads(read["reply_markup"])) == ("7", text, keyboard)
