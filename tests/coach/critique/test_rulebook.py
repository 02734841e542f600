import pytest

from bot.coach.critique.reading import Reading
from bot.coach.critique.rulebook import Rulebook
from bot.coach.model import Criterion, Span
from bot.errors import ContentError
from tests.helpers.critique import rule


def test_find_when_a_rule_fires_then_its_finding_and_confidence() -> None:
    text = "More\n  TEA now"
    (piece,) = Rulebook([rule("existence", tokens=["more tea"])]).find(Reading.of(text, 200))
    assert piece.confidence == 0.9
    assert piece.criterion is Criterion.ASK
    assert piece.span == Span(0, 10)
    assert (piece.finding.rule, piece.finding.message) == ("some-rule", "“More TEA”")


def test_rulebook_when_the_check_is_unknown_then_names_rule_and_checks() -> None:
    with pytest.raises(ContentError, match=r"some-rule: there is no check 'telepathy', only existence"):
        Rulebook([rule("telepathy")])
