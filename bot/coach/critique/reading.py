"""A draft as the checks see it: prepared once, with every offset still that of the text as given."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from msgspec import Struct

from bot.coach.model import Criterion, Span

KEY: Final = 3  # letters
# One character for one character, so that offsets stay.
_PLAIN: Final = str.maketrans("’‘‛´`“”„«»–—‒―\u00a0\u202f\t", "'''''\"\"\"\"\"----   ")
_ABBREVIATION = re.compile(r"\b(?:dr|mr|mrs|ms|prof|st|jr|sr|vs|rev|hon|[a-z])\.(?= )|\.(?=[\w,;:)])")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"')]|$)|\n+")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
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


class Scores(Struct, frozen=True):
    """What the evidence model makes of a draft: a probability for each criterion, a score for a sentence."""

    probabilities: dict[Criterion, float]
    sentences: dict[Criterion, list[float]]


@dataclass(frozen=True)
class Reading:
    """One draft on its way through the checks.

    Attributes:
        text: the draft as given.
        plain: the same length, for matching.
        limit: how many units the sender has.
        readable: whether the language is one whose words the rules know.
        found: what has been found so far; only the checks that come last look at it.
        scores: what the evidence model makes of it; only the checks that come last look at it.
    """

    text: str
    plain: str
    limit: int
    readable: bool = True
    found: frozenset[Criterion] = frozenset()
    scores: Scores | None = None
    _landmarks: list[set[str]] = field(default_factory=list, compare=False, repr=False)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the draft."""
        return sentences(self.plain)

    def landmarks(self, known: Mapping[str, Collection[str]]) -> set[str]:
        """Those of some words that are in the draft; found once, and then remembered.

        Args:
            known: the words by their last letters, at most `KEY` of them.
        """
        if not self._landmarks:
            text, sizes = self.plain, range(1, KEY + 1)
            ends = {text[start : start + size] for size in sizes for start in range(len(text))}
            there = (known[end] for end in ends if end in known)
            self._landmarks.append({word for words in there for word in words if word in text})
        return self._landmarks[0]

    def end_of(self, sentence: Span) -> int:
        """Where the words of a sentence end, before its stop."""
        return sentence.start + len(self.plain[sentence.start : sentence.end].rstrip(".!?… "))

    @cached_property
    def name_starts(self) -> list[int]:
        """Where words begin that are not written small."""
        return [match.start() for match in _WORD.finditer(self.text) if not match[0][0].islower()]

    @cached_property
    def has_case(self) -> bool:
        """Whether capitals tell anything: not when all letters are of one case."""
        return not (self.text.islower() or self.text.isupper())
