"""The sentences in which the evidence model clearly sees a criterion, or the whole draft."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Criterion, Span

PRESENT: Final = 0.5  # the probability from which a criterion is there
CLEAR: Final = 0.0  # the score from which a sentence shows it more likely than not
NEAR: Final = 0.5  # of the best sentence's score; what is farther below it shows something else


class Params(Struct, forbid_unknown_fields=True):
    """How sure the model has to be.

    Beside a criterion of `beside`, and none of `unless`, `sure` is asked for: words that fit anybody do
    little harm next to words that fit one person alone.
    """

    beside: frozenset[Criterion] = frozenset()
    unless: frozenset[Criterion] = frozenset()
    sure: float = PRESENT


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)

    def check(reading: Reading) -> Iterator[Span]:
        scores = reading.scores
        excused = bool(params.beside & reading.found) and not params.unless & reading.found
        enough = params.sure if excused else PRESENT
        if scores is None or scores.probabilities.get(rule.criterion, 0.0) < enough:
            return
        values = scores.sentences.get(rule.criterion, [])
        if not values:
            yield Span(0, len(reading.text))
        least = max(CLEAR, max(values, default=CLEAR) - NEAR)
        for value, sentence in zip(values, reading.sentences, strict=False):
            start, end = reading.begin_of(sentence), reading.end_of(sentence)
            if value >= least and end > start:
                yield Span(start, end)

    return check
