"""The text the site itself puts into the box, with or without a greeting around it."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from bot.coach.critique.checks.params import Check, params_of
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Span
from bot.coach.text import fold

_NO_LETTER = re.compile(r"[\W_]+")
_LONG_WORD: Final = 12  # code points, with what is around it; names are seldom longer


class Params(Struct, forbid_unknown_fields=True):
    """`texts` as the site shows them, in any language; `around`, how many other words may stand beside."""

    texts: tuple[str, ...]
    around: int = 8


def build(rule: Rule) -> Check:
    """The check that a rule describes."""
    params = params_of(rule, Params)
    texts = [_letters(text) for text in params.texts]
    most = max(map(len, texts)) + params.around * _LONG_WORD

    def check(reading: Reading) -> Iterator[Span]:
        if len(reading.text) > most:  # as most drafts are: there is no need to look
            return
        draft = _letters(reading.text)
        for text in texts:
            if f" {text} " in f" {draft} " and len(draft.split()) - len(text.split()) <= params.around:
                yield Span(0, len(reading.text))
                return

    return check


def _letters(text: str) -> str:
    return _NO_LETTER.sub(" ", fold(text.replace("’", "").replace("'", ""))).strip()
