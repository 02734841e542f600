"""A template's field that nobody filled in."""

import re
from collections.abc import Iterator

from msgspec import Struct

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.landmark import all_in, anywhere, landmarks
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Span
from bot.errors import ContentError


class Params(Struct, forbid_unknown_fields=True):
    """`fields` are regular expressions over the draft as given, case and all.

    What matches one of `allowed` from end to end, in any case, is no field.
    """

    fields: tuple[str, ...]
    allowed: tuple[str, ...] = ()


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)
    try:
        fields = [(re.compile(field), anywhere(landmarks(field))) for field in params.fields]
        allowed = [re.compile(f"(?i:{field})") for field in params.allowed]
    except re.error as error:
        raise ContentError(f"{rule.id}: params: {error}") from error

    def check(reading: Reading) -> Iterator[Span]:
        likely = [field for field, words in fields if all_in(words, reading.text)]
        for field in likely:
            for match in field.finditer(reading.text):
                if not any(pattern.fullmatch(match[0]) for pattern in allowed):
                    yield Span(*match.span())

    return check
