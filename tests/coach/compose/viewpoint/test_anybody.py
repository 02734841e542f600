"""`You` that means anybody."""

import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.anybody import as_writer


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("she listens to you play and only then she tunes", "she listens to me play and only then she tunes"),
        ("how she lets you finish your sentence", "how she lets me finish my sentence"),
        ("you can ask her anything", "I can ask her anything"),
        ("explains it like you're her sister", "explains it like I'm her sister"),
        ("she asks you how you are", "she asks me how I am"),
        ("she hears what you need before you say it", "she hears what I need before I say it"),
        ('she said "you can do it"', 'she said "you can do it"'),
        ("my lad asked how you stop it and she took it seriously", None),
        ("thank you, she was kind", None),
        ("you told her so", None),
        ("you can ask anything", None),
    ],
)
def test_as_writer_when_you_is_anybody_then_it_is_the_writer(
    lexicon: Lexicon, told: str, said: str | None
) -> None:
    assert as_writer(told, "she", lexicon) == (said or told)
