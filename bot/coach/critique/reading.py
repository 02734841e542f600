"""A draft as the checks see it: prepared once, with every offset still that of the text as given."""

import re
from collections import defaultdict
from functools import cached_property
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from bot.coach.critique.addressee import addressee, hidden, spoken_to
from bot.coach.critique.beginning import MOST_LETTERS
from bot.coach.critique.index import Index
from bot.coach.critique.language import READ, detect
from bot.coach.model import Criterion, Span

MANY: Final = 20  # beginnings; of so many it is quicker to leave out at once what is not there
_SIZES: Final = range(1, MOST_LETTERS + 1)
# One character for one character, so that offsets stay.
_PLAIN: Final = str.maketrans("’‘‛´`“”„«»–—‒―\u00a0\u202f\t", "'''''\"\"\"\"\"----   ")
_ABBREVIATION = re.compile(
    r"\b(?:dr|mr|mrs|ms|mx|md|prof|st|jr|sr|vs|rev|hon|[^\W\d_])\.(?= )|\.(?=[\w,;:)])"
)
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"')]|$)|\n+")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_PLAIN_WORD = re.compile(r"(?<!\w)(?:[^\W\d_]|')")
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


class Reading(Struct, frozen=True, dict=True):
    """One draft on its way through the checks.

    Attributes:
        text: the draft as given.
        plain: the same length, for matching: small letters, and nothing of the names of those spoken to.
        limit: how many units the sender has.
        language: what it is written in, as far as can be told.
        names: where those who are spoken to are named.
        greeted: the name after the greeting.
        found: what has been found so far; only the checks that come last look at it.
        scores: what the evidence model makes of it; only the checks that come last look at it.
    """

    text: str
    plain: str
    limit: int
    language: str = "en"
    names: tuple[Span, ...] = ()
    greeted: Span | None = None
    found: frozenset[Criterion] = frozenset()
    scores: Scores | None = None
    _places: dict[frozenset[str], list[int]] = field(default_factory=dict)
    _tried: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, limit: int) -> "Reading":
        """Prepare a draft as given."""
        words = plain(text)
        greeted = addressee(text, words)
        names = spoken_to(text, words, greeted)
        words = hidden(words, names)
        return cls(text, words, limit, detect(words), names, greeted)

    @cached_property
    def readable(self) -> bool:
        """Whether the language is one whose words the rules know."""
        return self.language in READ

    @property
    def nameless(self) -> str:
        """The draft as given, with a word that is nobody's in place of each name."""
        return hidden(self.text, self.names, "X")

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the draft."""
        return sentences(self.plain)

    def worth_trying(self, index: Index) -> bytes:
        """What an index of patterns says about the draft; found once, and then remembered."""
        if not self._tried:
            self._tried.append(index.worth_trying(self.plain))
        return self._tried[0]

    def places(self, beginnings: frozenset[str]) -> list[int]:
        """Where words begin with one of some groups of letters, of which none begins with another."""
        if beginnings not in self._places:
            starts = self._starts
            there = beginnings if len(beginnings) < MANY else beginnings & starts.keys()
            self._places[beginnings] = sorted(
                [place for begin in there if begin in starts for place in starts[begin]]
            )
        return self._places[beginnings]

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """Where words begin, by their first letters."""
        text = self.plain
        starts = defaultdict[str, list[int]](list)
        places = [match.start() for match in _PLAIN_WORD.finditer(text)]
        for size in _SIZES:
            for place in places:
                starts[text[place : place + size]].append(place)
        return starts

    def then(self, found: frozenset[Criterion], scores: Scores | None) -> "Reading":
        """The same draft for the checks that come last; what has been worked out is kept."""
        later = replace(self, found=found, scores=scores)
        later.__dict__.update(self.__dict__)
        return later

    def begin_of(self, sentence: Span) -> int:
        """Where a sentence begins to say something: after the greeting, if it has one."""
        name = self.greeted
        if name is None or not sentence.start <= name.start < name.end < sentence.end:
            return sentence.start
        rest = self.plain[name.end : sentence.end]
        said = rest.lstrip(" ,;:!-")
        return name.end + len(rest) - len(said) if len(said) > 1 else sentence.start

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
