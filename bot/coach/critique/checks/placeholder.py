"""A template's field that nobody filled in."""

from collections.abc import Iterator

from msgspec import Struct

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.pattern import at_once
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.critique.sign import Sign
from bot.coach.model import Span


class Params(Struct, forbid_unknown_fields=True):
    """`fields` are regular expressions over the draft as given, case and all.

    What matches one of `allowed` from end to end, in any case, is no field.
    """

    fields: tuple[str, ...]
    allowed: tuple[str, ...] = ()


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)
    fields = [Sign(field) for field in params.fields]
    allowed = [Sign(f"(?i:{field})") for field in params.allowed]
    if at_once():
        for sign in (*fields, *allowed):
            _ = sign.regex

    def check(reading: Reading) -> Iterator[Span]:
        for field in fields:
            for match in field.matches(reading.text):
                if not any(sign.regex.fullmatch(match[0]) for sign in allowed):
                    yield Span(*match.span())

    return check
