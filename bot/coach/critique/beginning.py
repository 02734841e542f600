"""How everything that a pattern matches begins: it is tried where words begin like that."""

import re
from functools import cache
from typing import Final

from bot.coach.critique.piece import LOOKS, Piece, choices, is_maybe, pieces
from bot.coach.critique.words import WORDS

Beginnings = frozenset[str]
NONE: Final[Beginnings] = frozenset()
ANYTHING: Final[Beginnings] = frozenset({""})  # every text begins with nothing
MOST_LETTERS: Final = 3
_LETTERS = re.compile(r"(?:[^\W\d_]|')*")


def beginnings(source: str) -> Beginnings:
    """Everything the pattern matches begins with one of these; none when that is not for sure.

    Args:
        source: a rule's pattern, its vocabularies still in braces.

    Returns:
        Plain letters in lower case, at most `MOST_LETTERS` of each word.
    """
    letters, empty, _ = _begin(pieces(source), 0)
    found = {word[:MOST_LETTERS] for word in letters}
    if "" in found or empty:
        return NONE
    return frozenset(word for word in found if not any(word[:size] in found for size in range(1, len(word))))


def _begin(source: list[Piece], number: int) -> tuple[Beginnings, bool, int]:
    """What the group behind a bracket can begin with, whether it can be empty, and the number behind it."""
    found, empty, at_start = NONE, False, True
    while (piece := source[number])[0] != "close":
        number += 1
        kind, letters = piece
        if kind == "bar":
            empty, at_start = empty or at_start, True
            continue
        if kind == "open":
            begin, optional, number = _begin(source, number)
            if letters in LOOKS:
                begin, optional = NONE, True
        else:
            begin, optional = _of_piece(kind, letters)
        if at_start:
            found |= begin
            at_start = optional or is_maybe(source[number])
    return found, empty or at_start, number + 1


def _of_piece(kind: str, letters: str) -> tuple[Beginnings, bool]:
    """What a piece that is no group can begin with, and whether it can be empty."""
    if kind in ("words", "letter"):
        return frozenset((letters,)), False
    if kind == "choice":
        branches = choices(letters)
        return frozenset(_LETTERS.findall(branch)[0] for branch in branches if branch), "" in branches
    if kind == "vocabulary":
        return _of_vocabulary(letters[1:-1])
    return (NONE, True) if kind in ("look", "quantifier") else (ANYTHING, False)


@cache
def _of_vocabulary(name: str) -> tuple[Beginnings, bool]:
    begin, empty, _ = _begin(pieces(WORDS.get(name, ".")), 0)
    return begin, empty
