"""The verdict policy: what follows from the judgements. All of it is here, with its reasons."""

from collections.abc import Mapping
from typing import Final

from bot.coach.model import FAULTS, STRENGTHS, Criterion, Judgement, NextStep, Verdict

Criteria = Mapping[Criterion, Judgement]

# Each of these alone makes a note unwelcome. Length does not: a good note that is too long stays a good note.
SPOILS: Final = frozenset(FAULTS) - {Criterion.LENGTH}
# One of these is what makes the person see why it is they who are asked; without any there is nothing to
# polish.
PERSONAL: Final = frozenset(
    {Criterion.CONTEXT, Criterion.REFERRER, Criterion.STANDOUT, Criterion.COMMON_GROUND},
)
ENOUGH: Final = 2  # strengths; one may be luck or a merge field, two together are a reason to say yes

# What hurts most comes first: an empty note or a hole from a template is seen at once and forgives nothing; a
# sale is resented more than a request, a request more than a note that merely says nothing; length comes
# last.
FAULTS_FIRST: Final = (
    Criterion.BLANK,
    Criterion.PLACEHOLDER,
    Criterion.PITCH,
    Criterion.ASK,
    Criterion.GENERIC,
    Criterion.LENGTH,
)
# The order in which both authors give their tips: how you met, who sent you, what stands out, what you share.
STRENGTHS_FIRST: Final = (
    Criterion.CONTEXT,
    Criterion.STANDOUT,
    Criterion.COMMON_GROUND,
    Criterion.REASON,
    Criterion.INTRODUCTION,
    Criterion.VALUE,
)


def decide(criteria: Criteria, *, draft: bool = True, readable: bool = True) -> Verdict:
    """The verdict on a draft.

    Args:
        criteria: every criterion's judgement.
        draft: whether the text is a draft at all.
        readable: whether its language is one whose words are judged; in another, only what can be seen
            without reading counts, and the best that can be said honestly is "polish".

    Returns:
        What to do with it.
    """
    if not draft:
        return Verdict.NOT_A_DRAFT
    if any(criteria[fault].present for fault in SPOILS):
        return Verdict.REWRITE
    if not readable:
        return Verdict.POLISH
    strengths = _strengths(criteria)
    if len(strengths) < ENOUGH and not strengths & PERSONAL:
        return Verdict.REWRITE
    if len(strengths) < ENOUGH or criteria[Criterion.LENGTH].present:
        return Verdict.POLISH
    return Verdict.SEND


def _strengths(criteria: Criteria) -> set[Criterion]:
    """The strengths that stand for themselves: what names a referrer is not counted as context once more."""
    strengths = {strength for strength in STRENGTHS if criteria[strength].present}
    if Criterion.REFERRER in strengths and _same_words(
        criteria[Criterion.CONTEXT], criteria[Criterion.REFERRER]
    ):
        strengths.discard(Criterion.CONTEXT)
    return strengths


def _same_words(one: Judgement, other: Judgement) -> bool:
    """Whether all words that show the one are among those that show the other."""
    return all(
        any(span.start < those.end and those.start < span.end for those in other.words) for span in one.words
    )


def first_step(verdict: Verdict, criteria: Criteria) -> NextStep | None:
    """The one thing worth doing first: the worst fault, else the missing strength that would help most.

    None when the draft is ready to send, is no draft, or nothing honest can be advised.
    """
    if verdict in (Verdict.SEND, Verdict.NOT_A_DRAFT):
        return None
    for criterion in (*FAULTS_FIRST, *STRENGTHS_FIRST):
        advice = criteria[criterion].advice
        if advice is not None:
            return NextStep(criterion, advice)
    return None
