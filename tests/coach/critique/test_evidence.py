import pytest

from bot.coach.critique.evidence import Evidence, by_criterion, merged, together
from bot.coach.model import Criterion, Finding, Span


def piece(criterion: Criterion, start: int, confidence: float = 0.6) -> Evidence:
    return Evidence(Finding("r", criterion, Span(start, start + 1), "m"), confidence)


@pytest.mark.parametrize(
    ("confidences", "all_in_all"), [([], 0), ([0.6], 0.6), ([0.5, 0.5], 0.75), ([1.0, 0.3], 1)]
)
def test_together_when_several_then_each_leaves_its_doubt(
    confidences: list[float], all_in_all: float
) -> None:
    assert together(piece(Criterion.ASK, 0, confidence) for confidence in confidences) == all_in_all


def test_merged_when_stretches_overlap_then_one() -> None:
    spans = [Span(5, 9), Span(0, 3), Span(2, 4), Span(9, 10), Span(6, 7)]
    assert merged(spans) == (Span(0, 4), Span(5, 9), Span(9, 10))


def test_by_criterion_when_a_referrer_then_context_too_and_not_the_other_way() -> None:
    referrer, context = piece(Criterion.REFERRER, 0), piece(Criterion.CONTEXT, 5)
    found = by_criterion([referrer, context])
    assert found[Criterion.CONTEXT] == [referrer, context]
    assert found[Criterion.REFERRER] == [referrer]
