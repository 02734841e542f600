"""The bot as a process of its own, ended while it delivers: nothing lost, and few further copies."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.storage import check, open_store
from tests.benchmarks.crowd import subscribed
from tests.helpers import bot_faults
from tests.helpers.bot_api import BotApi
from tests.helpers.bot_process import BotProcess
from tests.helpers.hasty_bot import AT_ONCE, POINTS

pytestmark = pytest.mark.process
HASTY = ("tests.helpers.hasty_bot", "job")
WHOLE = ("tests.helpers.hasty_bot", "whole")


class Town:
    """People who are due, a Bot API, and the bot that serves them."""

    def __init__(self, folder: Path, people: int) -> None:
        self.api = BotApi()
        self.people = people
        self.database = folder / "coach" / "coach.db"
        self._now = datetime.now(UTC) - timedelta(seconds=1)
        subscribed(self.database, people, people, self._now)

    def bot(self, *command: str) -> BotProcess:
        """The bot."""
        return BotProcess(self.api, self.database.parent, command or HASTY)

    def copies(self) -> Counter[int]:
        """How many messages each person got."""
        return Counter(message["chat"]["id"] for message in self.api.sent)

    def further(self) -> int:
        """How many messages came that had come already."""
        return sum(self.copies().values()) - len(self.copies())

    async def rows(self) -> dict[str, int]:
        """How many deliveries are in which state."""
        async with open_store(self.database) as store:
            figures = await store.figures(self._now + timedelta(minutes=1))
        return {
            "sent": figures.sent,
            "sending": figures.sending,
            "parked": figures.parked,
            "due": figures.due,
        }

    async def all_is_delivered(self) -> None:
        """Wait until everybody has it and the bot has put that down, then end the bot."""
        async with self.bot() as bot, asyncio.timeout(120 + self.people / 100):
            while (rows := await self.rows())["sent"] + rows["parked"] < self.people:  # noqa: ASYNC110 - a file
                await asyncio.sleep(0.3 + self.people / 20_000)
            assert await bot.terminate() == 0
        assert len(self.copies()) == self.people


async def killed_at(folder: Path, point: str) -> int:
    """One message, and the bot killed at a point of it; how many further copies come of that."""
    town = Town(folder, people=1)
    async with town.api:
        bot = town.bot(*HASTY, point)
        await bot.spawn()
        assert await bot.exit_code() == -9
        await check(town.database)
        await town.all_is_delivered()
    return town.further()


@pytest.mark.parametrize("point", POINTS)
async def test_kill_when_just_there_then_as_many_further_copies_as_the_protocol_says(
    point: str, tmp_path: Path
) -> None:
    assert await killed_at(tmp_path, point) == POINTS[point][1]


@pytest.mark.long
@pytest.mark.parametrize("point", POINTS)
async def test_kill_when_just_there_twenty_times_then_always_the_same(point: str, tmp_path: Path) -> None:
    for number in range(20):
        assert await killed_at(tmp_path / str(number), point) == POINTS[point][1]


async def test_kill_when_accepted_and_not_answered_then_one_further_copy(tmp_path: Path) -> None:
    town = Town(tmp_path, people=1)
    async with town.api:
        bot = town.bot()

        async def kill(request: web.Request) -> web.StreamResponse:
            await bot.kill()
            return await bot_faults.delivered(request)

        town.api.inject("sendMessage", kill, accepted=True)
        await bot.spawn()
        assert await bot.exit_code() == -9
        await town.all_is_delivered()
    assert town.further() == 1


async def killed_while_sending(folder: Path, kills: int, people: int, command: tuple[str, ...]) -> None:
    """Kill it again and again while it sends; it must lose nothing and repeat little."""
    town, chance = Town(folder, people), random.Random(kills)
    async with town.api:
        for _ in range(kills):
            before = len(town.api.sent)
            async with town.bot(*command):
                await town.api.wait_sent(before + 1)
                await asyncio.sleep(chance.random() * 0.2)
            await check(town.database)
        assert len(town.copies()) < people, "it was killed when nothing was left to do"
        await town.all_is_delivered()
    assert max(town.copies().values()) <= 3
    assert town.further() <= AT_ONCE * kills
    assert town.further() <= 5 * kills


async def test_kill_when_sending_then_nothing_lost_and_few_further_copies(tmp_path: Path) -> None:
    await killed_while_sending(tmp_path, kills=30, people=6_000, command=HASTY)


@pytest.mark.long
async def test_kill_when_sending_500_times_then_the_same(tmp_path: Path) -> None:
    await killed_while_sending(tmp_path, kills=500, people=100_000, command=WHOLE)


@pytest.mark.parametrize("stops", [5, pytest.param(60, marks=pytest.mark.long)])
async def test_stop_when_sending_then_no_further_copy_and_nothing_lost(tmp_path: Path, stops: int) -> None:
    town = Town(tmp_path, people=300 * stops)
    async with town.api:
        for _ in range(stops):
            before = len(town.api.sent)
            async with town.bot() as bot:
                await town.api.wait_sent(before + 50)
                assert await bot.terminate() == 0
            assert (await town.rows())["sending"] == 0
        await town.all_is_delivered()
    assert town.further() == 0
