"""Days as people type them. Today is Wednesday, 10 March 2027."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.days import When, parse_when

TODAY = date(2027, 3, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", (2027, 3, 10)),
        ("Tomorrow!", (2027, 3, 11)),
        ("tomorow", (2027, 3, 11)),
        ("Tommorrow 🙂", (2027, 3, 11)),
        ("day after tomorrow", (2027, 3, 12)),
        ("friday", (2027, 3, 12)),
        ("next Fri", (2027, 3, 12)),
        ("on Wednesday", (2027, 3, 17)),
        ("wendesday", (2027, 3, 17)),
        ("at the weekend", (2027, 3, 13)),
        ("next week", (2027, 3, 17)),
        ("in 4 days", (2027, 3, 14)),
        ("in a week", (2027, 3, 17)),
        ("two weeks", (2027, 3, 24)),
        ("3 may", (2027, 5, 3)),
        ("May 3rd", (2027, 5, 3)),
        ("the 3rd of May", (2027, 5, 3)),
        ("3 May 2029", (2029, 5, 3)),
        ("until 3 may", (2027, 5, 3)),
        ("Friday, 19 March", (2027, 3, 19)),
        ("3 march", (2028, 3, 3)),
        ("29 feb", (2028, 2, 29)),
        ("2027-03-05", (2027, 3, 5)),
        ("5.4.", (2027, 4, 5)),
        ("5.4.2028", (2028, 4, 5)),
        ("the 15th", (2027, 3, 15)),
        ("9th", (2027, 4, 9)),
        ("yesterday", (2027, 3, 9)),
    ],
)
def test_parse_when_when_a_day_is_meant_then_that_one(typed: str, day: tuple[int, int, int]) -> None:
    assert parse_when(typed, TODAY) == When(date(*day))


@pytest.mark.parametrize(
    ("typed", "day", "minute"),
    [
        ("tonight", 10, 19 * 60),
        ("tomorrow evening", 11, 19 * 60),
        ("friday 6pm", 12, 18 * 60),
        ("on Friday at 18:30", 12, 18 * 60 + 30),
        ("tomorrow at noon", 11, 12 * 60),
    ],
)
def test_parse_when_when_a_time_comes_with_it_then_both(typed: str, day: int, minute: int) -> None:
    assert parse_when(typed, TODAY) == When(date(2027, 3, day), minute)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "🙂",
        "soon",
        "3/5",
        "30 feb",
        "2027-13-40",
        "99",
        "9",
        "18:00",
        "may",
        "hello there",
        "0th",
        "x" * 61,
    ],
)
def test_parse_when_when_no_day_is_meant_then_none(typed: str) -> None:
    assert parse_when(typed, TODAY) is None


@given(st.text(max_size=70))
def test_parse_when_when_it_is_any_text_then_a_day_or_none(typed: str) -> None:
    found = parse_when(typed, TODAY)
    assert found is None or found.minute is None or 0 <= found.minute < 24 * 60


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d %Y", "%d.%m.%Y"]))
def test_parse_when_when_a_whole_date_is_written_then_that_day(day: date, form: str) -> None:
    if day.year >= 1000:
        assert parse_when(day.strftime(form), TODAY) == When(day)
