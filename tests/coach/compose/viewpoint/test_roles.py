"""Two people with one pronoun."""

import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.roles import OTHER, sorted_out


@pytest.mark.parametrize(
    ("pronoun", "text", "told", "rest"),
    [
        (
            "she",
            "she taught my mother and made her laugh",
            f"she taught my mother and made {OTHER}her laugh",
            "",
        ),
        ("he", "he gave my father his own gloves", "he gave my father his own gloves", ""),
        ("he", "my son lost and still wants to go to him", "my son lost and still wants to go to him", ""),
        ("he", "he waited for my dad when his car broke", "he waited for my dad", "when his car broke"),
        ("she", "she told my gran jokes and sang her songs", "she told my gran jokes", "and sang her songs"),
    ],
)
def test_sorted_out_when_two_share_a_pronoun_then_grammar_tells_them_apart(
    pronoun: str, text: str, told: str, rest: str, lexicon: Lexicon
) -> None:
    found = sorted_out(text, pronoun, lexicon)
    assert found is not None
    assert (found.text, found.rest) == (told, rest)


@pytest.mark.parametrize(
    "text",
    ["my daughter was ill and she was calm", "she explained her method", 'she told my aunt "trust her"'],
)
def test_sorted_out_when_grammar_does_not_tell_then_it_says_nothing(text: str, lexicon: Lexicon) -> None:
    assert sorted_out(text, "she", lexicon) is None
