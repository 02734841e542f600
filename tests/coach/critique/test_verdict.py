from collections.abc import Iterable

import pytest

from bot.coach.critique.verdict import decide, first_step
from bot.coach.model import FAULTS, STRENGTHS, Criterion, Judgement, NextStep, Span, Verdict

C = Criterion
SEND, POLISH, REWRITE = Verdict.SEND, Verdict.POLISH, Verdict.REWRITE


def criteria(present: Iterable[Criterion]) -> dict[Criterion, Judgement]:
    there = set(present)
    judged = {}
    for number, criterion in enumerate(Criterion):
        wanting = (criterion in there) == criterion.is_fault
        evidence = (Span(number, number + 1),) if criterion in there else ()
        judged[criterion] = Judgement(
            criterion in there, 0.9, evidence, f"do {criterion}" if wanting else None
        )
    return judged


@pytest.mark.parametrize(
    ("present", "verdict"),
    [
        ([], REWRITE),
        ([C.REASON], REWRITE),
        ([C.INTRODUCTION], REWRITE),
        ([C.VALUE], REWRITE),
        ([C.CONTEXT], POLISH),
        ([C.REFERRER], POLISH),
        ([C.STANDOUT], POLISH),
        ([C.COMMON_GROUND], POLISH),
        ([C.CONTEXT, C.STANDOUT], SEND),
        ([C.COMMON_GROUND, C.REASON], SEND),
        ([C.VALUE, C.REASON], SEND),
        (STRENGTHS, SEND),
        ([*STRENGTHS, C.LENGTH], POLISH),
        ([C.CONTEXT, C.LENGTH], POLISH),
        ([C.LENGTH], REWRITE),
    ],
)
def test_decide_when_these_are_there_then_verdict(present: list[Criterion], verdict: Verdict) -> None:
    assert decide(criteria(present)) is verdict


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault is not C.LENGTH])
def test_decide_when_a_fault_is_there_then_rewrite_however_strong_the_rest(fault: Criterion) -> None:
    assert decide(criteria([*STRENGTHS, fault])) is REWRITE


def test_decide_when_no_draft_then_says_so_whatever_else() -> None:
    assert decide(criteria([C.PITCH]), draft=False) is Verdict.NOT_A_DRAFT


def test_decide_when_the_language_is_not_read_then_never_more_than_polish() -> None:
    assert decide(criteria(STRENGTHS), readable=False) is POLISH
    assert decide(criteria([]), readable=False) is POLISH
    assert decide(criteria([C.PLACEHOLDER]), readable=False) is REWRITE


def test_decide_when_the_referrer_s_words_are_all_the_context_then_they_count_once() -> None:
    judged = criteria([C.REFERRER, C.CONTEXT])
    assert decide(judged) is SEND
    judged[C.CONTEXT] = judged[C.REFERRER]
    assert decide(judged) is POLISH


@pytest.mark.parametrize(
    ("present", "step"),
    [
        ([C.BLANK, C.PLACEHOLDER], C.BLANK),
        ([C.PITCH, C.PLACEHOLDER], C.PLACEHOLDER),
        ([C.ASK, C.PITCH, C.GENERIC], C.PITCH),
        ([C.ASK, C.GENERIC, C.LENGTH], C.ASK),
        ([C.GENERIC, C.LENGTH], C.GENERIC),
        ([*STRENGTHS, C.LENGTH], C.LENGTH),
        ([], C.CONTEXT),
        ([C.CONTEXT], C.STANDOUT),
        ([C.STANDOUT], C.CONTEXT),
        ([C.CONTEXT, C.STANDOUT], C.COMMON_GROUND),
        ([C.CONTEXT, C.STANDOUT, C.COMMON_GROUND], C.REASON),
        ([C.CONTEXT, C.STANDOUT, C.COMMON_GROUND, C.REASON], C.INTRODUCTION),
    ],
)
def test_first_step_when_not_ready_then_the_most_important_first(
    present: list[Criterion], step: Criterion
) -> None:
    assert first_step(POLISH, criteria(present)) == NextStep(step, f"do {step}")


@pytest.mark.parametrize("verdict", [SEND, Verdict.NOT_A_DRAFT])
def test_first_step_when_nothing_is_to_be_done_then_none(verdict: Verdict) -> None:
    assert first_step(verdict, criteria([])) is None


def test_first_step_when_nothing_honest_can_be_advised_then_none() -> None:
    silent = dict.fromkeys(Criterion, Judgement(present=False, confidence=0.0))
    assert first_step(POLISH, silent) is None
