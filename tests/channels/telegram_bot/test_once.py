"""Every update has its effect once, whatever comes twice, late or out of turn."""

import asyncio
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.courier import Courier
from bot.channels.telegram_bot.dispatch import Dispatcher
from bot.channels.telegram_bot.door import Door
from bot.channels.telegram_bot.flood import AT_ONCE
from bot.channels.telegram_bot.lanes import Lanes
from bot.channels.telegram_bot.routes import Routes
from bot.channels.telegram_bot.sender import TelegramSender
from bot.conversation import Address, Incoming, Reply
from bot.ports import Letter, RawUpdate
from bot.state import Session, TurnResult
from bot.storage import open_store
from bot.storage.store import SqliteStore
from tests.channels.telegram_bot.conftest import SLOW_DOWN, Patience
from tests.helpers.bot_api import TOKEN
from tests.helpers.clock import FakeClock
from tests.helpers.recording import RecordingRequest


class Diary:
    """A conversation that adds what it hears to the session, and says so."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    async def handle(self, incoming: Incoming, update_id: int | None = None) -> list[Letter]:
        known = await self._store.load(incoming.address)
        heard = [*known.session.states.get("heard", []), incoming.text]
        session = Session(states={"heard": heard})
        result = TurnResult(session=session, replies=(Reply(text=incoming.text),), stamp=known.stamp)
        return await self._store.commit(incoming.address, result, update_id)


def updates(people: int) -> list[RawUpdate]:
    """What people write, each at most as much as is let in at once."""
    made = []
    for number in range(people * AT_ONCE):
        user = 1001 + number % people
        person = {"id": user, "is_bot": False, "first_name": "Ada"}
        message = {"message_id": number, "date": 1, "chat": {"id": user, "type": "private"}, "from": person}
        payload = json.dumps({"update_id": number, "message": message | {"text": f"no. {number}"}})
        made.append(RawUpdate(number, str(user), payload.encode()))
    return made


def shuffled(known: list[RawUpdate], chance: random.Random) -> list[RawUpdate]:
    """In any order, some of them again and again."""
    copies = [one for one in chance.sample(known, len(known) // 25) for _ in range(5)]
    arriving = [*known, *copies]
    chance.shuffle(arriving)
    return arriving


@pytest.mark.parametrize("people", [40, pytest.param(500, marks=pytest.mark.long)])
async def test_updates_when_repeated_shuffled_and_a_day_old_then_each_has_its_effect_once(
    tmp_path: Path, people: int
) -> None:
    chance, clock, request = random.Random(21), FakeClock(), RecordingRequest()
    arriving = shuffled(updates(people), chance)
    expected: dict[str, list[str]] = defaultdict(list)
    for raw in dict.fromkeys(arriving):  # of each the first that comes
        expected[raw.lane].append(json.loads(raw.payload)["message"]["text"])
    async with open_store(tmp_path / "store.sqlite", clock.now) as store:
        application = build_application(TOKEN, request=request, poll_request=RecordingRequest())
        sender, patience = TelegramSender(application.bot, "Copy"), Patience()
        courier = Courier(sender, store.outbox, patience)
        routes = Routes(application, Diary(store), store, sender, courier)
        door = Door(store.inbox, sender, SLOW_DOWN)
        async with application:
            for part in (arriving, chance.sample(arriving, len(arriving) // 5)):  # and some a day later
                async with asyncio.TaskGroup() as group:
                    dispatcher = Dispatcher(routes, door, courier, store, Lanes(group), patience)
                    for raw in part:
                        for new in await store.inbox.receive([raw]):
                            dispatcher.take(new)
                clock.forward(days=1)
        for lane, heard in expected.items():
            snapshot = await store.load(Address("telegram", lane))
            assert snapshot.session.states == {"heard": heard}
    replies = Counter((str(one["chat_id"]), one["text"]) for one in request.sent())
    assert replies == Counter((lane, text) for lane, heard in expected.items() for text in heard)
