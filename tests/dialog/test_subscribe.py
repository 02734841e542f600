"""Subscribing: day, hour and place, typed or tapped. It is Wednesday, 10 March 2027, 10:00 UTC."""

import pytest

from bot.conversation import Location
from bot.state import Subscription
from tests.helpers.subscriptions import subscribed, subscription, utc
from tests.helpers.talk import Talk


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
    await talk.say("Munich")
    said = await talk.tap("Week 1")
    assert talk.known.subscription == Subscription(
        weekday=4, minute=18 * 60, zone="Europe/Berlin", next_week=1, next_due=utc(12, 17)
    )
    assert "Friday, 12 March 2027, at 18:00" in said


async def test_subscribe_when_the_city_is_ambiguous_then_asked_with_buttons() -> None:
    talk, _ = await subscribed("Monday", "9", "Portland")
    assert talk.known.subscription is None
    assert "Portland, Oregon, United States" in talk.offered
    await talk.tap("Portland, Maine, United States")
    await talk.tap("Week 1")
    assert talk.known.subscription is not None
    assert talk.known.subscription.zone == "America/New_York"


async def test_subscribe_when_the_clock_is_told_then_places_that_have_that_time() -> None:
    talk, _ = await subscribed("fri", "7pm", "it is 11:05 here")
    assert talk.known.subscription is None
    assert {"Berlin", "Lagos"} <= set(talk.offered)
    await talk.tap("Berlin")
    await talk.tap("Week 1")
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
    await talk.tap("Week 1")
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
    await talk.say("back")
    await talk.say("Oslo")
    await talk.say("week 1")
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


async def test_subscribe_when_day_and_hour_follow_the_command_then_the_place_is_asked() -> None:
    talk = Talk()
    assert "Name a city" in await talk.say("/subscribe friday 6pm")


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("60.17, 24.94", "Europe/Helsinki"),
        ("60.17;24.94", "Europe/Helsinki"),
        ("33.9 S, 151.2 E", "Australia/Sydney"),
        ("40.7\N{DEGREE SIGN} N, 74\N{DEGREE SIGN} W", "America/New_York"),
        ("-36.8, 174.8", "Pacific/Auckland"),
    ],
)
async def test_subscribe_when_coordinates_are_typed_then_the_zone_there_and_they_are_not_kept(
    typed: str, zone: str
) -> None:
    talk, _ = await subscribed("Monday", "9", typed)
    assert talk.known.subscription is not None
    assert talk.known.subscription.zone == zone
    assert typed not in str(talk.known)


async def test_subscribe_when_a_location_is_shared_then_the_zone_there_and_it_is_not_kept() -> None:
    talk = Talk()
    for text in ("/subscribe", "Monday", "9"):
        await talk.say(text)
    await talk.share(Location(60.1735, 24.9411))
    assert any(reply.place_known for reply in talk.replies)
    await talk.tap("Week 1")
    assert talk.known.subscription is not None
    assert talk.known.subscription.zone == "Europe/Helsinki"
    assert "60.17" not in str(talk.known)


@pytest.mark.parametrize("typed", ["91, 0", "0, 181", "95.1, 24.9"])
async def test_subscribe_when_coordinates_are_of_no_place_then_asked_again(typed: str) -> None:
    talk, _ = await subscribed("Monday", "9", typed)
    assert talk.known.subscription is None
    assert "Back" in talk.offered


async def test_location_when_nobody_asked_for_it_then_said_what_it_is_good_for() -> None:
    talk = Talk()
    assert "your clock" in await talk.share(Location(60.1735, 24.9411))
    assert talk.offered == ["Day and hour of the challenge"]
    await talk.say("/subscribe")
    assert "your clock" in await talk.share(Location(60.1735, 24.9411))
    assert (talk.known.session.dialog, talk.offered) == ("subscribe", [])


async def test_check_in_when_somebody_new_says_yes_then_wanted_and_else_not() -> None:
    talk, _ = await subscribed("Monday", "9", "Oslo")
    assert talk.known.subscription is not None
    assert not talk.known.subscription.check_in
    await talk.tap("Yes, ask me")
    assert talk.known.subscription.check_in
    await talk.say("/subscribe")
    await talk.tap("Do not ask how it went")
    assert not talk.known.subscription.check_in


@pytest.mark.parametrize(("typed", "wanted"), [("yes", True), ("Yes", True), ("no", False)])
async def test_check_in_when_the_answer_is_typed_then_the_same(typed: str, wanted: bool) -> None:  # noqa: FBT001
    talk, _ = await subscribed("Monday", "9", "Oslo")
    await talk.say(typed)
    assert talk.known.subscription is not None
    assert talk.known.subscription.check_in is wanted


async def test_check_in_when_the_slot_is_changed_then_as_before_and_not_asked_again() -> None:
    talk = Talk(subscription=subscription(check_in=True))
    await talk.press("subscribe:anew")
    for text in ("sunday", "9", "Oslo"):
        await talk.say(text)
    assert talk.known.subscription is not None
    assert talk.known.subscription.check_in
    assert talk.offered == []


async def test_check_in_when_there_is_no_subscription_then_one_is_offered() -> None:
    talk = Talk()
    await talk.press("subscribe:check-in:yes")
    assert talk.offered == ["Get one every week"]


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
    await talk.tap("Week 1")
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
