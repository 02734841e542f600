"""The series as a whole: which challenge comes, and what a writer is told."""

from typing import Any

import msgspec
import pytest

from bot.coach.challenge import WEEKS, Challenge, current
from bot.errors import ContentError


def prose(week: int, letter: str, words: int) -> str:
    """Short sentences in words that no other week has."""
    own = f"{letter}{chr(97 + week % 26)}{chr(97 + week // 26)}"
    written = [f"{own}{chr(97 + number % 20)}" + "." * (number % 5 == 4) for number in range(words)]
    return " ".join(written)


def challenge(week: int, **fields: Any) -> Challenge:
    good: dict[str, Any] = {
        "week": week,
        "title": f"Title {week}",
        "theme": "Theme",
        "minutes": 10,
        "skill": "attention",
        "origin": "ours",
        "task": prose(week, "t", 20),
        "small": prose(week, "s", 6),
        "example": prose(week, "e", 12),
        "reflection": prose(week, "r", 4) + "?",
        "body": prose(week, "b", 50),
    }
    return Challenge(**good | fields)


def series(*challenges: Challenge) -> dict[int, Challenge]:
    return {one.week: one for one in challenges}


@pytest.mark.parametrize(
    ("week", "comes"), [(1, 1), (2, 5), (5, 5), (6, 19), (20, 1), (52, 1), (53, 1), (57, 5)]
)
def test_current_when_weeks_are_missing_then_the_next_written_one(week: int, comes: int) -> None:
    assert current(series(challenge(1), challenge(5), challenge(19)), week).week == comes


def test_current_when_all_are_written_then_each_its_own() -> None:
    whole = series(*(challenge(week) for week in range(1, WEEKS + 1)))
    assert [current(whole, week).week for week in range(1, WEEKS + 1)] == list(range(1, WEEKS + 1))
    assert current(whole, 53).week == 1


def test_current_when_none_is_written_then_an_error_says_so() -> None:
    with pytest.raises(ContentError, match="none is written"):
        current({}, 1)


def test_challenge_when_a_key_is_unknown_then_refused() -> None:
    fields = msgspec.to_builtins(challenge(1)) | {"colour": "blue"}
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(fields, Challenge)
