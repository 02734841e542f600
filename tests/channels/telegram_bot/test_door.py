"""Who floods the bot is turned away, each kind of update as it deserves; by a clock that is set."""

import json
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.door import TYPED_AT_ONCE, TYPED_PAUSE, WORDS_AT_ONCE, WORDS_PAUSE, Door
from bot.channels.telegram_bot.flood import AT_ONCE
from bot.channels.telegram_bot.receive import raw_update
from bot.channels.telegram_bot.sender import TelegramSender
from bot.coach.text import units
from bot.content import Content
from bot.ports import Inbox, RawUpdate
from bot.storage.store import SqliteStore
from tests.channels.telegram_bot.conftest import SLOW_DOWN
from tests.helpers.bot_api import TOKEN
from tests.helpers.recording import RecordingRequest

ADA = {"id": 1001}
PRIVATE = {"chat": {"id": 1001, "type": "private"}, "from": ADA}
GROUP = {"chat": {"id": -5, "type": "group"}, "from": ADA}
MESSAGE = {"message": PRIVATE}
PRESS = {"callback_query": {"id": "77", "from": ADA, "message": PRIVATE}}
TYPING = {"inline_query": {"id": "78", "from": ADA, "query": "Dear Bo", "offset": ""}}
TOLD = ("sendMessage", {"chat_id": 1001, "text": "slow down"})
TOAST = ("answerCallbackQuery", {"callback_query_id": "77", "text": "press slower"})
Called = tuple[str, dict[str, Any]]


class Gate:
    """The door, with updates that come to it; all that is said there."""

    def __init__(self, inbox: Inbox, sender: TelegramSender, request: RecordingRequest) -> None:
        self.now = 0.0
        self._request = request
        self._door = Door(inbox, sender, SLOW_DOWN, lambda: self.now)

    async def bring(self, parts: dict[str, Any], times: int = 1) -> tuple[int, list[Called]]:
        """Bring an update, so many times over: how many are let in, and what is said to who is not."""
        before, let_in = len(self._request.calls), 0
        for number in range(times):
            raw = raw_update({"update_id": number, **parts})
            assert raw is not None
            work = self._door.turned_away(raw)
            if work is None:
                let_in += 1
            else:
                await work()
        return let_in, [_in_short(call) for call in self._request.calls[before:]]


def _in_short(call: Called) -> Called:
    name, parameters = call
    return name, {one: parameters[one] for one in parameters if one != "link_preview_options"}


@pytest.fixture
async def gate(store: SqliteStore) -> AsyncIterator[Gate]:
    request = RecordingRequest()
    application = build_application(TOKEN, request=request, poll_request=RecordingRequest())
    async with application:
        request.calls.clear()
        yield Gate(store.inbox, TelegramSender(application.bot, "Copy"), request)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (MESSAGE, [TOLD]),
        ({"edited_message": PRIVATE}, [TOLD]),
        (PRESS, [TOAST]),
        ({"callback_query": {"id": "77", "from": ADA, "message": GROUP}}, [TOAST]),
        ({"message": GROUP}, []),
    ],
)
async def test_door_when_there_was_a_flood_then_each_kind_is_told_as_it_deserves(
    gate: Gate, parts: dict[str, Any], said: list[Called]
) -> None:
    await gate.bring(MESSAGE, AT_ONCE)
    assert await gate.bring(parts) == (0, said)


@pytest.mark.parametrize(
    "parts",
    [
        {"my_chat_member": PRIVATE},
        {"message": {"chat": {"id": 1001}}},
        {"message": {"from": "nobody"}},
        {"callback_query": 7},
        {},
    ],
)
async def test_door_when_it_is_nobodys_then_let_in(gate: Gate, parts: dict[str, Any]) -> None:
    await gate.bring(MESSAGE, AT_ONCE)
    assert await gate.bring(parts) == (1, [])


async def test_door_when_presses_flood_then_each_that_a_finger_can_do_is_answered_and_no_more(
    gate: Gate,
) -> None:
    let_in, said = await gate.bring(PRESS, 1000)
    assert let_in == AT_ONCE
    assert said == [TOAST] * WORDS_AT_ONCE
    gate.now += WORDS_PAUSE
    assert await gate.bring(PRESS) == (0, [TOAST])


async def test_door_when_a_press_is_turned_away_then_the_word_in_the_chat_is_still_to_come(
    gate: Gate,
) -> None:
    await gate.bring(PRESS, AT_ONCE)
    assert await gate.bring(PRESS) == (0, [TOAST])
    assert await gate.bring(MESSAGE, 3) == (0, [TOLD])


async def test_door_when_a_group_is_flooded_then_the_word_in_their_own_chat_is_still_to_come(
    gate: Gate,
) -> None:
    assert await gate.bring({"message": GROUP}, 100) == (AT_ONCE, [])
    assert await gate.bring(MESSAGE, 3) == (0, [TOLD])


async def test_door_when_somebody_types_without_end_then_empty_answers_and_then_none(gate: Gate) -> None:
    let_in, said = await gate.bring(TYPING, 1000)
    assert let_in == TYPED_AT_ONCE
    assert Counter(name for name, _ in said) == {"answerInlineQuery": WORDS_AT_ONCE}
    answer = said[0][1]
    assert (answer["inline_query_id"], answer["results"]) == ("78", [])
    assert answer["button"] == {"text": "type slower", "start_parameter": "critique"}
    assert "Bo" not in str(said)


async def test_door_when_somebody_types_a_whole_note_quickly_then_never_turned_away(gate: Gate) -> None:
    for _ in range(600):  # five minutes
        gate.now += TYPED_PAUSE
        assert await gate.bring(TYPING) == (1, [])


async def test_door_when_somebody_types_behind_the_name_then_their_messages_are_counted_apart(
    gate: Gate,
) -> None:
    await gate.bring(TYPING, 1000)
    assert await gate.bring(MESSAGE, AT_ONCE) == (AT_ONCE, [])


async def test_door_when_one_floods_then_another_is_let_in(gate: Gate) -> None:
    bob = {"id": 1002}
    await gate.bring(PRESS, 1000)
    await gate.bring(TYPING, 1000)
    assert await gate.bring({"callback_query": {"id": "79", "from": bob, "message": PRIVATE}}) == (1, [])
    assert await gate.bring({"inline_query": {"id": "80", "from": bob, "query": ""}}) == (1, [])


async def test_door_when_turned_away_then_nothing_is_left_to_handle(gate: Gate, store: SqliteStore) -> None:
    raws = [RawUpdate(number, "1001", json.dumps(PRESS).encode()) for number in range(AT_ONCE + 5)]
    await store.inbox.receive(raws)
    let_in, _ = await gate.bring(PRESS, AT_ONCE + 5)
    assert len(await store.inbox.unhandled()) == let_in


def test_words_when_shown_over_a_button_or_behind_the_name_then_they_fit(content: Content) -> None:
    assert units(content.messages.render("general.slow-down-press")) <= 200
    assert units(content.messages.render("inline.slow-down")) <= 64
