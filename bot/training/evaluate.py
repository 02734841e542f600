"""How well the critique reads notes of briefs that it never saw."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.coach.critique.engine import Engine
from bot.coach.critique.verdict import decide
from bot.coach.model import Criterion, Judgement, Report, Verdict
from bot.training.corpus import Example


class Figures(NamedTuple):
    """How often a criterion was there, and how well it was seen."""

    there: int
    precision: float
    recall: float
    f1: float


def figures(reports: Sequence[Report], examples: Sequence[Example]) -> dict[Criterion, Figures]:
    """For each criterion that people labelled."""
    labelled = [criterion for criterion in Criterion if criterion is not Criterion.LENGTH]
    return {
        criterion: _figures(
            [report.has(criterion) for report in reports],
            [criterion in example.labels for example in examples],
        )
        for criterion in labelled
    }


def too_long(reports: Sequence[Report], examples: Sequence[Example], limit: int) -> Figures:
    """The same for `length`, which nobody labels: UTF-16 code units are counted here in a way of its own."""
    counted = [
        sum(1 + (char > "\uffff") for char in example.text.replace("\r\n", "\n")) for example in examples
    ]
    return _figures(
        [report.has(Criterion.LENGTH) for report in reports], [units > limit for units in counted]
    )


def rewrites(reports: Sequence[Report], examples: Sequence[Example]) -> float:
    """The share of drafts on which `rewrite`, or not, is what the labels ask for."""
    right = [
        (report.verdict is Verdict.REWRITE) == (wanted(example) is Verdict.REWRITE)
        for report, example in zip(reports, examples, strict=True)
    ]
    return sum(right) / max(1, len(right))


def wanted(example: Example) -> Verdict:
    """The verdict that follows from the labels, by the same policy; length is left aside."""
    criteria = {
        criterion: Judgement(present=criterion in example.labels, confidence=1.0) for criterion in Criterion
    }
    return decide(criteria, draft=example.draft)


def drafts(examples: Sequence[Example]) -> list[Example]:
    """Those that the model can be judged on: drafts in a language that is read."""
    return [example for example in examples if example.draft and example.language == "en"]


def judge_all(engine: Engine, examples: Sequence[Example], limit: int = 10_000) -> list[Report]:
    """A report on each, without regard to length."""
    return [engine.judge(example.text, limit, sure=True) for example in examples]


def _figures(seen: list[bool], there: list[bool]) -> Figures:
    both = sum(one and other for one, other in zip(seen, there, strict=True))
    precision = both / max(1, sum(seen))
    recall = both / max(1, sum(there))
    f1 = 2 * both / max(1, sum(seen) + sum(there))
    return Figures(sum(there), precision, recall, f1)
