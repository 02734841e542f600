"""The pieces of a pattern: as much of a regular expression as tells which words it needs."""

import re
from typing import Final

Piece = tuple[str, str]  # its kind and its letters
END: Final[Piece] = ("close", "")  # the end of a pattern closes it like a bracket
LOOKS: Final = ("(?!", "(?=", "(?<!", "(?<=")  # groups that take no room

_PIECE = re.compile(
    r"(?P<words>(?:[^\W\d_]|')+(?![?*]|\{\d))|(?P<letter>[^\W\d_]|')"
    r"|(?P<gap>(?:[^\w'()\[\]{}?*+|\\.]|\\[^\w']|\\[sbn])+(?![?*]|\{\d))"  # no word goes on over one
    r"|(?P<choice>\((?:\?:)?[^()\[\]{}?*+\\.^$]*\))"  # a group of plain words, as most are
    r"|(?P<look>\(\?<?[=!][^()\[\\]*\))"
    r"|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<quantifier>[?*+]|\{[\d,]+\})|(?P<vocabulary>\{[a-z_]+\})|(?P<other>\[(?:\\.|[^\]])*\]|\\.|.)",
)
_OTHER_GROUP = re.compile(r"\(\?(?!:|<?[=!]|P<\w)")  # with flags, or what stood before


def pieces(source: str) -> list[Piece]:
    """The pieces of a pattern and its end; the end alone when nothing can be told of it."""
    if _OTHER_GROUP.search(source):
        return [END]
    found = [(piece.lastgroup or "", piece[0]) for piece in _PIECE.finditer(source)]
    return [*found, *(END for kind, _ in found if kind == "open"), END]  # one for each that is never closed


def is_maybe(piece: Piece) -> bool:
    """Whether a piece says that the one before it may not be there at all."""
    kind, letters = piece
    return kind == "quantifier" and letters.startswith(("?", "*", "{0", "{,"))


def choices(group: str) -> list[str]:
    """The branches of a group of plain words."""
    return group[3 if group.startswith("(?:") else 1 : -1].split("|")
