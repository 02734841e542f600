"""A year as a value, and in words."""

import msgspec
import pytest

from bot.coach.year import Legend, Stretch, Tile, Year, in_ranges, in_text, states, stretches
from tests.coach.test_challenge import challenge, series

LEGEND = Legend(done="done", skipped="left out", waiting="waits", ahead="ahead", now="now")
WEEKS = series(
    challenge(1, theme="Near"),
    challenge(2, theme="Near"),
    challenge(3, theme="Far"),
    challenge(4, theme="Near"),
)


def test_states_when_a_week_came_or_was_marked_then_it_has_one() -> None:
    marked = {2: "done", 3: "skipped", 4: "later"}
    assert states(WEEKS, (1, 2), marked) == {1: "waiting", 2: "done", 3: "skipped", 4: "waiting"}


def test_states_when_a_week_is_not_in_the_series_then_left_out() -> None:
    assert states(WEEKS, (53,), {1: "done", 99: "done"}) == {1: "done"}


def test_stretches_when_a_theme_comes_again_then_it_is_a_stretch_of_its_own() -> None:
    found = stretches(WEEKS, {2: "done"})
    assert found == (
        Stretch("Near", (Tile(1, "ahead"), Tile(2, "done"))),
        Stretch("Far", (Tile(3, "ahead"),)),
        Stretch("Near", (Tile(4, "ahead"),)),
    )


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        ([], ""),
        ([7], "7"),
        ([2, 1], "1, 2"),
        ([1, 2, 3], "1–3"),
        ([9, 1, 2, 3, 6, 7], "1–3, 6, 7, 9"),
    ],
)
def test_in_ranges_when_three_follow_each_other_then_a_range(weeks: list[int], said: str) -> None:
    assert in_ranges(weeks) == said


def test_in_text_when_read_then_every_state_has_a_sign_of_its_own() -> None:
    tiles = (Tile(1, "done"), Tile(2, "skipped"), Tile(3, "waiting"), Tile(4, "ahead"))
    year = Year(title="One", stretches=(Stretch("Near", tiles),), legend=LEGEND, now=3)
    assert in_text(year).splitlines() == [
        "Near: 1 ✓  2 –  [3 •]  4",
        "",
        "✓ done, – left out, • waits, 7 ahead, [7] now",
    ]


def test_year_when_stored_with_a_letter_then_small_and_the_same_again() -> None:
    weeks = series(*(challenge(week, theme=f"A theme of a month {week // 4}") for week in range(1, 53)))
    year = Year(title="All", stretches=stretches(weeks, dict.fromkeys(weeks, "skipped")), legend=LEGEND)
    stored = msgspec.json.encode(year)
    assert len(stored) < 2000
    assert msgspec.json.decode(stored, type=Year) == year
