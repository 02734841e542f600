"""Nothing in the draft belongs to this person alone."""

from collections.abc import Iterator

from msgspec import Struct

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Criterion, Span


class Params(Struct, forbid_unknown_fields=True):
    """`personal` are the criteria of which one makes a draft personal.

    Beside a fault of `despite`, only those of `even_so` do: an event in the first line of an offer is a
    merge field.
    """

    personal: frozenset[Criterion]
    despite: frozenset[Criterion] = frozenset()
    even_so: frozenset[Criterion] = frozenset()


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)

    def check(reading: Reading) -> Iterator[Span]:
        if not reading.readable or Criterion.BLANK in reading.found:
            return
        enough = params.even_so if params.despite & reading.found else params.personal
        if not enough & reading.found:
            yield Span(0, len(reading.text))

    return check
