"""What somebody sees of a conversation: steps in place, old buttons gone, answers edited with the draft."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.clock import FakeClock
from tests.helpers.players import opened
from tests.helpers.telegram_player import TelegramPlayer

DRAFT = "Dear Ms Lindgren, I came across your profile. Could you refer me for a job at your school?"


@pytest.fixture
async def player(tmp_path: Path) -> AsyncIterator[TelegramPlayer]:
    async with opened(tmp_path, FakeClock()) as app, TelegramPlayer.opened(app) as made:
        yield made


def calls(player: TelegramPlayer, *methods: str) -> list[dict[str, Any]]:
    return [parameters for method, parameters in player._request.calls if method in methods]


def labels(player: TelegramPlayer) -> list[str]:
    return [label for _, label in player._request.buttons()]


async def test_interview_when_skipped_by_button_then_one_message_goes_from_question_to_question(
    player: TelegramPlayer,
) -> None:
    await player.send("/note")
    await player.send("Sami Haddad")
    sent = len(calls(player, "sendMessage"))
    await player.tap("Skip")
    await player.tap("Skip")
    await player.tap("Back")
    assert len(calls(player, "sendMessage")) == sent
    assert len({one["message_id"] for one in calls(player, "editMessageText")}) == 1
    assert labels(player) == ["Back", "Skip"]


async def test_interview_when_words_are_typed_then_the_next_question_is_below_and_the_old_buttons_are_gone(
    player: TelegramPlayer,
) -> None:
    await player.send("/note")
    await player.send("Sami Haddad")
    await player.send("We met at the Lisbon water conference in May")
    assert len(calls(player, "editMessageReplyMarkup")) == 1
    assert calls(player, "editMessageText") == []
    assert labels(player) == ["Back", "Skip"]


async def test_interview_when_begun_by_a_button_then_nothing_is_taken_away_twice(
    player: TelegramPlayer,
) -> None:
    await player.send("/start")
    await player.tap("Write a note")
    await player.send("Sami Haddad")
    assert len(calls(player, "editMessageText")) == 1
    assert calls(player, "editMessageReplyMarkup") == []


async def test_interview_when_there_is_no_button_then_the_field_says_what_is_awaited(
    player: TelegramPlayer,
) -> None:
    await player.send("/note")
    [question] = calls(player, "sendMessage")
    assert question["reply_markup"]["force_reply"] is True
    assert question["reply_markup"]["input_field_placeholder"] == "A name, or a role"


async def test_draft_when_edited_then_both_messages_of_the_answer_are_edited(player: TelegramPlayer) -> None:
    await player.send(DRAFT)
    await player.edit(
        DRAFT.replace("Could you refer me for a job at your school?", "Your lecture stayed with me.")
    )
    marked, verdict = calls(player, "editMessageText")
    assert "Your lecture" in marked["text"]
    assert verdict["text"].startswith("Better than before.")
    assert len(calls(player, "sendMessage")) == 2


async def test_draft_when_another_came_since_then_only_the_last_answer_is_edited(
    player: TelegramPlayer,
) -> None:
    await player.send(DRAFT)
    await player.send(DRAFT.replace("Lindgren", "Moreau"))
    newest = [number for number, _ in player._request._shown[-2:]]
    await player.edit(DRAFT.replace("Lindgren", "Moreau") + " Thank you.")
    assert [one["message_id"] for one in calls(player, "editMessageText")] == newest


async def test_critique_when_shown_then_marks_are_entities_and_details_fold_away(
    player: TelegramPlayer,
) -> None:
    await player.send(f"Dear <b>&_*[ 👋 {DRAFT}")
    marked, verdict = calls(player, "sendMessage")
    assert marked["text"] == f"Dear <b>&_*[ 👋 {DRAFT}"
    assert {entity["type"] for entity in marked["entities"]} == {"strikethrough"}
    [details] = verdict["entities"]
    assert details["type"] == "expandable_blockquote"
    folded = verdict["text"][details["offset"] : details["offset"] + details["length"]]
    assert folded.startswith("What gets in the way:")
    assert "Next step" not in folded
    assert all("parse_mode" not in one for one in calls(player, "sendMessage"))


async def test_old_button_when_pressed_then_its_message_loses_its_buttons(player: TelegramPlayer) -> None:
    await player.send("/note")
    await player.send("Sami Haddad")
    await player.press("note:skip:standout")
    cleared = calls(player, "editMessageReplyMarkup")
    assert len(cleared) == 2  # the pressed message, and the question that is asked once more below
    assert labels(player) == ["Back", "Skip"]


async def test_button_when_pressed_twice_then_the_question_stays_as_it_is(player: TelegramPlayer) -> None:
    await player.send("/note")
    await player.send("Sami Haddad")
    await player.tap("Skip")
    before = calls(player, "sendMessage", "editMessageText")
    await player.press("note:skip:how_met")
    *earlier, again = calls(player, "sendMessage", "editMessageText")
    assert earlier == before
    assert again == before[-1]  # the server says that it is not modified


async def test_album_when_it_comes_then_one_answer(player: TelegramPlayer) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    said = [
        await player.play(message=player._message(message_id=5000 + number, photo=photo, media_group_id="a"))
        for number in range(4)
    ]
    assert [len(one) for one in said] == [1, 0, 0, 0]
    captioned = player._message(message_id=5005, photo=photo, media_group_id="a", caption="Dear Ada, " * 9)
    assert await player.play(message=captioned) != []
