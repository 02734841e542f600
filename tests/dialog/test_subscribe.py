"""Subscribing: day, hour and place, typed or tapped. It is Wednesday, 10 March 2027, 10:00 UTC."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.state import Subscription
from tests.helpers.talk import Talk


def utc(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=UTC)


def subscription(**fields: Any) -> Subscription:
    usual: dict[str, Any] = {
        "weekday": 3,
        "minute": 9 * 60,
        "zone": "Africa/Lagos",
        "next_week": 4,
        "next_due": utc(11, 8),
    }
    return Subscription(**usual | fields)


async def subscribed(*typed: str, talk: Talk | None = None) -> tuple[Talk, str]:
    talk = talk or Talk()
    said = await talk.say("/subscribe")
    for text in typed:
        said = await talk.say(text)
    return talk, said


async def test_subscribe_when_a_city_is_named_then_its_zone_and_the_date_in_words() -> None:
    talk, said = await subscribed("Monday", "8:30", "Lisbon")
    assert talk.known.subscription == Subscription(
        weekday=0, minute=510, zone="Europe/Lisbon", next_week=1, next_due=utc(15, 8, 30)
    )
    assert "Monday, 15 March 2027, at 08:30" in said
    assert talk.known.session.dialog is None


async def test_subscribe_when_day_and_hour_come_in_one_line_then_only_the_place_is_asked() -> None:
    talk, said = await subscribed("fridays at 6 pm", "Munich")
    assert talk.known.subscription is not None
    assert "Friday, 12 March 2027, at 18:00" in said


async def test_subscribe_when_buttons_are_tapped_then_the_same() -> None:
    talk = Talk()
    await talk.say("/subscribe")
    assert talk.offered == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    await talk.tap("Friday")
    await talk.tap("18:00")
    said = await talk.say("Munich")
    assert talk.known.subscription == Subscription(
        weekday=4, minute=18 * 60, zone="Europe/Berlin", next_week=1, next_due=utc(12, 17)
    )
    assert "Friday, 12 March 2027, at 18:00" in said


async def test_subscribe_when_the_city_is_ambiguous_then_asked_with_buttons() -> None:
    talk, _ = await subscribed("Monday", "9", "Portland")
    assert talk.known.subscription is None
    assert "Portland, Oregon, United States" in talk.offered
    await talk.tap("Portland, Maine, United States")
    assert talk.known.subscription is not None
    assert talk.known.subscription.zone == "America/New_York"


async def test_subscribe_when_the_clock_is_told_then_places_that_have_that_time() -> None:
    talk, _ = await subscribed("fri", "7pm", "it is 11:05 here")
    assert talk.known.subscription is None
    assert {"Berlin", "Lagos"} <= set(talk.offered)
    await talk.tap("Berlin")
    assert talk.known.subscription == Subscription(
        weekday=4, minute=19 * 60, zone="Europe/Berlin", next_week=1, next_due=utc(12, 18)
    )


async def test_subscribe_when_only_one_place_has_that_time_then_taken() -> None:
    talk, _ = await subscribed("fri", "7pm", "15:45")
    assert talk.known.subscription is not None
    assert talk.known.subscription.zone == "Asia/Kathmandu"


@pytest.mark.parametrize(
    ("before", "odd", "then"),
    [
        ([], "someday", ["fri", "9", "Oslo"]),
        (["fri"], "late", ["9", "Oslo"]),
        (["fri", "9"], "Nowhereville", ["Oslo"]),
        (["fri", "9"], "10:24", ["Oslo"]),
    ],
)
async def test_subscribe_when_an_answer_is_not_understood_then_asked_again_and_nothing_lost(
    before: list[str], odd: str, then: list[str]
) -> None:
    talk, _ = await subscribed(*before, odd)
    assert talk.known.subscription is None
    assert talk.offered
    for text in then:
        await talk.say(text)
    assert talk.known.subscription == Subscription(
        weekday=4, minute=9 * 60, zone="Europe/Oslo", next_week=1, next_due=utc(12, 8)
    )


async def test_subscribe_when_going_back_then_the_question_before() -> None:
    talk, _ = await subscribed("Monday", "8:30")
    assert "Monday" in await talk.say("back")
    await talk.tap("Back")
    await talk.say("Tuesday")
    await talk.say("10")
    await talk.say("Oslo")
    assert talk.known.subscription == Subscription(
        weekday=1, minute=600, zone="Europe/Oslo", next_week=1, next_due=utc(16, 9)
    )


async def test_subscribe_when_back_at_the_first_question_then_it_stays() -> None:
    talk, _ = await subscribed("back")
    assert "Monday" in talk.offered


async def test_subscribe_when_there_is_one_then_shown_and_changed_with_the_place_in_the_series_kept() -> None:
    talk = Talk(subscription=subscription())
    said = await talk.say("/subscribe")
    assert "Thursday" in said
    assert "Thursday, 11 March 2027, at 09:00" in said
    await talk.tap("Another day or hour")
    await talk.say("sunday")
    await talk.say("20:30")
    await talk.tap("As before: Africa/Lagos")
    assert talk.known.subscription == Subscription(
        weekday=6, minute=20 * 60 + 30, zone="Africa/Lagos", next_week=4, next_due=utc(14, 19, 30)
    )


async def test_subscribe_when_the_one_there_is_pauses_then_shown_and_a_new_slot_ends_the_pause() -> None:
    talk = Talk(subscription=subscription(paused=True))
    assert "paused" in await talk.say("/subscribe")
    assert "Go on" in talk.offered
    await talk.tap("Another day or hour")
    await talk.say("monday")
    await talk.say("9")
    await talk.say("Lagos")
    assert talk.known.subscription is not None
    assert not talk.known.subscription.paused


@pytest.mark.parametrize(("last", "following"), [(5, 6), (19, 20), (52, 1), (None, 1)])
async def test_subscribe_when_somebody_comes_back_then_the_week_after_the_last(
    last: int | None, following: int
) -> None:
    talk, _ = await subscribed("Monday", "9", "Oslo", talk=Talk(last_week=last))
    assert talk.known.subscription is not None
    assert talk.known.subscription.next_week == following


@pytest.mark.parametrize("old", ["subscribe:zone:Asia/Tokyo", "subscribe:day:3", "subscribe:back"])
async def test_subscribe_when_an_old_button_is_pressed_then_nothing_changes_and_things_are_shown(
    old: str,
) -> None:
    talk = Talk(subscription=subscription())
    before = talk.known.subscription
    assert "Thursday, 11 March 2027" in await talk.press(old)
    assert talk.known.subscription == before


@pytest.mark.parametrize("data", ["subscribe:zone:Mars/Olympus", "subscribe:zone:"])
async def test_subscribe_when_a_button_names_no_zone_then_asked_again(data: str) -> None:
    talk, _ = await subscribed("Monday", "9")
    await talk.press(data)
    assert talk.known.subscription is None
    await talk.say("Oslo")
    assert talk.known.subscription is not None


async def test_subscribe_when_a_zone_is_pressed_before_it_is_asked_then_the_question_stays() -> None:
    talk, _ = await subscribed("Monday")
    await talk.press("subscribe:zone:Asia/Tokyo")
    assert talk.known.subscription is None


async def test_subscribe_when_a_button_names_no_day_then_asked_again() -> None:
    talk, _ = await subscribed()
    await talk.press("subscribe:day:9")
    assert "Monday" in talk.offered


async def test_subscribe_when_the_zone_was_dropped_meanwhile_then_still_shown() -> None:
    talk = Talk(subscription=subscription(zone="Mars/Olympus"))
    assert "Thursday, 11 March 2027, at 08:00" in await talk.say("/subscribe")


async def test_pause_when_running_then_silent_and_the_place_kept() -> None:
    talk = Talk(subscription=subscription())
    assert "week 4" in await talk.say("/pause")
    assert talk.known.subscription == subscription(paused=True)
    assert "already" in await talk.say("/pause")
    assert talk.known.subscription == subscription(paused=True)


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
