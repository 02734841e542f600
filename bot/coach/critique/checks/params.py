"""What all checks share: their shape, and how params are read."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Span
from bot.errors import ContentError

Check = Callable[[Reading], Iterable[Span]]
P = TypeVar("P", bound=msgspec.Struct)


class NoParams(msgspec.Struct, forbid_unknown_fields=True):
    """For checks that need none."""


def params_of(rule: Rule, shape: type[P]) -> P:
    """The rule's params as the check wants them.

    Raises:
        ContentError: they are not; the sentence names the rule.
    """
    try:
        return msgspec.convert(rule.params, shape)
    except msgspec.ValidationError as error:
        raise ContentError(f"{rule.id}: params: {error}") from error
