"""Subscribing: day, hour and place, typed or tapped. It is Wednesday, 10 March 2027, 10:00 UTC."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.conversation import Location
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
    if "Week 1" in talk.offered:
        said = await talk.tap("Week 1")
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


@pytest.mark.parametrize(("last", "following"), [(5, 6), (19, 20), (51, 52)])
async def test_subscribe_when_somebody_comes_back_then_asked_and_the_week_after_the_last(
    last: int, following: int
) -> None:
    talk, said = await subscribed("Monday", "9", "Oslo", talk=Talk(last_week=last, weeks={1: "done"}))
    assert f"Week {last} was the last" in said
    await talk.tap(f"Go on with week {following}")
    assert talk.known.subscription is not None
    assert talk.known.subscription.next_week == following
    assert talk.known.weeks == {1: "done"}


@pytest.mark.parametrize("typed", ["Begin again at week 1", "week 1", "1"])
async def test_subscribe_when_somebody_comes_back_to_week_1_then_the_year_is_empty_again(typed: str) -> None:
    talk, _ = await subscribed("Monday", "9", "Oslo", typed, talk=Talk(last_week=5, weeks={1: "done"}))
    assert talk.known.subscription is not None
    assert talk.known.subscription.next_week == 1
    assert talk.known.weeks == {}


async def test_subscribe_when_the_year_was_complete_then_a_new_one_begins() -> None:
    talk, _ = await subscribed("Monday", "9", "Oslo", talk=Talk(last_week=52, weeks={52: "done"}))
    assert talk.known.subscription is not None
    assert (talk.known.subscription.next_week, talk.known.weeks) == (1, {})


async def test_subscribe_when_with_the_calendar_then_the_number_the_first_one_has_there() -> None:
    talk = Talk()
    for text in ("/subscribe", "Monday", "9", "Oslo"):
        await talk.say(text)
    said = await talk.tap("Week 11, with the calendar")  # Monday, 15 March 2027
    assert talk.known.subscription is not None
    assert talk.known.subscription.next_week == 11
    assert "15 March 2027, at 09:00; the next two on 22 March 2027 and 29 March 2027" in said


@pytest.mark.parametrize(
    ("typed", "week"),
    [("week 7", 7), ("52", 52), ("with the calendar", 11), ("week one", 1), ("the first", 1)],
)
async def test_subscribe_when_a_week_is_typed_then_that_one(typed: str, week: int) -> None:
    talk = Talk()
    for text in ("/subscribe", "Monday", "9", "Oslo", typed):
        await talk.say(text)
    assert talk.known.subscription is not None
    assert talk.known.subscription.next_week == week


@pytest.mark.parametrize("typed", ["hm", "0", "53", "🙂"])
async def test_subscribe_when_no_week_is_typed_then_asked_again(typed: str) -> None:
    talk = Talk()
    for text in ("/subscribe", "Monday", "9", "Oslo", typed):
        await talk.say(text)
    assert talk.known.subscription is None
    await talk.tap("Week 1")
    assert talk.known.subscription is not None


async def test_subscribe_when_the_53rd_week_of_a_year_comes_then_it_counts_as_the_52nd() -> None:
    talk = Talk()
    talk.clock.forward(days=2120)  # 28 December 2032
    for text in ("/subscribe", "Thursday", "9", "Oslo"):
        await talk.say(text)
    assert "Week 52, with the calendar" in talk.offered


async def test_subscribe_when_the_calendar_is_in_week_1_then_nothing_to_ask() -> None:
    talk = Talk()
    talk.clock.forward(days=298)  # Sunday, 2 January 2028
    for text in ("/subscribe", "Monday", "9", "Oslo"):
        await talk.say(text)
    assert talk.known.subscription is not None
    assert talk.known.subscription.next_week == 1


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


async def test_restart_when_confirmed_then_week_1_and_else_nothing() -> None:
    talk = Talk(subscription=subscription(), weeks={1: "done"}, last_week=3)
    await talk.say("/subscribe")
    await talk.tap("Begin again at week 1")
    await talk.tap("Leave it as it is")
    assert talk.known.weeks == {1: "done"}
    await talk.press("subscribe:restart")
    assert "Thursday, 11 March" in await talk.tap("Yes, begin again")
    assert talk.known.weeks == {}


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
