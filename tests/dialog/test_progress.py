"""Looking back on the weeks."""

import pytest

from bot.coach.year import Year
from bot.state import Record, WeekState
from tests.helpers.talk import CONTENT, Talk


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
    talk = Talk(weeks={19: "done", 1: "done", 5: "later", 9: "skipped"}, last_week=9)
    talk.year = Record(received=(1, 2, 5, 9))
    said = await talk.say("/progress")
    assert said.splitlines() == [
        "2 of 5 weeks done.",
        "Skipped, which is fine: 9.",
        "Waiting for you, whenever you like: 2, 5.",
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
        ((1,), {1: "done", 2: "done"}, "2 of 2 weeks done."),
        ((53,), {1: "done", 99: "done"}, "Your first week is done."),
    ],
)
async def test_progress_when_few_weeks_then_counted_kindly(
    received: tuple[int, ...], weeks: dict[int, WeekState], said: str
) -> None:
    talk = Talk(weeks=weeks)
    talk.year = Record(received=received)
    assert (await talk.say("/progress")).splitlines()[0] == said


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
