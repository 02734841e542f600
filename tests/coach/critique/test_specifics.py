import pytest

from bot.coach.critique.reading import Reading
from bot.coach.critique.specifics import is_specific
from bot.coach.model import Span


def read(text: str) -> Reading:
    return Reading.of(text, 200)


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("we met in Hull", True),
        ("page 12", True),
        ('the one called "Locks"', True),
        ("We met", False),
        ("I love LinkedIn, and I mean it", False),
        ("we met in hull", False),
        ("WE MET IN HULL", False),
    ],
)
def test_is_specific_when_a_name_a_number_or_a_title_then_true(text: str, specific: bool) -> None:  # noqa: FBT001 - a table
    assert is_specific(read(text), Span(0, len(text))) is specific
