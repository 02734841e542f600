"""Inline mode: a draft behind the bot's name gets its verdict, and is kept nowhere."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.conversation import Address
from bot.state import Profile, SaveProfile, Session, TurnResult
from tests.helpers.clock import FakeClock
from tests.helpers.players import opened
from tests.helpers.telegram_player import TelegramPlayer

GOOD = (
    "Dear Ms Lindgren, your lecture on reading aloud in Umeå in March stayed with me. "
    "I teach second grade in Luleå and would like to follow your work."
)
WITH_AN_ASK = f"{GOOD[:80]} Could you refer me for a job?"


class Typing:
    """Somebody who types behind the bot's name."""

    def __init__(self, player: TelegramPlayer, app: App) -> None:
        self.player, self.app = player, app

    async def type(self, text: str, **person: Any) -> dict[str, Any]:
        """The answer to what was typed."""
        sender = {"id": 1001, "is_bot": False, "first_name": "Ada"} | person
        replies = await self.player.play(
            inline_query={"id": "77", "from": sender, "query": text, "offset": ""}
        )
        assert replies == []
        name, answer = self.player._request.calls[-1]
        assert name == "answerInlineQuery"
        return answer


def in_files(folder: Path, words: bytes) -> bool:
    return any(words in file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.fixture
async def typing(tmp_path: Path) -> AsyncIterator[Typing]:
    async with opened(tmp_path, FakeClock()) as app, TelegramPlayer.opened(app) as player:
        yield Typing(player, app)


async def test_inline_when_the_draft_is_good_then_the_verdict_and_the_draft_to_insert(typing: Typing) -> None:
    answer = await typing.type(GOOD)
    assert (answer["inline_query_id"], answer["cache_time"], answer["is_personal"]) == ("77", 0, True)
    [result] = answer["results"]
    assert result["title"] == "Good enough: send it. 146 of 200 characters."
    assert result["input_message_content"]["message_text"] == GOOD


async def test_inline_when_something_gets_in_the_way_then_the_better_words_first(typing: Typing) -> None:
    better, as_it_is = (await typing.type(WITH_AN_ASK))["results"]
    assert better["input_message_content"]["message_text"] == WITH_AN_ASK[:80].strip()
    assert better["description"] == WITH_AN_ASK[:80].strip()
    assert as_it_is["input_message_content"]["message_text"] == WITH_AN_ASK
    assert as_it_is["title"].startswith("Not yet.")
    assert (better["id"], as_it_is["id"]) == ("0", "1")


@pytest.mark.parametrize(
    "text", ["", "hi", "\u2800" * 60, "How do I write to a professor I have never met?", "\x00\ud83d"]
)
async def test_inline_when_it_is_no_draft_then_the_way_to_the_coach(typing: Typing, text: str) -> None:
    answer = await typing.type(text)
    assert answer["results"] == []
    assert answer["button"]["start_parameter"] == "critique"
    assert 0 < len(answer["button"]["text"]) <= 64


async def test_inline_when_the_account_is_known_then_its_limit_counts(typing: Typing) -> None:
    change = SaveProfile(Profile(account="paid"))
    await typing.app.store.commit(
        Address("telegram", "1001"), TurnResult(session=Session(), changes=(change,))
    )
    [result] = (await typing.type(GOOD))["results"]
    assert "of 300" in result["title"]


async def test_inline_when_read_then_nothing_is_stored_or_logged(
    typing: Typing, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await typing.type(GOOD)
    assert await typing.app.store.export(Address("telegram", "1001")) == {}
    assert await typing.app.store.inbox.unhandled() == []
    assert "Lindgren" not in caplog.text
    assert not in_files(tmp_path, b"Lindgren")


async def test_inline_when_malformed_then_no_answer_and_no_harm(typing: Typing) -> None:
    assert await typing.player.play(inline_query={"id": "1", "from": 7, "query": GOOD}) == []
    assert await typing.player.play(inline_query=7) == []
    assert (await typing.type(GOOD))["results"]
