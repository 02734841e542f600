"""More than the site takes: the words that would be cut off."""

from collections.abc import Iterator

from bot.coach.critique.checks.params import Check, NoParams, params_of
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Span
from bot.coach.text import units


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params_of(rule, NoParams)

    def check(reading: Reading) -> Iterator[Span]:
        if units(reading.text) > reading.limit:
            yield Span(_fitting(reading.text, reading.limit), len(reading.text))

    return check


def _fitting(text: str, limit: int) -> int:
    """How many code points of the text fit."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if units(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return low
