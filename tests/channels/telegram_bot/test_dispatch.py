"""What the last run left, and what comes."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.courier import Courier
from bot.channels.telegram_bot.dispatch import Dispatcher
from bot.channels.telegram_bot.door import Door
from bot.channels.telegram_bot.flood import AT_ONCE, PAUSE
from bot.channels.telegram_bot.lanes import Lanes
from bot.channels.telegram_bot.receive import raw_update
from bot.channels.telegram_bot.routes import Routes
from bot.channels.telegram_bot.sender import TelegramSender
from bot.conversation import Address, Reply
from bot.errors import GoneError, StoreError
from bot.ports import RawUpdate
from bot.state import Session, TurnResult
from bot.storage.store import SqliteStore
from tests.channels.telegram_bot.conftest import SLOW_DOWN, Echo, Patience
from tests.helpers.bot_api import TOKEN
from tests.helpers.recording import RecordingRequest


def update(number: int, user: int, text: str) -> RawUpdate:
    person: dict[str, Any] = {"id": user, "is_bot": False, "first_name": "Ada"}
    chat = {"id": user, "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": text}
    raw = raw_update({"update_id": number, "message": message})
    assert raw is not None
    return raw


class Desk:
    """A dispatcher with everything behind it, offline; `sent` are (chat, text)."""

    def __init__(self, echo: Echo, store: SqliteStore, patience: Patience, width: int = 64) -> None:
        self.request = RecordingRequest()
        self.application = build_application(TOKEN, request=self.request, poll_request=RecordingRequest())
        sender = TelegramSender(self.application.bot, "Copy")
        courier = Courier(sender, store.outbox, patience)
        routes = Routes(self.application, echo, store, sender, courier)
        self.group = asyncio.TaskGroup()
        self.now = 0.0
        door = Door(store.inbox, sender, SLOW_DOWN, lambda: self.now)
        self.dispatcher = Dispatcher(routes, door, courier, store, Lanes(self.group, width), patience)

    @property
    def sent(self) -> list[tuple[int, str]]:
        return [(one["chat_id"], one["text"]) for one in self.request.sent()]


@pytest.fixture
async def desk(echo: Echo, store: SqliteStore, patience: Patience) -> AsyncIterator[Desk]:
    made = Desk(echo, store, patience)
    async with made.application:
        yield made


async def test_catch_up_when_the_last_run_left_something_then_letters_before_updates_and_in_order(
    desk: Desk, store: SqliteStore
) -> None:
    for text in ("left 1", "left 2"):
        result = TurnResult(session=Session(), replies=(Reply(text=text),))
        await store.commit(Address("telegram", "1001"), result)
    await store.inbox.receive([update(5, 1001, "a"), update(6, 1002, "b"), update(7, 1001, "c")])
    async with desk.group:
        await desk.dispatcher.catch_up()
    ada = [text for chat, text in desk.sent if chat == 1001]
    assert ada == ["left 1", "left 2", "heard a", "heard c"]
    assert (1002, "heard b") in desk.sent
    assert await store.inbox.unhandled() == []
    assert await store.outbox.waiting("telegram") == []


async def test_catch_up_when_nothing_was_left_then_nothing_is_sent(desk: Desk) -> None:
    async with desk.group:
        await desk.dispatcher.catch_up()
    assert desk.sent == []


async def test_take_when_a_chat_sends_much_then_its_order_is_kept(desk: Desk, store: SqliteStore) -> None:
    raws = [update(number, 1001 + number % 3, f"no. {number}") for number in range(30)]
    await store.inbox.receive(raws)
    async with desk.group:
        for raw in raws:
            desk.dispatcher.take(raw)
    for user in (1001, 1002, 1003):
        expected = [f"heard no. {number}" for number in range(30) if 1001 + number % 3 == user]
        assert [text for chat, text in desk.sent if chat == user] == expected


async def test_take_when_the_disk_is_full_for_a_while_then_the_turn_is_done_afterwards(
    desk: Desk, store: SqliteStore, echo: Echo, patience: Patience
) -> None:
    echo.fails = [StoreError("the disk is full")] * 3
    raw = update(5, 1001, "hello")
    await store.inbox.receive([raw])
    async with desk.group:
        desk.dispatcher.take(raw)
    assert desk.sent == [(1001, "heard hello")]
    assert patience.waited == [1, 2, 2]


async def test_take_when_one_person_floods_then_told_once_and_nobody_else_waits_for_more_than_one_of_theirs(
    echo: Echo, store: SqliteStore, patience: Patience
) -> None:
    desk = Desk(echo, store, patience, width=1)
    flood = [update(number, 1001, f"no. {number}") for number in range(1, 1001)]
    await store.inbox.receive([*flood, update(2000, 1002, "hello")])
    async with desk.application, desk.group:
        for raw in flood:
            desk.dispatcher.take(raw)
        desk.dispatcher.take(update(2000, 1002, "hello"))
    answers = [f"heard no. {number}" for number in range(1, AT_ONCE + 1)]
    assert [text for chat, text in desk.sent if chat == 1001] == [*answers, "slow down"]
    assert [chat for chat, _ in desk.sent].index(1002) <= 1
    assert await store.inbox.unhandled() == []


async def test_take_when_the_flood_is_over_then_answered_again(desk: Desk, store: SqliteStore) -> None:
    updates = [update(number, 1001, f"no. {number}") for number in range(1, 30)]
    await store.inbox.receive(updates)
    async with desk.group:
        for raw in updates[:-1]:
            desk.dispatcher.take(raw)
        desk.now += PAUSE
        desk.dispatcher.take(updates[-1])
    assert desk.sent[-1] == (1001, "heard no. 29")


async def test_take_when_the_word_cannot_be_sent_then_nothing_comes_of_it(
    desk: Desk, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise GoneError("blocked")

    updates = [update(number, 1001, f"no. {number}") for number in range(1, 23)]
    await store.inbox.receive(updates)
    async with desk.group:
        for raw in updates[:AT_ONCE]:
            desk.dispatcher.take(raw)
    monkeypatch.setattr(TelegramSender, "send", refuse)
    async with asyncio.TaskGroup() as desk.group:
        desk.dispatcher._lanes._group = desk.group
        for raw in updates[AT_ONCE:]:
            desk.dispatcher.take(raw)
    assert await store.inbox.unhandled() == []
