"""Judges for tests: reports with a verdict that is known beforehand."""

from bot.coach.compose.composer import Judge
from bot.coach.model import Criterion, Judgement, Length, Report, Span, Verdict
from bot.coach.text import units


def report(text: str, limit: int, verdict: Verdict, present: dict[Criterion, Span] | None = None) -> Report:
    counted = units(text)
    criteria = {criterion: Judgement(present=False, confidence=0.9) for criterion in Criterion}
    for criterion, span in (present or {}).items():
        criteria[criterion] = Judgement(present=True, confidence=0.9, evidence=(span,))
    length = Length(counted, limit, max(0, counted - limit))
    return Report(draft=True, language="en", length=length, verdict=verdict, criteria=criteria)


def passing(text: str, limit: int) -> Report:
    return report(text, limit, Verdict.SEND)


def refusing(text: str, limit: int) -> Report:
    """Nothing is good enough; a meeting is seen where the words say so."""
    met = {Criterion.CONTEXT: Span(0, 1)} if "we met" in text else None
    return report(text, limit, Verdict.POLISH, met)


def against(word: str, criterion: Criterion) -> Judge:
    """A judge that finds a fault in every note that has the word, and shows the word as its evidence."""

    def judge(text: str, limit: int) -> Report:
        at = text.lower().find(word)
        if at < 0:
            return passing(text, limit)
        return report(text, limit, Verdict.REWRITE, {criterion: Span(at, at + len(word))})

    return judge
