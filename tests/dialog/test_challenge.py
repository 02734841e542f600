"""The weekly challenge in a conversation. It is Wednesday, 10 March 2027, 10:00 UTC."""

from functools import cached_property

import pytest
from msgspec.structs import replace

from bot.coach.challenge import Challenge
from bot.content import Content
from bot.conversation import Mark
from bot.dialog.challenge import letter
from bot.state import Session
from tests.helpers.subscriptions import WEEKLY
from tests.helpers.talk import CONTENT, Talk


class Few(Content):
    """Content with a single week, whose topic is ours."""

    @cached_property
    def challenges(self) -> dict[int, Challenge]:
        """Week 3 alone."""
        return {3: replace(CONTENT.challenges[1], week=3, origin="ours", url=None)}


FEW = Few(CONTENT.folder)


def title(week: int) -> str:
    return CONTENT.challenges[week].title


@pytest.mark.parametrize("week", [1, 5, 9, 19, 26])
def test_letter_when_written_then_everything_of_the_challenge_is_in_it(week: int) -> None:
    (reply,) = letter(CONTENT, week)
    challenge = CONTENT.challenges[week]
    wanted = (challenge.title, challenge.task, challenge.small, challenge.example, challenge.reflection)
    assert all(part in reply.text for part in (*wanted, f"{challenge.minutes} minutes", "Natalie Siston"))
    assert " ".join(challenge.body.split()) in reply.text
    assert (challenge.url or "") in reply.text
    assert reply.marks == (Mark(0, len(f"Week {week}: {challenge.title}"), "strong"),)
    assert len(reply.text) < 4096


def test_letter_when_it_leans_on_another_week_then_that_is_named() -> None:
    (reply,) = letter(CONTENT, 27)
    assert f"week 26, “{title(26)}”" in reply.text


def test_letter_when_week_19_then_the_oath_is_one_tap_away() -> None:
    (reply,) = letter(CONTENT, 19)
    choices = [choice for row in reply.choices for choice in row]
    assert "command:oath" in [choice.data for choice in choices]
    assert {"Done", "Later", "Skip this week"} <= {choice.label for choice in choices}


def test_letter_when_the_week_is_not_written_then_a_written_one() -> None:
    (reply,) = letter(CONTENT, 53)
    assert title(1) in reply.text


def test_letter_when_the_topic_is_ours_then_nobody_is_credited() -> None:
    (reply,) = letter(FEW, 3)
    assert reply.text.endswith(CONTENT.challenges[1].reflection)


async def test_challenge_when_a_week_is_not_written_then_said_and_the_next_one_shown() -> None:
    said = await Talk(FEW).say("/challenge 2")
    assert said.startswith("Week 2 is not written yet.")
    assert f"Week 3: {title(1)}" in said


async def test_challenge_when_something_is_typed_at_it_then_shown_again() -> None:
    assert title(1) in await Talk(session=Session(dialog="challenge")).say("hm")


async def test_challenge_when_new_then_the_first_with_a_way_to_subscribe() -> None:
    talk = Talk()
    assert title(1) in await talk.say("/challenge")
    await talk.tap("Get one every week")
    assert talk.known.session.dialog == "subscribe"


async def test_challenge_when_subscribed_then_the_last_that_came_or_the_next() -> None:
    talk = Talk(subscription=WEEKLY)
    assert title(9) in await talk.say("/challenge")
    talk = Talk(subscription=WEEKLY, last_week=5)
    assert title(5) in await talk.say("/challenge")
    assert "Get one every week" not in talk.offered


@pytest.mark.parametrize("asked", ["19", "week 19", "Week19", "19 now", "week 19 please"])
async def test_challenge_when_a_week_is_asked_for_then_that_one(asked: str) -> None:
    assert title(19) in await Talk(last_week=1).say(f"/challenge {asked}")


@pytest.mark.parametrize("asked", ["0", "53", "99", "seven", "-1", "1.5", "²", "1900", "9" * 5000])
async def test_challenge_when_there_is_no_such_week_then_said(asked: str) -> None:
    said = await Talk().say(f"/challenge {asked}")
    assert "1 to 52" in said


async def test_challenge_when_an_old_button_names_no_week_then_one_is_shown_and_nothing_marked() -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    assert title(1) in await talk.press("challenge:done:99")
    assert talk.known.weeks == {}


async def test_done_when_tapped_then_marked_and_a_line_is_asked_and_kept() -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    assert CONTENT.challenges[5].reflection in await talk.tap("Done")
    assert talk.known.weeks == {5: "done"}
    await talk.say("It went well")
    assert talk.noted == {5: "It went well"}
    assert talk.known.session.dialog is None


async def test_done_when_tapped_twice_then_said_and_the_line_is_not_asked_again() -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    await talk.tap("Done")
    assert "already" in await talk.press("challenge:done:5")
    await talk.say("It went well")
    assert talk.noted == {}


@pytest.mark.parametrize("skipped", ["skip", "Skip", "no", "-", "back"])
async def test_reflection_when_skipped_then_nothing_is_kept(skipped: str) -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    await talk.tap("Done")
    await talk.say(skipped)
    assert talk.noted == {}
    assert talk.known.session.dialog is None


async def test_reflection_when_too_long_then_said_and_a_shorter_one_is_kept() -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    await talk.tap("Done")
    assert "501" in await talk.say("x" * 501)
    await talk.say("x" * 500)
    assert talk.noted == {5: "x" * 500}


@pytest.mark.parametrize("between", ["/help", "/challenge 6", "/progress"])
async def test_reflection_when_a_command_comes_between_then_the_next_line_is_not_taken(between: str) -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    await talk.tap("Done")
    await talk.say(between)
    await talk.say("hello")
    assert talk.noted == {}


async def test_reflection_when_typed_the_next_day_then_not_taken() -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    await talk.tap("Done")
    talk.clock.forward(hours=7)
    await talk.say("hello")
    assert talk.noted == {}


async def test_reflection_when_an_old_button_takes_it_out_then_gone() -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    await talk.tap("Done")
    await talk.say("It went well")
    await talk.say("/challenge 6")
    await talk.press("reflect:drop:5")
    assert talk.noted == {}


@pytest.mark.parametrize(
    "data", ["reflect:ask:99", "reflect:skip:5", "reflect:x", "reflect:drop:", "reflect:"]
)
async def test_reflection_when_a_button_is_old_or_forged_then_answered_and_nothing_awaited(data: str) -> None:
    talk = Talk()
    await talk.press(data)
    assert talk.known.session.dialog is None
