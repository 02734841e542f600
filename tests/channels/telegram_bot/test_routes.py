"""Updates of every kind, through the real `Application`, offline."""

import logging
import random
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram_bot.receive import raw_update
from bot.conversation import Address, Choice, Incoming, Mark, Reply
from bot.errors import StoreError
from bot.state import Session, Subscribe, Subscription, TurnResult
from bot.storage.store import SqliteStore
from tests.channels.telegram_bot.conftest import Echo
from tests.helpers.telegram_player import TelegramPlayer, reply_of, telegram_player

ADA = Address("telegram", "1001")
GROUP = {"id": -5, "type": "group", "title": "G"}
PERSON = {"id": 1001, "is_bot": False, "first_name": "Ada"}
CHAT = PERSON | {"type": "private"}


@pytest.fixture
async def player(echo: Echo, store: SqliteStore) -> AsyncIterator[TelegramPlayer]:
    async with telegram_player(echo, store) as made:
        yield made


async def test_message_when_it_comes_then_answered(player: TelegramPlayer, store: SqliteStore) -> None:
    assert await player.send("hello <b>") == [Reply(text="heard hello <b>")]
    assert await store.outbox.waiting("telegram") == []
    assert await store.inbox.unhandled() == []


async def test_edit_when_it_comes_then_a_turn_that_knows(player: TelegramPlayer, echo: Echo) -> None:
    await player.send("first")
    await player.edit("second")
    first, second = echo.heard
    assert (second.text, second.edited, second.ref) == ("second", True, first.ref)


async def test_press_when_it_comes_then_confirmed_and_a_turn(player: TelegramPlayer, echo: Echo) -> None:
    assert await player.press("note:yes") == [Reply(text="heard note:yes")]
    assert echo.heard == [Incoming(address=ADA, choice="note:yes", ref="0")]
    assert "answerCallbackQuery" in [method for method, _ in player._request.calls]


@pytest.mark.parametrize(
    "parts",
    [
        {"message": {"message_id": 1, "date": 1, "chat": GROUP, "from": PERSON, "text": "hi all"}},
        {"edited_message": {"message_id": 1, "date": 1, "chat": GROUP, "from": PERSON, "text": "hi all"}},
        {"channel_post": {"message_id": 1, "date": 1, "chat": GROUP | {"type": "channel"}, "text": "hi"}},
        {
            "message": {
                "message_id": 1,
                "date": 1,
                "chat": CHAT,
                "new_chat_title": "x",
            }
        },
        {"callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "data": "note:yes"}},
        {"message": {"chat": 7}},
        {"message": {"message_id": 1, "date": 1, "chat": CHAT, "text": 7}},
        {"message": None},
        {},
    ],
)
async def test_update_when_not_for_us_or_malformed_then_discarded(
    player: TelegramPlayer, echo: Echo, store: SqliteStore, parts: dict[str, Any]
) -> None:
    assert await player.play(**parts) == []
    assert echo.heard == []
    assert await store.inbox.unhandled() == []
    assert await player.send("still there?") == [Reply(text="heard still there?")]


async def test_update_when_malformed_then_the_log_has_its_number_alone(
    player: TelegramPlayer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await player.play(message={"chat": 7, "text": "my secret plan"})

    await player.play(message={"message_id": 1, "date": 1, "chat": CHAT, "text": ["secret"]})
    assert "is malformed: discarded" in caplog.text
    assert "is discarded: " in caplog.text
    assert "secret" not in caplog.text


async def test_member_when_bot_is_blocked_then_the_person_is_let_go(
    player: TelegramPlayer, store: SqliteStore, soon: Subscription
) -> None:
    await store.commit(ADA, TurnResult(session=Session(), changes=(Subscribe(soon),)))
    user = {"id": 5, "is_bot": True, "first_name": "Coach"}
    change = {
        "chat": CHAT,
        "from": PERSON,
        "date": 1,
        "old_chat_member": {"user": user, "status": "member"},
        "new_chat_member": {"user": user, "status": "kicked", "until_date": 0},
    }
    assert await player.play(my_chat_member=change) == []
    assert (await store.load(ADA)).subscription is None
    assert await store.inbox.unhandled() == []


async def test_update_when_the_store_fails_then_it_is_not_handled_and_the_error_comes_out(
    player: TelegramPlayer, echo: Echo, store: SqliteStore
) -> None:
    echo.fails.append(StoreError("the disk is full"))
    with pytest.raises(StoreError, match="the disk is full"):
        await player.send("hello")
    [left] = await store.inbox.unhandled()
    assert b"hello" in left.payload


async def test_update_when_handled_already_then_no_effect_and_no_reply(
    player: TelegramPlayer, store: SqliteStore
) -> None:

    message = {"message_id": 1, "date": 1, "chat": CHAT, "from": PERSON, "text": "hello"}
    raw = raw_update({"update_id": 77, "message": message})
    assert raw is not None
    await player._routes.process(raw)
    await player._routes.process(raw)
    assert [one["text"] for one in player._request.sent()] == ["heard hello"]
    assert await store.inbox.receive([raw]) == []


def test_player_when_reading_the_wire_then_the_reply_comes_back() -> None:
    copy = {"text": "Copy", "copy_text": {"text": "x"}}
    sent = {
        "text": "👋 Ada",
        "entities": [{"type": "underline", "offset": 3, "length": 3}],
        "reply_markup": {"inline_keyboard": [[copy], [{"text": "A", "callback_data": "a"}]]},
    }
    expected = Reply(text="👋 Ada", marks=(Mark(2, 5, "good"),), choices=((Choice("a", "A"),),))
    assert reply_of(sent) == expected


def damaged(update: Any, chance: random.Random) -> Any:
    """The same update with parts missing, or of a type they never have."""
    if isinstance(update, dict):
        kept = {key: damaged(value, chance) for key, value in update.items() if chance.random() > 0.05}
        return kept if chance.random() > 0.02 else []
    if isinstance(update, list):
        return [damaged(one, chance) for one in update]
    return update if chance.random() > 0.05 else chance.choice([None, "x", -1, 2**70, [], {}, True, "\ud83d"])


@pytest.mark.parametrize("seed", range(4))
async def test_update_when_damaged_at_random_then_never_an_error(player: TelegramPlayer, seed: int) -> None:
    chance = random.Random(seed)
    message = {"message_id": 1, "date": 1, "chat": CHAT, "from": PERSON, "text": "hello"}
    button = {"inline_keyboard": [[{"text": "Yes", "callback_data": "note:yes"}]]}
    press = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "note:yes"}
    member = {"user": PERSON, "status": "kicked", "until_date": 0}
    change = {"chat": CHAT, "from": PERSON, "date": 1}
    whole = [
        {"message": message | {"entities": [{"type": "bold", "offset": 0, "length": 1}]}},
        {"edited_message": message | {"edit_date": 2}},
        {"callback_query": press | {"message": message | {"reply_markup": button}}},
        {"my_chat_member": change | {"old_chat_member": member, "new_chat_member": member}},
    ]
    for _ in range(150):
        parts = damaged(chance.choice(whole), chance)
        await player.play(**(parts if isinstance(parts, dict) else {}))
