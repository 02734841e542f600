"""Which words a text must have before a pattern is worth trying: what keeps hundreds of patterns fast."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from bot.coach.critique.words import WORDS

Landmarks = frozenset[str]
_Piece = tuple[str, str]  # its kind and its letters
NONE: Final[Landmarks] = frozenset()
ANYTHING: Final[Landmarks] = frozenset({""})  # every text begins with nothing

MOST_SETS: Final = 8  # looking for more costs more than it saves
MOST_WORDS: Final = 1000
MOST_LETTERS: Final = 3

_PIECE = re.compile(
    r"(?P<words>(?:[^\W\d_]|')+(?![?*]|\{\d))|(?P<letter>[^\W\d_]|')|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<quantifier>[?*+]|\{[\d,]+\})|(?P<vocabulary>\{[a-z_]+\})|(?P<other>\[(?:\\.|[^\]])*\]|\\.|.)",
)


class _Part(NamedTuple):
    """A part of a pattern: its landmarks, and the letters or the branches that it begins with."""

    landmarks: Landmarks = NONE
    letters: Landmarks = ANYTHING
    optional: bool = False
    branches: tuple["_Sequence", ...] = ()

    def beginnings(self) -> Landmarks:
        """What it can begin with; worked out when somebody asks, which takes longer than the rest."""
        if not self.branches:
            return self.letters
        return NONE.union(*(branch.beginnings() for branch in self.branches))


_OTHER: Final = _Part()
_LOOK: Final = _Part(NONE, NONE, optional=True)  # it takes no room


class _Sequence:
    """What stands between two bars."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []

    @property
    def optional(self) -> bool:
        """Whether there need not be anything at all."""
        return all(part.optional for part in self.parts)

    @property
    def landmarks(self) -> list[Landmarks]:
        """Those of each part that has to be there."""
        return [NONE if part.optional else part.landmarks for part in self.parts]

    def beginnings(self) -> Landmarks:
        """What it can begin with: its first part, and the next one where that may be left out."""
        found = NONE
        for part in self.parts:
            found |= part.beginnings()
            if not part.optional:
                break
        return found

    def best(self) -> Landmarks:
        return max(self.landmarks, key=_worth, default=NONE)


def landmarks(source: str) -> tuple[Landmarks, ...]:
    """Of each of these sets, at least one word is in everything the pattern matches.

    Args:
        source: a rule's pattern, its vocabularies still in braces.

    Returns:
        Sets of plain words in lower case, the most telling first; none when nothing is for sure.
    """
    branches, _ = _branches(_pieces(source), 0)
    one = sorted(branches[0].landmarks, key=_worth, reverse=True)
    found = one if len(branches) == 1 else [_any_of(branches)]
    sure = [words for words in found if words]
    return tuple([words for words in sure if len(words) <= MOST_WORDS][:MOST_SETS])


def all_in(found: Sequence[Landmarks], text: str) -> bool:
    """Whether a text has a word of each set: without them a pattern cannot match."""
    for words in found:  # any() within all() takes twice as long
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def beginnings(source: str) -> Landmarks:
    """Everything the pattern matches begins with one of these; none when that is not for sure.

    Args:
        source: a rule's pattern, its vocabularies still in braces.

    Returns:
        Plain letters in lower case, at most `MOST_LETTERS` of each word.
    """
    branches, _ = _branches(_pieces(source), 0)
    found = {word[:MOST_LETTERS] for word in _group(branches).beginnings()}
    if "" in found or any(branch.optional for branch in branches):
        return NONE
    return frozenset(word for word in found if not any(word[:size] in found for size in range(1, len(word))))


def _group(branches: list[_Sequence]) -> _Part:
    """Some branches as one part."""
    optional = any(branch.optional for branch in branches)
    return _Part(_any_of(branches), ANYTHING, optional, tuple(branches))


@cache
def _vocabulary(name: str) -> _Part:
    """A vocabulary as one part; one that is unknown can be anything."""
    return _group(_branches(_pieces(WORDS.get(name, ".")), 0)[0])


def _any_of(branches: list[_Sequence]) -> Landmarks:
    best = [branch.best() for branch in branches]
    return frozenset().union(*best) if all(best) else NONE


def _branches(pieces: list[_Piece], position: int) -> tuple[list[_Sequence], int]:
    """What stands between the bars of the group that begins at a position, and where the group ends."""
    branches = [_Sequence()]
    while position < len(pieces):
        kind, letters = pieces[position]
        position += 1
        part = _OTHER
        if kind == "close":
            break
        if kind == "bar":
            branches.append(_Sequence())
            continue
        if kind == "quantifier" and branches[-1].parts:
            continue  # seen with the part before it
        if kind in ("words", "letter"):
            part = _Part(frozenset({letters}), frozenset({letters}))
        elif kind == "vocabulary":
            part = _vocabulary(letters[1:-1])
        elif kind == "open":
            inner, position = _branches(pieces, position)
            part = _LOOK if letters in ("(?!", "(?=", "(?<!", "(?<=") else _group(inner)
        if position < len(pieces) and _is_maybe(*pieces[position]):
            part = part._replace(optional=True)
        branches[-1].parts.append(part)
    return branches, position


def _pieces(source: str) -> list[_Piece]:
    return [(piece.lastgroup or "", piece[0]) for piece in _PIECE.finditer(source)]


def _is_maybe(kind: str, letters: str) -> bool:
    """Whether a piece says that the one before it may not be there at all."""
    return kind == "quantifier" and letters[0] in "?*{"


def _worth(found: Landmarks) -> tuple[int, int]:
    """Few and long words tell most."""
    return (min(map(len, found)) if found else 0, -len(found))
