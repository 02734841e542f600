"""Which words a text must have before a pattern is worth trying: what keeps hundreds of patterns fast."""

import re
from typing import Final, NamedTuple

Landmarks = frozenset[str]
NONE: Final[Landmarks] = frozenset()

MOST_SETS: Final = 8  # looking for more costs more than it saves
MOST_WORDS: Final = 1000

_PIECE = re.compile(
    r"(?P<words>[a-z']+(?![?*{]))|(?P<letter>[a-z'])|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<quantifier>[?*+]|\{[\d,]+\})|(?P<vocabulary>\{[a-z_]+\})|(?P<other>\[(?:\\.|[^\]])*\]|\\.|.)",
)


class _Sequence(NamedTuple):
    """What stands between two bars: the landmarks of each of its parts that has to be there."""

    parts: list[Landmarks]

    def best(self) -> Landmarks:
        return max(self.parts, key=_worth, default=NONE)


def landmarks(source: str) -> tuple[Landmarks, ...]:
    """Of each of these sets, at least one word is in everything the pattern matches.

    Args:
        source: a rule's pattern, its vocabularies still in braces.

    Returns:
        Sets of plain words in lower case, the most telling first; none when nothing is for sure.
    """
    branches, _ = _branches(list(_PIECE.finditer(source)), 0)
    one = sorted(branches[0].parts, key=_worth, reverse=True)
    found = one if len(branches) == 1 else [_any_of(branches)]
    sure = [words for words in found if words]
    return tuple([words for words in sure if len(words) <= MOST_WORDS][:MOST_SETS])


def _any_of(branches: list[_Sequence]) -> Landmarks:
    best = [branch.best() for branch in branches]
    return frozenset().union(*best) if all(best) else NONE


def _branches(pieces: list[re.Match[str]], position: int) -> tuple[list[_Sequence], int]:
    """What stands between the bars of the group that begins at a position, and where the group ends."""
    branches = [_Sequence([])]
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        found = NONE
        if piece["close"]:
            break
        if piece["bar"]:
            branches.append(_Sequence([]))
        elif piece["words"]:
            found = frozenset({piece["words"]})
        elif piece["open"]:
            inner, position = _branches(pieces, position)
            found = _any_of(inner)
            if piece["open"] in ("(?!", "(?=", "(?<!", "(?<="):
                found = NONE
        if position < len(pieces) and (pieces[position]["quantifier"] or "")[:1] in ("?", "*", "{"):
            found = NONE  # it may not be there at all
        branches[-1].parts.append(found)
    return branches, position


def _worth(found: Landmarks) -> tuple[int, int]:
    """Few and long words tell most."""
    return (min(map(len, found)) if found else 0, -len(found))
