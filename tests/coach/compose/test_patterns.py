import importlib
import re
from types import ModuleType

import pytest

from bot.coach.compose.dictated import restarts
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.patterns import Patterns, Reasons, Rewrites
from bot.coach.compose.tidying import calques, hasty, mend, slips
from bot.coach.critique.pattern import compiled_at_once
from bot.errors import ContentError


def test_rewrites_when_one_makes_the_words_of_the_next_then_both_are_done() -> None:
    rewritten = Rewrites([(r"\btea\b", "coffee"), (r"\bcoffee (cup)\b", r"\1 of coffee")])
    assert rewritten("One TEA cup") == "One cup of coffee"
    assert rewritten("One teapot") == "One teapot"


def test_reasons_when_several_hold_then_the_first_counts() -> None:
    reasons = Reasons({"private": [r"\bsecret\b"], "ask": [r"\bcan (?:i|we)\b", r"\blend me\b"], "none": []})
    assert reasons.first("A Secret: can I come?") == "private"
    assert reasons.first("Would you lend me it, or can I come?") == "ask"
    assert reasons.first("You can") == ""
    found = reasons.search("ask", "Would you lend me it, or can I come?")
    assert found is not None
    assert found[0] == "lend me"
    assert reasons.search("none", "lend me") is None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\b(?:would|'d) go\b", "she'd go"),
        (r"(?<!\bnot )\bGo(?:ne)?\b", "gone"),
        (r"tea(?=pots)", "teapots"),
        (r"(?P<what>tea) and (?P=what)", "Tea and tea"),
        (r"(?-i:Tea) for \d{1,2}", "Tea for 2"),
        (r"[,;] ?(?:tea|)$", "black, tea"),
        (r"^(?:and |so )*to date,? (I\b)", "so to date, I"),
        (r"(\w+) \1", "tea tea"),
    ],
)
def test_patterns_when_one_matches_then_it_is_worth_trying(source: str, text: str) -> None:
    assert re.search(source, text, re.IGNORECASE)
    assert Patterns([source]).worth_trying(text) == b"\1"


@pytest.mark.parametrize("module", [calques, hasty, mend, restarts, slips])
def test_rewrites_when_they_are_ours_then_all_are_regular_expressions(module: ModuleType) -> None:
    with compiled_at_once():
        importlib.reload(module)


def test_patterns_when_one_is_no_regular_expression_then_says_so(grammar: Grammar) -> None:
    with compiled_at_once():
        Lexicon(grammar.words)
        with pytest.raises(ContentError, match="is none"):
            Reasons({"ask": ["(tea"]})
