"""Which words a text must have before a pattern is worth trying: what keeps hundreds of patterns fast."""

import re
from typing import Final, NamedTuple

Landmarks = frozenset[str]
NONE: Final[Landmarks] = frozenset()

_PIECE = re.compile(
    r"(?P<words>[a-z']+(?![?*{]))|(?P<letter>[a-z'])|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<quantifier>[?*+]|\{[\d,]+\})|(?P<vocabulary>\{[a-z_]+\})|(?P<other>\[(?:\\.|[^\]])*\]|\\.|.)",
)


class _Sequence(NamedTuple):
    """What stands between two bars: the landmarks of each of its parts that has to be there."""

    parts: list[Landmarks]

    def best(self) -> Landmarks:
        return max(self.parts, key=_worth, default=NONE)


def landmarks(source: str) -> Landmarks:
    """Of these words, at least one is in everything the pattern matches; empty when none is for sure.

    Args:
        source: a rule's pattern, its vocabularies still in braces.

    Returns:
        Plain words in lower case.
    """
    found, _ = _alternatives(list(_PIECE.finditer(source)), 0)
    return found


def _alternatives(pieces: list[re.Match[str]], position: int) -> tuple[Landmarks, int]:
    """The landmarks of what begins at a position, up to the end of its group, and where that is."""
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
            found, position = _alternatives(pieces, position)
            if piece["open"] in ("(?!", "(?=", "(?<!", "(?<="):
                found = NONE
        if position < len(pieces) and (pieces[position]["quantifier"] or "")[:1] in ("?", "*", "{"):
            found = NONE  # it may not be there at all
        branches[-1].parts.append(found)
    best = [branch.best() for branch in branches]
    return (frozenset().union(*best) if all(best) else NONE), position


def _worth(found: Landmarks) -> tuple[int, int]:
    """Few and long words tell most."""
    return (min(map(len, found)) if found else 0, -len(found))
