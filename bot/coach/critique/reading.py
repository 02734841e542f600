"""A draft as the checks see it: prepared once, with every offset still that of the text as given."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.coach.model import Criterion, Span

# One character for one character, so that offsets stay.
_PLAIN: Final = str.maketrans("’‘‛´`“”„«»–—‒―\u00a0\u202f\t", "'''''\"\"\"\"\"----   ")
_ABBREVIATION = re.compile(r"\b(?:dr|mr|mrs|ms|prof|st|jr|sr|vs|rev|hon|[a-z])\.(?= )|\.(?=[\w,;:)])")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"')]|$)|\n+")
_DOT_WITHIN: Final = "\u2024"  # looks like a dot, ends no sentence


def plain(text: str) -> str:
    """The text in lower case, quotes and dashes plain, as long as before; dots that end nothing marked."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _ABBREVIATION.sub(lambda dot: dot[0][:-1] + _DOT_WITHIN, lower.translate(_PLAIN))


def sentences(plain_text: str) -> list[Span]:
    """Where the sentences are, without the white space around them; a line break ends one."""
    spans, start = [], 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(plain_text)), len(plain_text)]:
        piece = plain_text[start:end]
        if kept := piece.strip():
            first = start + piece.index(kept[0])
            spans.append(Span(first, first + len(kept)))
        start = end
    return spans


@dataclass(frozen=True)
class Reading:
    """One draft on its way through the checks.

    Attributes:
        text: the draft as given.
        plain: the same length, for matching.
        limit: how many units the sender has.
        readable: whether the language is one whose words the rules know.
        found: what has been found so far; only the checks that come last look at it.
    """

    text: str
    plain: str
    limit: int
    readable: bool = True
    found: frozenset[Criterion] = frozenset()

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the draft."""
        return sentences(self.plain)

    @cached_property
    def has_case(self) -> bool:
        """Whether capitals tell anything: not when all letters are of one case."""
        return not (self.text.islower() or self.text.isupper())
