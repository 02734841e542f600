"""A rest, its end, and the end of it all."""

from datetime import date, datetime

import pytest

from tests.helpers.subscriptions import subscription, utc
from tests.helpers.talk import Talk


async def test_unsubscribe_when_there_is_a_history_then_it_stays_unless_deleted_on_purpose() -> None:
    talk = Talk(subscription=subscription(), weeks={1: "done"})
    await talk.say("/unsubscribe")
    await talk.tap("Delete the history, too")
    await talk.tap("No, keep it")
    assert talk.known.weeks == {1: "done"}
    await talk.press("subscribe:drop-history")
    await talk.tap("Yes, delete it")
    assert talk.known.weeks == {}


async def test_unsubscribe_when_there_is_no_history_then_none_to_delete() -> None:
    talk = Talk(subscription=subscription())
    await talk.say("/unsubscribe")
    assert talk.offered == ["Get one every week"]


async def test_pause_when_running_then_silent_and_the_place_kept() -> None:
    talk = Talk(subscription=subscription())
    assert "week 4" in await talk.say("/pause")
    assert talk.known.subscription == subscription(paused=True)
    assert "week 4 waits" in await talk.say("/pause")
    assert talk.known.subscription == subscription(paused=True)


@pytest.mark.parametrize(
    ("how", "until", "due"),
    [
        (["/pause", "For a week"], date(2027, 3, 17), utc(18, 8)),
        (["/pause", "2 weeks"], date(2027, 3, 24), utc(25, 8)),
        (["/pause", "3 may"], date(2027, 5, 3), utc(6, 8, month=5)),
        (["/pause", "in 8 days"], date(2027, 3, 18), utc(18, 8)),
        (["/pause until 3 may"], date(2027, 5, 3), utc(6, 8, month=5)),
        (["/pause two weeks"], date(2027, 3, 24), utc(25, 8)),
        (["/pause", "hm", "tomorow"], date(2027, 3, 11), utc(11, 8)),
        (["/pause", "2027-03-09", "2030-01-01", "monday"], date(2027, 3, 15), utc(18, 8)),
    ],
)
async def test_pause_when_an_end_is_said_then_the_first_slot_from_that_day_on(
    how: list[str], until: date, due: datetime
) -> None:
    talk = Talk(subscription=subscription())
    for text in how:
        assert talk.known.subscription is not None
        await talk.say(text)
    assert talk.known.subscription == subscription(paused=True, until=until, next_due=due)
    assert talk.known.session.dialog is None


@pytest.mark.parametrize("typed", ["no", "skip", "back"])
async def test_pause_when_no_end_is_wanted_then_open(typed: str) -> None:
    talk = Talk(subscription=subscription())
    await talk.say("/pause")
    await talk.say(typed)
    assert talk.known.subscription == subscription(paused=True)
    assert talk.known.session.dialog is None


async def test_pause_when_it_ends_by_itself_then_shown_and_can_be_ended_before() -> None:
    resting = subscription(paused=True, until=date(2027, 5, 3), next_due=utc(6, 8, month=5))
    talk = Talk(subscription=resting)
    assert "Thursday, 6 May 2027, at 09:00" in await talk.say("/subscribe")
    assert "Thursday, 11 March 2027" in await talk.tap("Go on")
    assert talk.known.subscription == subscription()


async def test_pause_when_a_command_comes_between_then_the_next_line_is_no_day() -> None:
    talk = Talk(subscription=subscription())
    await talk.say("/pause")
    await talk.say("/help")
    await talk.say("friday")
    assert talk.known.subscription == subscription(paused=True)


@pytest.mark.parametrize("data", ["pause:weeks:3", "pause:weeks:", "pause:", "pause:x:\N{SUPERSCRIPT TWO}"])
async def test_pause_when_a_button_is_forged_then_open_ended(data: str) -> None:
    talk = Talk(subscription=subscription())
    await talk.press(data)
    assert talk.known.subscription == subscription(paused=True)


async def test_pause_when_the_zone_was_dropped_then_the_place_is_asked() -> None:
    talk = Talk(subscription=subscription(zone="Mars/Olympus"))
    await talk.say("/pause")
    assert "Name a city" in await talk.tap("For a week")


async def test_resume_when_weeks_have_passed_then_the_next_slot_and_no_pile() -> None:
    talk = Talk(subscription=subscription(paused=True))
    talk.clock.forward(days=22)  # Thursday, 1 April, 10:00 UTC: today's slot is over
    assert "Thursday, 8 April 2027, at 09:00" in await talk.say("/resume")
    assert talk.known.subscription == subscription(next_due=utc(8, 8, month=4))


async def test_resume_when_not_paused_then_nothing_moves() -> None:
    talk = Talk(subscription=subscription())
    assert "Thursday, 11 March 2027" in await talk.say("/resume")
    assert talk.known.subscription == subscription()


async def test_resume_when_the_zone_was_dropped_then_the_place_is_asked() -> None:
    talk = Talk(subscription=subscription(zone="Mars/Olympus", paused=True))
    await talk.say("/resume")
    await talk.say("Lagos")
    assert talk.known.subscription == subscription()


async def test_unsubscribe_when_subscribed_then_ended() -> None:
    talk = Talk(subscription=subscription(), weeks={1: "done"})
    await talk.say("/unsubscribe")
    assert talk.known.subscription is None
    assert talk.known.weeks == {1: "done"}


@pytest.mark.parametrize("command", ["/pause", "/resume", "/unsubscribe"])
async def test_commands_when_there_is_no_subscription_then_one_is_offered(command: str) -> None:
    talk = Talk()
    await talk.say(command)
    await talk.tap("Get one every week")
    assert talk.known.session.dialog == "subscribe"
