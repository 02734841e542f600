"""Reads a draft: gathers evidence from its sources and makes a report of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from bot.coach.critique.checks import LAST
from bot.coach.critique.draft import is_draft
from bot.coach.critique.evidence import Evidence, Source, merged, spans_of, together
from bot.coach.critique.language import READ, detect
from bot.coach.critique.reading import Reading, plain
from bot.coach.critique.rule import CriterionCopy, Rule
from bot.coach.critique.rulebook import Rulebook
from bot.coach.critique.verdict import decide, first_step
from bot.coach.limits import DEFAULT_LIMIT
from bot.coach.model import Criterion, Judgement, Length, Report
from bot.coach.text import units
from bot.errors import ContentError

PRESENT_FROM: Final = 0.5  # confidence
# How sure it is that something is not there when nothing shows it: faults are said in fewer ways than
# strengths.
ABSENT_FAULT: Final = 0.9
ABSENT_STRENGTH: Final = 0.7
ANY_LANGUAGE: Final = frozenset({Criterion.LENGTH, Criterion.PLACEHOLDER, Criterion.BLANK})


class Setting(NamedTuple):
    """What decides how much of a text can be judged."""

    language: str
    draft: bool = True

    def reads(self, criterion: Criterion) -> bool:
        """Whether anything can be said about a criterion when nothing was found."""
        return self.draft and (self.language in READ or criterion in ANY_LANGUAGE)


class Engine:
    """The critique. Build it once; `judge` is pure and safe to call from anywhere.

    Args:
        rules: the files of prompts/rules/.
        criteria: the files of prompts/criteria/, one for every criterion.

    Raises:
        ContentError: a rule cannot be used, or a criterion has no words.
    """

    def __init__(self, rules: Sequence[Rule], criteria: Mapping[Criterion, CriterionCopy]) -> None:
        if missing := [criterion for criterion in Criterion if criterion not in criteria]:
            raise ContentError(f"criteria: nothing is written about {', '.join(missing)}")
        self._criteria = criteria
        self._sources: tuple[Source, ...] = (Rulebook(rule for rule in rules if rule.extends not in LAST),)
        self._last: Source = Rulebook(rule for rule in rules if rule.extends in LAST)

    def judge(self, text: str, limit: int = DEFAULT_LIMIT, *, sure: bool = False) -> Report:
        """Judge a draft.

        Args:
            text: the draft as pasted; all offsets in the report are code points into it.
            limit: how many units the sender has.
            sure: the person says that it is a draft, whatever it looks like.

        Returns:
            The report; every criterion is in it.
        """
        counted = units(text)
        length = Length(counted, limit, max(0, counted - limit))
        language = detect(text)
        if not (sure or is_draft(text)):
            return self._report(Setting(language, draft=False), length, [])
        reading = Reading(text, plain(text), limit, language in READ)
        return self._report(Setting(language), length, self._evidence(reading))

    def _evidence(self, reading: Reading) -> list[Evidence]:
        evidence = [piece for source in self._sources for piece in source.find(reading)]
        found = frozenset(
            criterion for criterion in Criterion if _confidence(criterion, evidence) >= PRESENT_FROM
        )
        return [*evidence, *self._last.find(replace(reading, found=found))]

    def _report(self, setting: Setting, length: Length, evidence: list[Evidence]) -> Report:
        criteria = {criterion: self._judgement(criterion, evidence, setting) for criterion in Criterion}
        verdict = decide(criteria, draft=setting.draft, readable=setting.language in READ)
        return Report(
            draft=setting.draft,
            language=setting.language,
            length=length,
            verdict=verdict,
            criteria=criteria,
            next_step=first_step(verdict, criteria),
            findings=tuple(sorted((piece.finding for piece in evidence), key=lambda finding: finding.span)),
        )

    def _judgement(self, criterion: Criterion, evidence: list[Evidence], setting: Setting) -> Judgement:
        spans = spans_of(criterion, evidence)
        confidence = together(sure for _, sure in spans)
        present = confidence >= PRESENT_FROM
        read = setting.reads(criterion)
        if not present:
            absent = ABSENT_FAULT if criterion.is_fault else ABSENT_STRENGTH
            confidence = absent if read else 0.0
        wanting = present == criterion.is_fault and (present or read)
        advice = self._criteria[criterion].advice if wanting else None
        shown = merged(span for span, _ in spans) if present else ()
        return Judgement(present, confidence, shown, advice)


def _confidence(criterion: Criterion, evidence: list[Evidence]) -> float:
    return together(sure for _, sure in spans_of(criterion, evidence))
