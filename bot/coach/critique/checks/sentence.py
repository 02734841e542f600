"""Evidence in a sentence: a cue, and something concrete that it is about."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.pattern import Pattern, choice, compile_all, compile_later
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.critique.specifics import is_specific
from bot.coach.model import Span


class Params(Struct, forbid_unknown_fields=True):
    """A cue and what it needs.

    A sentence counts when one of `cues` matches in it and one of `needs` does (any of them; none
    means that the cue is enough), or, with `specific`, when there is a name, a number or a quoted title. A
    sentence in which one of `unless` matches never counts.
    """

    cues: tuple[str, ...]
    needs: tuple[str, ...] = ()
    specific: bool = False
    unless: tuple[str, ...] = field(default=())


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)
    likely = choice(compile_all(params.cues))
    needs, unless = compile_later(params.needs), compile_later(params.unless)
    wants_more = bool(params.needs) or params.specific

    def counts(reading: Reading, sentence: Span) -> bool:
        if _any(unless(), reading, sentence):
            return False
        return (
            not wants_more
            or _any(needs(), reading, sentence)
            or (params.specific and is_specific(reading, sentence))
        )

    def check(reading: Reading) -> Iterator[Span]:
        if not reading.readable:
            return
        starts = [sentence.start for sentence in reading.sentences]
        known: dict[Span, bool] = {}  # a sentence can have many cues
        for cue in (span for pattern in likely(reading) for span in pattern.all_spans(reading)):
            sentence = reading.sentences[bisect_right(starts, cue.start) - 1]
            if sentence not in known:
                known[sentence] = counts(reading, sentence)
            if known[sentence]:
                yield Span(cue.start, max(cue.end, reading.end_of(sentence)))

    return check


def _any(patterns: tuple[Pattern, ...], reading: Reading, span: Span) -> bool:
    return any(pattern.within(reading, span) for pattern in patterns)
