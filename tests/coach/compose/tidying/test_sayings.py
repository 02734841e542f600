"""What somebody said in their own words, between marks."""

import pytest

from bot.coach.compose.tidying.sayings import marked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "she said canada will not kill you i will train you",
            'she said "Canada will not kill you, I will train you"',
        ),
        ("she used to say zero is a place", 'she used to say "Zero is a place"'),
        ("he always said don't rush. then he left", 'he always said "Don\'t rush". then he left'),
        ("she said she would help you with it", "she said she would help you with it"),
        ("she said my code was fine", "she said my code was fine"),
        ("she said that you must measure twice", "she said that you must measure twice"),
        ("she says hello to all of you", "she says hello to all of you"),
        ('he said "you can do it" and left', 'he said "you can do it" and left'),
    ],
)
def test_marked_when_it_is_said_to_somebody_then_it_stands_between_marks(typed: str, meant: str) -> None:
    assert marked(typed) == meant
