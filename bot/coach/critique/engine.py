"""Reads a draft: gathers evidence from its sources and makes a report of it."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from bot.coach.critique.checks import LAST
from bot.coach.critique.draft import what_else
from bot.coach.critique.evidence import Evidence, Source, by_criterion, merged, together
from bot.coach.critique.features import of_draft
from bot.coach.critique.language import READ
from bot.coach.critique.learned import EvidenceModel
from bot.coach.critique.placing import clear, placed
from bot.coach.critique.reading import Reading, Scores
from bot.coach.critique.rule import CriterionCopy, Rule
from bot.coach.critique.rulebook import Rulebook
from bot.coach.critique.verdict import decide, first_step
from bot.coach.limits import DEFAULT_LIMIT
from bot.coach.model import CRITERIA, Criterion, Judgement, Length, Report, Span
from bot.coach.text import units
from bot.errors import ContentError

Likely = Mapping[Criterion, float]
PRESENT_FROM: Final = 0.5  # confidence
# How sure it is that something is not there when nothing shows it: faults are said in fewer ways than
# strengths.
ABSENT_FAULT: Final = 0.9
ABSENT_STRENGTH: Final = 0.7
FEWEST_WORDS: Final = 4  # in fewer the model sees what it expects
DOUBTFUL: Final = 0.1  # the probability below which the model overrules a rule
ANY_LANGUAGE: Final = frozenset({Criterion.LENGTH, Criterion.PLACEHOLDER, Criterion.BLANK})


class Setting(NamedTuple):
    """What decides how much of a text can be judged."""

    language: str
    other: str | None = None  # what it is when it is no draft

    @property
    def draft(self) -> bool:
        """Whether it is a draft."""
        return self.other is None

    def reads(self, criterion: Criterion) -> bool:
        """Whether anything can be said about a criterion when nothing was found."""
        return self.draft and (self.language in READ or criterion in ANY_LANGUAGE)


class Engine:
    """The critique. Build it once; `judge` is pure and safe to call from anywhere.

    Args:
        rules: the files of prompts/rules/.
        criteria: the files of prompts/criteria/, one for every criterion.
        model: the trained evidence model; without it the rules judge alone.

    Raises:
        ContentError: a rule cannot be used, or a criterion has no words.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        criteria: Mapping[Criterion, CriterionCopy],
        model: EvidenceModel | None = None,
    ) -> None:
        if missing := [criterion for criterion in Criterion if criterion not in criteria]:
            raise ContentError(f"criteria: nothing is written about {', '.join(missing)}")
        self._criteria = criteria
        self._sources: tuple[Source, ...] = (Rulebook(rule for rule in rules if rule.extends not in LAST),)
        self._model = model
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
        reading = Reading.of(text, limit)
        other = what_else(reading.nameless)
        if other and not sure:
            return self._report(Setting(reading.language, other), length, [], {})
        evidence, likely = self._evidence(reading)
        if other == "job_post":  # its title says who is wanted, not who writes
            evidence = [piece for piece in evidence if piece.criterion is not Criterion.INTRODUCTION]
            likely = {one: by for one, by in likely.items() if one is not Criterion.INTRODUCTION}
        return self._report(Setting(reading.language), length, evidence, likely)

    def features(self, text: str) -> tuple[list[Span], list[set[str]]]:
        """The sentences of a draft, and the features of each: what the evidence model learns from."""
        reading = Reading.of(text, DEFAULT_LIMIT)
        return reading.sentences, of_draft(reading, (piece.finding for piece in self._seen(reading)))

    def fired(self, text: str, limit: int = DEFAULT_LIMIT) -> frozenset[str]:
        """The rules that fire on a draft, each by itself: also those that the report leaves to others."""
        reading = Reading.of(text, limit)
        evidence = self._seen(reading)
        found = [*evidence, *self._last.find(reading.then(frozenset(), self._scores(reading, evidence)))]
        return frozenset(piece.finding.rule for piece in found)

    def _seen(self, reading: Reading) -> list[Evidence]:
        """What the rules find by themselves."""
        return [piece for source in self._sources for piece in source.find(reading)]

    def _evidence(self, reading: Reading) -> tuple[list[Evidence], Likely]:
        """What shows in a draft, and how likely the model holds each criterion that shows in sentences."""
        evidence = self._seen(reading)
        scores = self._scores(reading, evidence)
        if scores is not None:
            evidence = placed([piece for piece in evidence if _stands(piece, scores)], reading, scores)
        sure = {one: together(those) for one, those in by_criterion(evidence).items()}
        found = frozenset(one for one in CRITERIA if _is_there(one, sure, scores))
        last = list(self._last.find(reading.then(found, scores)))
        if scores is None:
            return [*evidence, *last], {}
        last = [_sure(piece, scores) for piece in last if not _echoes(piece, evidence, sure)]
        evidence = [*clear([*evidence, *last], reading, scores)]
        return evidence, {one: scores.probabilities[one] for one in scores.sentences}

    def _scores(self, reading: Reading, evidence: list[Evidence]) -> Scores | None:
        """What the evidence model makes of a draft, where there is one and the language is read."""
        if self._model is None or not reading.readable or len(reading.plain.split()) < FEWEST_WORDS:
            return None
        return self._model.read(of_draft(reading, (piece.finding for piece in evidence)))

    def _report(self, setting: Setting, length: Length, evidence: list[Evidence], likely: Likely) -> Report:
        found = by_criterion(evidence)
        criteria = {
            criterion: self._judgement(
                criterion, found.get(criterion, []), setting, likely.get(criterion, 0.0)
            )
            for criterion in CRITERIA
        }
        verdict = decide(criteria, draft=setting.draft, readable=setting.language in READ)
        return Report(
            draft=setting.draft,
            other=setting.other,
            language=setting.language,
            length=length,
            verdict=verdict,
            criteria=criteria,
            next_step=first_step(verdict, criteria),
            findings=tuple(sorted((piece.finding for piece in evidence), key=lambda finding: finding.span)),
        )

    def _judgement(
        self, criterion: Criterion, evidence: list[Evidence], setting: Setting, likely: float
    ) -> Judgement:
        """A criterion can be there without words to show for it: then no single sentence shows it clearly."""
        confidence = max(together(evidence), round(likely, 3))
        present = confidence >= PRESENT_FROM
        read = setting.reads(criterion)
        if not present:
            absent = ABSENT_FAULT if criterion.is_fault else ABSENT_STRENGTH
            confidence = absent if read else 0.0
        wanting = present == criterion.is_fault and (present or read)
        advice = self._criteria[criterion].advice if wanting else None
        if not present:
            return Judgement(present, confidence, advice=advice)
        shown, unclear = (merged(one.span for one in evidence if one.shown is sure) for sure in (True, False))
        return Judgement(present, confidence, shown, advice, unclear)


def _is_there(criterion: Criterion, sure: Likely, scores: Scores | None) -> bool:
    """Whether rules or model have found it."""
    likely = scores.probabilities.get(criterion, 0.0) if scores else 0.0
    return max(likely, sure.get(criterion, 0.0)) >= PRESENT_FROM


def _stands(piece: Evidence, scores: Scores) -> bool:
    """Whether the model leaves what a rule found standing: it can be sure that they mean no such thing."""
    return scores.probabilities.get(piece.criterion, 1.0) >= DOUBTFUL


def _sure(piece: Evidence, scores: Scores) -> Evidence:
    """The same, as sure as the model is."""
    return Evidence(piece.finding, round(scores.probabilities[piece.criterion], 3))


def _echoes(piece: Evidence, evidence: list[Evidence], sure: Likely) -> bool:
    """Whether rules have shown the same already, and with fewer words."""
    return sure.get(piece.criterion, 0.0) >= PRESENT_FROM and any(
        piece.criterion is other.criterion
        and piece.span.start < other.span.end
        and other.span.start < piece.span.end
        for other in evidence
    )
