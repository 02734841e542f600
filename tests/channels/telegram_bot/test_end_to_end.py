"""The bot as people run it: a process of its own, long polling a Bot API, killed and started again."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config import load
from bot.content import Content
from bot.conversation import Address
from bot.storage import open_store
from tests.helpers import bot_faults
from tests.helpers.bot_api import TOKEN, BotApi
from tests.helpers.bot_process import BotProcess

pytestmark = pytest.mark.process
KILLS = 30

ADA = 1001
ACCOUNT = "Last one: which LinkedIn account do you have?"
DRAFT = (
    "Hi Samuel, we met at the Nairobi bee-keepers' day on Saturday. Your way of calming a hive with a wet "
    "cloth has changed my mornings. I keep six hives in Thika and would like to learn from what you post."
)
ANSWERS = {
    "who": "Amara Obi, head nurse at St Brigid's",
    "how_met": "we sat next to each other at the Lisbon water conference in May",
    "referrer": "skip",
    "standout": "her talk on triage, she made it so practical",
    "common_ground": "skip",
    "value": "skip",
    "about_me": "I am a second-year physio student in Leeds",
}


@pytest.fixture
async def process(api: BotApi, tmp_path: Path) -> AsyncIterator[BotProcess]:
    async with BotProcess(api, tmp_path / "coach") as started:
        yield started


async def answer(api: BotApi, content: Content, user: int, answers: dict[str, str]) -> None:
    """Answer the questions of an interview, each when it is asked."""
    for question in content.interview.questions:
        if question.slot in answers:
            await api.wait_text(user, question.ask, seconds=60)
            await api.text(user, answers[question.slot])


async def stored(data: Path, user: int) -> str:
    """All that is stored of a person, as JSON."""
    async with open_store(load({"COACH_DATA_DIR": str(data)}).database) as store:
        return json.dumps(await store.export(Address("telegram", str(user))))


async def test_bot_when_somebody_uses_all_of_it_then_it_answers_and_a_kill_is_not_noticed(
    api: BotApi, process: BotProcess, content: Content
) -> None:
    await api.text(ADA, "/start")
    await api.wait_for(ADA, 1)
    await api.press_label(ADA, "Write a note")
    await answer(api, content, ADA, ANSWERS)
    await api.wait_text(ADA, ACCOUNT)
    await api.press_label(ADA, "Free (200 characters)")
    note = await api.wait_text(ADA, "Hi Amara")
    assert note["entities"][0]["type"] == "pre"
    assert note["reply_markup"]["inline_keyboard"][0][0]["copy_text"]["text"] == note["text"]

    await api.text(ADA, DRAFT)
    seen = len(api.to(ADA))
    await api.wait_for(ADA, seen + 1)

    await api.text(ADA, "/subscribe")
    await api.wait_text(ADA, "Once a week")
    await api.press_label(ADA, "Monday")
    await api.wait_text(ADA, "Monday it is")
    await api.text(ADA, "8:30")
    await api.wait_text(ADA, "And where are you")

    await process.kill()
    await api.text(ADA, "Lisbon")
    await process.start()
    await api.wait_text(ADA, "Where shall we begin?")
    await api.press_label(ADA, "Week 1")
    await api.wait_text(ADA, "Every Monday at 08:30, by the clock of Europe/Lisbon")

    await api.text(ADA, "/progress")
    await api.wait_called("sendPhoto")

    assert await process.terminate() == 0
    assert TOKEN not in process.log.read_text()
    assert "Amara" not in process.log.read_text()


async def test_bot_when_stopped_and_started_again_then_nothing_is_said_twice(
    api: BotApi, process: BotProcess, content: Content
) -> None:
    await api.text(ADA, "/note")
    for question in content.interview.questions[:4]:
        await api.wait_text(ADA, question.ask)
        assert await process.terminate() == 0
        await api.text(ADA, ANSWERS[question.slot])
        await process.start()
    await api.wait_text(ADA, content.interview.questions[4].ask)
    assert len(api.to(ADA)) == 5


async def test_bot_when_token_is_wrong_then_it_ends_at_once_and_says_so(api: BotApi, tmp_path: Path) -> None:
    api.inject("getMe", bot_faults.unauthorized)
    process = BotProcess(api, tmp_path / "coach")
    await process.spawn()
    assert await process.exit_code() == 2
    [line] = process.log.read_text().splitlines()
    assert line.startswith("outreach-coach: COACH_BOT_TOKEN")
    assert TOKEN not in line


class Crowd:
    """People who give interviews, in a few chains one after the other, until told that it is enough."""

    def __init__(self, api: BotApi, content: Content, chains: int) -> None:
        self._api = api
        self._content = content
        self._chains = chains
        self.users: list[int] = []
        self.enough = asyncio.Event()

    def answers(self, user: int) -> dict[str, str]:
        """What this person answers; nobody else says the same."""
        return {
            "who": f"Amara Obi{user}, head nurse",
            "how_met": f"we met at the water conference in Lisbon, room {user}",
            "referrer": f"my manager, Dana Ortiz{user}",
            "standout": f"her talk number {user} on triage was so practical",
            "common_ground": f"we both trained at school {user} in Ibadan",
            "value": f"I can send her my list of {user} wards",
            "about_me": f"I am a physio student in Leeds, year {user}",
        }

    async def talk(self) -> None:
        """All the interviews."""
        async with asyncio.TaskGroup() as group:
            for chain in range(self._chains):
                group.create_task(self._chain(2000 + chain * 1000))

    async def _chain(self, user: int) -> None:
        while not self.enough.is_set():
            self.users.append(user)
            await self._api.text(user, "/note")
            await answer(self._api, self._content, user, self.answers(user))
            await self._api.wait_text(user, ACCOUNT, seconds=60)
            user += 1


async def test_bot_when_killed_at_random_moments_then_no_acknowledged_answer_is_lost(
    api: BotApi, tmp_path: Path, content: Content
) -> None:
    chains, chance = 4, random.Random(19)
    process = BotProcess(api, tmp_path / "coach")
    crowd = Crowd(api, content, chains)
    talking = asyncio.create_task(crowd.talk())
    for _ in range(KILLS):
        await process.start()
        await asyncio.sleep(chance.uniform(0.0, 0.3))
        await process.kill()
    crowd.enough.set()
    await process.start()
    await talking
    assert await process.terminate() == 0
    for user in crowd.users:
        assert_all_there(await stored(tmp_path / "coach", user), crowd.answers(user))
    assert_copies_bounded(api, KILLS, chains)
    assert TOKEN not in process.log.read_text()
    assert "Amara" not in process.log.read_text()


def assert_all_there(export: str, answers: dict[str, str]) -> None:
    assert [text for text in answers.values() if text not in export] == []


def assert_copies_bounded(api: BotApi, kills: int, chains: int) -> None:
    copies = Counter((message["chat"]["id"], message["text"]) for message in api.sent)
    assert max(copies.values()) <= 3
    assert sum(copies.values()) - len(copies) <= kills * chains
