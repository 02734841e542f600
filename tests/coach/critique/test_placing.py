"""Which words are shown for what is there: rather none than the wrong ones."""

import pytest

from bot.coach.critique.evidence import Evidence
from bot.coach.critique.placing import clear
from bot.coach.critique.reading import Reading, Scores
from bot.coach.model import Criterion, Finding, Span
from tests.helpers.critique import engine

C = Criterion
TEXT = "We met in Turku. You drew the map. I bake bread."  # sentences begin at 0, 17 and 35


def shown(*pieces: tuple[C, int, float], likely: float, scores: list[float]) -> list[bool]:
    """Whether the words of each piece are shown; a piece is a criterion, where it begins, how sure it is."""
    evidence = [Evidence(Finding("r", one, Span(start, start + 2), "m"), sure) for one, start, sure in pieces]
    criteria = {one for one, *_ in pieces}
    by_model = Scores(dict.fromkeys(criteria, likely), dict.fromkeys(criteria, scores))
    return [piece.shown for piece in clear(evidence, Reading.of(TEXT, 200), by_model)]


@pytest.mark.parametrize(
    ("likely", "sure", "score", "is_shown"),
    [
        (0.9, 0.6, 2.0, True),
        (0.9, 0.6, -0.4, True),  # no other sentence shows it more
        (0.9, 0.6, -0.6, False),
        (0.5, 0.6, 2.0, False),
        (0.5, 0.9, 0.1, True),  # the model doubts it, a rule does not
        (0.5, 0.9, -0.1, False),
    ],
)
def test_clear_when_model_and_rule_are_more_or_less_sure(
    likely: float, sure: float, score: float, *, is_shown: bool
) -> None:
    assert shown((C.CONTEXT, 0, sure), likely=likely, scores=[score, -5, -5]) == [is_shown]


def test_clear_when_another_sentence_shows_it_more_then_only_what_is_evident_besides() -> None:
    pieces = ((C.STANDOUT, 0, 0.6), (C.STANDOUT, 17, 0.6), (C.STANDOUT, 35, 0.6))
    assert shown(*pieces, likely=0.9, scores=[3.0, 1.6, 1.4]) == [True, True, False]


def test_clear_when_a_fault_or_plainly_told_then_shown_wherever_it_stands() -> None:
    assert shown((C.ASK, 0, 0.6), likely=0.5, scores=[-5, 3, -5]) == [True]
    assert shown((C.REFERRER, 0, 0.6), likely=0.9, scores=[-5, 3, -5]) == [True]


def test_judge_when_words_are_not_clear_then_it_is_there_without_them() -> None:
    text = (
        "Hello Mr. Liu Jianguo, I am impressed by your profile. You visited our stand at the Ningbo lock "
        "fair. Can we have a quick call about prices?"
    )
    context = engine().judge(text).criteria[C.CONTEXT]
    assert context.present
    assert context.evidence == ()
    assert [text[one.start : one.end] for one in context.words] == [
        "You visited our stand at the Ningbo lock fair"
    ]
