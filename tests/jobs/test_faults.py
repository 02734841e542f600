"""The real job, store and sender against a Bot API that misbehaves to some: who gets what, how often."""

import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from aiohttp import web

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.request import AiohttpRequest, Timeouts
from bot.channels.telegram_bot.sender import TelegramSender
from bot.conversation import Address, Reply
from bot.errors import UnauthorizedError
from bot.jobs.deliver import Deliver, Tempo
from bot.ports import Due, Figures
from bot.state import Session, TurnResult
from bot.storage.store import SqliteStore, open_store
from tests.benchmarks.crowd import subscribed
from tests.helpers import bot_faults
from tests.helpers.bot_api import TOKEN, BotApi
from tests.helpers.bot_wire import read_parameters
from tests.helpers.clock import FakeClock

NOW: Final = datetime(2027, 1, 11, 9, tzinfo=UTC)
SHORT: Final = Timeouts(read=0.5, write=0.5, connect=0.5, pool=5.0, upload=0.5)
Mood = Callable[[int], tuple[bot_faults.Answer, bool] | None]


class MoodyApi(BotApi):
    """Answers a message by whom it is for: so, or, where the mood is None, as it should."""

    def __init__(self, mood: Mood) -> None:
        super().__init__()
        self.mood = mood

    async def _call(self, request: web.Request) -> web.StreamResponse:
        parameters = await read_parameters(request)
        chat = parameters.get("chat_id")
        if chat is None or (answer := self.mood(int(chat))) is None:
            return await super()._call(request)
        self.calls.append(("sendMessage", parameters))
        if answer[1]:
            await self._do("sendMessage", parameters)
        return await answer[0](request)

    def tried(self) -> Counter[int]:
        """How often somebody was tried."""
        return Counter(int(parameters["chat_id"]) for name, parameters in self.calls if name == "sendMessage")

    def got(self) -> Counter[int]:
        """How many messages somebody got."""
        return Counter(message["chat"]["id"] for message in self.sent)


class Office:
    """The store, and a job whose waits are over at once when that is wanted."""

    def __init__(self, store: SqliteStore, sender: TelegramSender) -> None:
        self.store, self.clock, self.seconds = store, FakeClock(NOW), 0.0
        self.job = Deliver(
            store,
            sender,
            self.clock,
            _letter,
            channel="telegram",
            tempo=Tempo(None, 32),
            monotonic=lambda: self.seconds,
        )

    async def rounds(self, number: int) -> Figures:
        """So many rounds, with more than any wait between them; returns how it stands then."""
        for _ in range(number):
            await self.job.once()
            self.seconds += 1000
        return await self.store.figures(NOW)


async def _letter(due: Due) -> tuple[Reply, ...]:
    return (Reply(text=f"week {due.week}"),)


@asynccontextmanager
async def office(api: BotApi, folder: Path, people: int) -> AsyncIterator[Office]:
    """So many people are due, numbers 1 and up."""
    path = folder / "coach.db"
    subscribed(path, people, people, NOW)
    application = build_application(TOKEN, api.url, AiohttpRequest(SHORT), AiohttpRequest(SHORT))
    await application.initialize()
    try:
        async with open_store(path, lambda: NOW) as store:
            yield Office(store, TelegramSender(application.bot, "Copy"))
    finally:
        await application.shutdown()


def once_for(people: set[int], answer: bot_faults.Answer, *, accepted: bool) -> Mood:
    """These get that answer the first time."""
    left = set(people)

    def mood(chat: int) -> tuple[bot_faults.Answer, bool] | None:
        if chat not in left:
            return None
        left.discard(chat)
        return answer, accepted

    return mood


def some(people: int, part: float) -> set[int]:
    """A part of the people, the same every time."""
    return set(random.Random(people).sample(range(1, people + 1), int(people * part)))


async def answers_lost(folder: Path, people: int) -> None:
    unlucky = some(people, 0.05)
    mood = once_for(unlucky, bot_faults.cut_before_answer, accepted=True)
    async with MoodyApi(mood) as api, office(api, folder, people) as work:
        figures = await work.rounds(4)
    assert (figures.sent, figures.sending, figures.parked) == (people, 0, 0)
    assert api.got() == Counter(range(1, people + 1)) + Counter(unlucky)


async def test_answers_lost_then_one_further_copy_for_each_and_nobody_left_out(tmp_path: Path) -> None:
    await answers_lost(tmp_path, 1_000)


@pytest.mark.long
async def test_answers_lost_among_10000_then_the_same(tmp_path: Path) -> None:
    await answers_lost(tmp_path, 10_000)


@pytest.mark.parametrize("answer", [bot_faults.internal_error, bot_faults.bad_gateway, bot_faults.not_ok])
async def test_server_fails_for_some_then_they_get_it_later_and_once(
    answer: bot_faults.Answer, tmp_path: Path
) -> None:
    mood = once_for(some(300, 0.05), answer, accepted=False)
    async with MoodyApi(mood) as api, office(api, tmp_path, 300) as work:
        figures = await work.rounds(4)
    assert (figures.sent, set(api.got().values())) == (300, {1})


async def gone(folder: Path, people: int) -> None:
    left = some(people, 0.1)
    ways = (bot_faults.blocked, bot_faults.deactivated, bot_faults.no_such_chat)
    answers = {chat: ways[chat % 3] for chat in left}
    async with (
        MoodyApi(lambda chat: (answers[chat], False) if chat in left else None) as api,
        office(api, folder, people) as work,
    ):
        await work.job.once()
        assert api.got() == Counter(set(range(1, people + 1)) - left)  # and no other had to wait
        work.clock.forward(weeks=1, hours=1)
        figures = await work.rounds(2)
        assert (figures.failed, figures.blocked) == (len(left), len(left))
        assert all(api.tried()[chat] == 1 for chat in left)
        await work.store.commit(Address("telegram", str(min(left))), TurnResult(session=Session()))
        assert (await work.store.figures(NOW)).blocked == len(left) - 1


async def test_people_gone_then_never_tried_again_and_nobody_delayed(tmp_path: Path) -> None:
    await gone(tmp_path, 1_000)


@pytest.mark.long
async def test_1000_of_10000_gone_then_the_same(tmp_path: Path) -> None:
    await gone(tmp_path, 10_000)


async def test_chats_that_move_then_each_gets_it_once_under_the_new_number(tmp_path: Path) -> None:
    def mood(chat: int) -> tuple[bot_faults.Answer, bool] | None:
        return (bot_faults.migrated(chat + 100_000), False) if chat <= 100 else None

    async with MoodyApi(mood) as api, office(api, tmp_path, 150) as work:
        figures = await work.rounds(1)
        assert figures.sent == 150
        moved = {chat + 100_000 if chat <= 100 else chat for chat in range(1, 151)}
        assert api.got() == Counter(moved)
        for chat in range(1, 101):
            assert await work.store.export(Address("telegram", str(chat))) == {}
        work.clock.forward(weeks=2)
        await work.rounds(1)
        assert api.got() == Counter(moved) + Counter(moved)


async def test_token_refused_for_a_while_then_no_row_is_touched_and_all_is_sent_afterwards(
    tmp_path: Path,
) -> None:
    refused = [True]
    mood: Mood = lambda _: (bot_faults.unauthorized, False) if refused else None  # noqa: E731
    async with MoodyApi(mood) as api, office(api, tmp_path, 200) as work:
        before = await work.store.figures(NOW)
        for _ in range(3):
            with pytest.raises(UnauthorizedError):
                await work.job.once()
        assert await work.store.figures(NOW) == before
        refused.clear()
        assert (await work.rounds(1)).sent == 200
    assert set(api.got().values()) == {1}


async def test_told_to_wait_then_at_most_what_was_under_way_is_sent_and_no_attempt_is_lost(
    tmp_path: Path,
) -> None:
    mood = once_for({100}, bot_faults.flood(3600), accepted=False)
    async with MoodyApi(mood) as api, office(api, tmp_path, 500) as work:
        await work.job.once()
        at_that_moment = sum(api.tried().values())
        assert at_that_moment <= 100 + 32
        for _ in range(5):
            await work.job.once()
        assert sum(api.tried().values()) == at_that_moment
    assert set(api.got().values()) == {1}
