"""Words that say it: a list of patterns, less the ones that mean something else."""

from collections.abc import Iterator

from msgspec import Struct, field

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.pattern import choice, compile_all, compile_later, denied
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Span


class Params(Struct, forbid_unknown_fields=True):
    """Patterns to look for, and false friends to leave out.

    `tokens` fire; `excepts` take back what they overlap; `deniable` says that "no ...", "not ..." in the same
    clause take it back too. `any_language` is for what is the same in every language. `words` are
    vocabularies of this rule, which its patterns name in braces like the shared ones.
    """

    tokens: tuple[str, ...]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    excepts: tuple[str, ...] = field(default=(), name="except")
    deniable: bool = False
    any_language: bool = False


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)
    likely = choice(compile_all(params.tokens, params.words))
    excepts = compile_later(params.excepts, params.words)

    def check(reading: Reading) -> Iterator[Span]:
        if not (reading.readable or params.any_language):
            return
        hits = [span for token in likely(reading) for span in token.all_spans(reading)]
        if not hits:
            return
        taken_back = [span for pattern in excepts() for span in pattern.spans(reading)]
        for hit in hits:
            overlaps = any(span.start < hit.end and hit.start < span.end for span in taken_back)
            if not overlaps and not (params.deniable and denied(reading, hit)):
                yield hit

    return check
