"""The short way for typed words comes to the same as the long way over the library's objects."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot

from bot.channels.telegram_bot import receive
from bot.channels.telegram_bot.typed import typed_words
from bot.ports import RawUpdate
from tests.helpers.bot_api import TOKEN

BOT = Bot(TOKEN)
PERSON = {"id": 1001, "is_bot": False, "first_name": "Ada", "language_code": "pt", "is_premium": True}
MESSAGE: dict[str, Any] = {
    "message_id": 5,
    "from": PERSON,
    "chat": {"id": 1001, "type": "private", "first_name": "Ada", "username": "ada"},
    "date": 1_800_000_000,
    "text": "/note now",
    "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
}


def raw(message: dict[str, Any], **parts: Any) -> RawUpdate:
    return RawUpdate(7, "1001", json.dumps({"update_id": 7, "message": message} | parts).encode())


def the_long_way(update: RawUpdate) -> object:
    parsed = receive.parse(update, BOT)
    assert parsed is not None
    return receive.from_message(parsed.message)


def test_typed_when_a_command_then_as_the_library_has_it() -> None:
    assert typed_words(raw(MESSAGE)) is not None
    assert typed_words(raw(MESSAGE)) == the_long_way(raw(MESSAGE))


@pytest.mark.parametrize("code", [None, "PT-br", "", "../../etc", "x" * 99])
def test_typed_when_the_app_has_a_language_then_as_the_library_has_it(code: str | None) -> None:
    update = raw(MESSAGE | {"from": PERSON | {"language_code": code}})
    assert typed_words(update) == the_long_way(update)


@given(text=st.text(min_size=1), chat=st.integers(-(2**52), 2**52), number=st.integers(1, 2**31))
def test_typed_when_anything_is_typed_then_as_the_library_has_it(text: str, chat: int, number: int) -> None:
    update = raw(MESSAGE | {"text": text, "message_id": number, "chat": MESSAGE["chat"] | {"id": chat}})
    found = typed_words(update)
    assert found is None or found == the_long_way(update)


@pytest.mark.parametrize(
    "more",
    [
        {"forward_origin": {"type": "hidden_user", "sender_user_name": "B", "date": 1}},
        {"caption": "hello"},
        {"photo": []},
        {"reply_to_message": MESSAGE},
        {"via_bot": PERSON},
        {"chat": {"id": -100, "type": "group", "title": "G"}},
        {"chat": {"id": True, "type": "private"}},
        {"chat": {"id": 1.5, "type": "private"}},
        {"text": ""},
        {"text": None},
        {"text": 5},
        {"from": None},
        {"from": PERSON | {"is_bot": True}},
        {"date": "x"},
    ],
)
def test_typed_when_there_is_anything_more_or_less_then_the_long_way_is_gone(more: dict[str, Any]) -> None:
    assert typed_words(raw(MESSAGE | more)) is None


@pytest.mark.parametrize("kind", ["edited_message", "channel_post", "business_message"])
def test_typed_when_it_is_no_new_message_then_the_long_way_is_gone(kind: str) -> None:
    payload = json.dumps({"update_id": 7, kind: MESSAGE}).encode()
    assert typed_words(RawUpdate(7, "1001", payload)) is None


@pytest.mark.parametrize("payload", [b"", b"null", b"\xff", b'{"update_id": 7', b"[" * 9999])
def test_typed_when_malformed_then_none(payload: bytes) -> None:
    assert typed_words(RawUpdate(7, "", payload)) is None


def test_typed_when_half_a_character_comes_then_the_long_way_is_gone() -> None:
    assert typed_words(raw(MESSAGE | {"text": "cut \ud83d"})) is None


@pytest.mark.parametrize(("length", "taken"), [(4096, True), (4097, False)])
def test_text_when_longer_than_telegram_lets_anybody_say_then_not_taken(
    length: int,
    taken: bool,  # noqa: FBT001
) -> None:
    update = raw(MESSAGE | {"text": "😀" * length})
    assert (typed_words(update) is not None) == taken
    assert (the_long_way(update) is not None) == taken
