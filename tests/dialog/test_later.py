"""A challenge put off, or left out."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.state import Remind
from tests.helpers.subscriptions import WEEKLY
from tests.helpers.talk import CONTENT, Talk


async def put_off(talk: Talk, week: int = 5) -> str:
    await talk.say(f"/challenge {week}")
    return await talk.tap("Later")


@pytest.mark.parametrize(
    ("choice", "day", "hour"), [("Tonight", 10, 18), ("Tomorrow", 11, 8), ("At the weekend", 13, 8)]
)
async def test_later_when_a_time_is_chosen_then_then_and_the_slot_does_not_move(
    choice: str, day: int, hour: int
) -> None:
    weekly = replace(WEEKLY, next_due=datetime(2027, 3, 18, 8, tzinfo=UTC))
    talk = Talk(subscription=weekly)
    await put_off(talk)
    await talk.tap(choice)
    assert talk.known.weeks == {5: "later"}
    assert talk.reminder == Remind(5, datetime(2027, 3, day, hour, tzinfo=UTC))
    assert talk.known.subscription == weekly


async def test_later_when_a_day_is_typed_then_at_the_usual_hour() -> None:
    talk = Talk(subscription=replace(WEEKLY, next_due=datetime(2027, 3, 18, 8, tzinfo=UTC)))
    await put_off(talk)
    assert "Monday, 15 March 2027, at 09:00" in await talk.say("monday")
    assert talk.reminder == Remind(5, datetime(2027, 3, 15, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-03-09", "over already"),
        ("yesterday", "over already"),
        ("0001-01-01", "over already"),
        ("today 9:30", "over already"),
        ("3 may", "next challenge"),
        ("in 90 days", "next challenge"),
        ("9999-12-31", "far off"),
        ("in 999 weeks", "far off"),
        ("🙂", "could not read"),
        ("31 june", "could not read"),
    ],
)
async def test_later_when_the_day_does_not_work_then_said_kindly_and_another_one_does(
    typed: str, said: str
) -> None:
    talk = Talk(subscription=replace(WEEKLY, next_due=datetime(2027, 3, 18, 8, tzinfo=UTC)))
    await put_off(talk)
    assert said in await talk.say(typed)
    assert talk.reminder is None
    await talk.say("tomorow")
    assert talk.reminder == Remind(5, datetime(2027, 3, 11, 8, tzinfo=UTC))


async def test_later_when_the_next_challenge_comes_in_an_hour_then_nothing_to_choose() -> None:
    talk = Talk(subscription=replace(WEEKLY, next_due=datetime(2027, 3, 10, 11, tzinfo=UTC)))
    assert "waits for you" in await put_off(talk)
    assert talk.known.session.dialog is None
    assert talk.known.weeks == {5: "later"}


async def test_later_when_it_rests_without_an_end_then_any_day_goes() -> None:
    talk = Talk(subscription=replace(WEEKLY, paused=True))
    await put_off(talk)
    await talk.say("3 may")
    assert talk.reminder == Remind(5, datetime(2027, 5, 3, 8, tzinfo=UTC))


@pytest.mark.parametrize("zone", [None, "Mars/Olympus"])
async def test_later_when_no_clock_is_known_then_a_day_at_this_time_of_day(zone: str | None) -> None:
    talk = Talk(subscription=replace(WEEKLY, zone=zone) if zone else None)
    await put_off(talk)
    assert "Tonight" not in talk.offered
    assert "your clock" in await talk.say("tonight")
    assert "Friday, 12 March 2027." in await talk.say("friday 6pm")
    assert talk.reminder == Remind(5, datetime(2027, 3, 12, 10, tzinfo=UTC))


async def test_later_when_the_week_is_done_then_it_stays_so() -> None:
    talk = Talk(weeks={5: "done"})
    await talk.press("challenge:later:5")
    await talk.press("later:tomorrow:5")
    assert talk.known.weeks == {5: "done"}
    assert talk.reminder is None


@pytest.mark.parametrize(
    "data", ["later:tomorrow:99", "later:tomorrow:", "later:", "later:never:5", "later:tonight:²"]
)
async def test_later_when_a_button_is_old_or_forged_then_answered_and_nothing_planned(data: str) -> None:
    talk = Talk()
    await talk.press(data)
    assert talk.reminder is None


async def test_skip_when_tapped_then_marked_and_can_be_undone() -> None:
    talk = Talk()
    await talk.say("/challenge 5")
    await talk.tap("Skip this week")
    assert talk.known.weeks == {5: "skipped"}
    assert CONTENT.challenges[5].title in await talk.tap("Do it after all")
    assert talk.known.weeks == {5: "later"}
