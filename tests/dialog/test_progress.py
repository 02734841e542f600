"""Looking back on the weeks."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.coach.year import Year
from bot.state import Profile, Record, Reflection, Subscription, WeekState
from tests.helpers.talk import CONTENT, Talk

STANDING = Subscription(
    weekday=0, minute=540, zone="UTC", next_week=10, next_due=datetime(2027, 3, 15, 9, tzinfo=UTC)
)
DAY = datetime(2027, 3, 10, 18, tzinfo=UTC)
OLD = Reflection(5, "She let me try.\nTwice.", datetime(2026, 5, 3, 18, tzinfo=UTC))
UNKNOWN = Reflection(99, "Of a series that was longer.", DAY)


def title(week: int) -> str:
    return CONTENT.challenges[week].title


def shown(talk: Talk) -> Year:
    (reply,) = talk.replies
    assert reply.kind == "picture"
    assert reply.picture is not None
    return reply.picture


def state_of(year: Year, week: int) -> str:
    return next(tile.state for one in year.stretches for tile in one.tiles if tile.week == week)


async def test_progress_when_nothing_happened_then_all_is_ahead_and_there_is_a_way_to_begin() -> None:
    talk = Talk()
    await talk.say("/progress")
    assert {tile.state for one in shown(talk).stretches for tile in one.tiles} == {"ahead"}
    assert title(1) in await talk.tap("Weekly challenge")


async def test_progress_when_weeks_came_then_counted_whatever_became_of_them() -> None:
    weeks = {19: "done", 1: "done", 5: "later", 9: "skipped"}
    talk = Talk(weeks=weeks, last_week=9, subscription=STANDING)
    talk.year = Record(received=(1, 2, 5, 9))
    said = await talk.say("/progress")
    assert said.splitlines() == [
        "2 of 5 weeks done: 1, 19.",
        "Skipped, which is fine: 9.",
        "Waiting for you, whenever you like: 2, 5.",
        f"This week: 9, “{title(9)}”.",
    ]
    year = shown(talk)
    assert year.title == "2 of 5 weeks done"
    states = {week: state_of(year, week) for week in (1, 2, 5, 9, 19, 20)}
    assert list(states.values()) == ["done", "waiting", "waiting", "skipped", "done", "ahead"]
    assert year.now == 9


@pytest.mark.parametrize(
    ("received", "weeks", "said"),
    [
        ((1,), {}, "Your year has begun."),
        ((1, 2), {1: "skipped"}, "Your year has begun."),
        ((), {1: "done"}, "Your first week is done."),
        ((1,), {1: "done", 2: "done"}, "2 of 2 weeks done: 1, 2."),
        ((53,), {1: "done", 99: "done"}, "Your first week is done."),
    ],
)
async def test_progress_when_few_weeks_then_counted_kindly(
    received: tuple[int, ...], weeks: dict[int, WeekState], said: str
) -> None:
    talk = Talk(weeks=weeks)
    talk.year = Record(received=received)
    assert (await talk.say("/progress")).splitlines()[0] == said


@pytest.mark.parametrize("subscription", [None, replace(STANDING, paused=True)])
async def test_progress_when_no_weeks_come_then_none_is_this_weeks(subscription: Subscription | None) -> None:
    talk = Talk(weeks={9: "done"}, last_week=9, subscription=subscription)
    assert "This week" not in await talk.say("/progress")
    assert shown(talk).now is None


async def test_progress_when_weeks_wait_then_the_newest_three_are_a_tap_away() -> None:
    talk = Talk(weeks={4: "done"})
    talk.year = Record(received=(1, 2, 3, 4, 5))
    await talk.say("/progress")
    assert talk.offered == [f"Week {week}: {title(week)}" for week in (2, 3, 5)]
    assert title(3) in await talk.tap(f"Week 3: {title(3)}")


async def test_progress_when_an_old_button_is_pressed_then_shown_again() -> None:
    talk = Talk()
    talk.year = Record(received=(1,))
    await talk.press("progress:whatever")
    assert state_of(shown(talk), 1) == "waiting"


async def test_noted_when_of_two_years_then_a_list_with_the_older_first() -> None:
    talk = Talk(weeks={1: "done"})
    talk.year = Record(
        received=(1,), reflections=(Reflection(1, "His name is Emre.", DAY),), earlier=(OLD, UNKNOWN)
    )
    await talk.say("/progress")
    said = await talk.tap("What you noted")
    assert said.split("\n\n") == [
        "What you noted before this year:",
        f"Week 5, {title(5)} (3 May 2026):\nShe let me try.\nTwice.",
        "What you noted this year:",
        f"Week 1, {title(1)} (10 March 2027):\nHis name is Emre.",
    ]


async def test_noted_when_another_year_began_then_what_was_noted_is_still_there() -> None:
    talk = Talk()
    talk.year = Record(earlier=(OLD,))
    assert "Another year" in await talk.say("/progress")
    assert talk.offered == ["Weekly challenge", "What you noted"]
    assert "She let me try." in await talk.tap("What you noted")


async def test_noted_when_nothing_is_then_said_how_it_comes_about() -> None:
    talk = Talk(weeks={1: "done"})
    await talk.say("/progress")
    assert "What you noted" not in talk.offered
    assert "nothing yet" in await talk.press("progress:noted")
    assert talk.offered == ["Your year so far"]


@pytest.mark.parametrize(("last", "offered"), [(51, False), (52, True)])
async def test_book_when_the_last_week_came_then_offered(last: int, offered: bool) -> None:  # noqa: FBT001
    talk = Talk()
    talk.year = Record(received=tuple(range(1, last + 1)))
    await talk.say("/progress")
    assert ("The year book" in talk.offered) is offered


async def test_book_when_asked_for_then_a_picture_and_a_file_with_every_week_and_word() -> None:
    talk = Talk(weeks={1: "done", 2: "skipped", 52: "done"}, profile=Profile(oath_on=DAY.date()))
    talk.year = Record(received=(1, 2, 3, 52), reflections=(Reflection(1, "His name is\nEmre.", DAY),))
    await talk.say("/progress")
    await talk.tap("The year book")
    picture, book = talk.replies
    assert picture.picture is not None
    assert picture.picture.now is None
    assert (book.kind, book.filename) == ("file", "year-book.txt")
    assert book.content is not None
    lines = book.content.splitlines()
    assert lines[:2] == ["A YEAR OF SMALL THINGS", "2 of 4 weeks done, 10 March 2027"]
    assert lines[3] == f"== {CONTENT.challenges[1].theme} =="
    assert lines[5:9] == [
        f"✓ Week 1: {title(1)} (done)",
        f"  {CONTENT.challenges[1].reflection}",
        "  His name is",
        "  Emre.",
    ]
    assert f"– Week 2: {title(2)} (skipped)" in lines
    assert f"• Week 3: {title(3)} (waiting)" in lines
    assert lines.count(f"== {CONTENT.challenges[1].theme} ==") == 1
    assert "On 10 March 2027 you promised" in book.content


async def test_book_when_there_is_no_year_yet_then_the_way_to_begin() -> None:
    talk = Talk()
    await talk.press("progress:book")
    assert talk.offered == ["Weekly challenge"]
