"""Where in the year somebody begins, and begins again."""

import pytest

from tests.helpers.subscriptions import subscribed, subscription
from tests.helpers.talk import Talk


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


async def test_restart_when_confirmed_then_week_1_and_else_nothing() -> None:
    talk = Talk(subscription=subscription(), weeks={1: "done"}, last_week=3)
    await talk.say("/subscribe")
    await talk.tap("Begin again at week 1")
    await talk.tap("Leave it as it is")
    assert talk.known.weeks == {1: "done"}
    await talk.press("subscribe:restart")
    assert "Thursday, 11 March" in await talk.tap("Yes, begin again")
    assert talk.known.weeks == {}
