"""Which words a text must have before a pattern is worth trying: what keeps hundreds of patterns fast."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from bot.coach.critique.piece import LOOKS, Piece, choices, is_maybe, pieces
from bot.coach.critique.words import WORDS

Landmarks = frozenset[str]
_Part = tuple[Landmarks, bool]  # what it has a word of, and whether it may be left out
_Read = Callable[[str, str, str, str], _Part]  # of a piece's kind and letters, and of what is beside it
NONE: Final[Landmarks] = frozenset()
EDGE: Final = " "  # beside a landmark: a word begins or ends here

MOST_SETS: Final = 8  # looking for more costs more than it saves
MOST_WORDS: Final = 1000

_WORD = re.compile(r"[\w']+")
_NO_SIGN = re.compile(r"\\[sbn]|[\^$]")


def landmarks(source: str, *, alone: bool = True) -> tuple[Landmarks, ...]:
    """Of each of these sets, at least one word is in everything the pattern matches.

    Args:
        source: a pattern, its vocabularies still in braces.
        alone: whether it matches whole words only.

    Returns:
        Sets of plain words in lower case, the most telling first; none when nothing is for sure. Where a
        space stands before or behind the letters, a word of the text has to begin or to end there.
    """
    return _most_telling(_branches(pieces(source), 0, _word_of, (EDGE, EDGE) if alone else ("", ""))[0])


def literals(source: str) -> tuple[Landmarks, ...]:
    """The same for texts that are not taken apart into words: any letters and signs, as they are written."""
    return _most_telling(_branches(pieces(source), 0, _literal_of, ("", ""))[0])


def all_in(found: Sequence[Landmarks], text: str) -> bool:
    """Whether a text has a word of each set: without them a pattern cannot match."""
    for words in found:  # any() within all() takes twice as long
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


class _Branch:
    """What stands between two bars: the landmarks of its parts, and whether there has to be anything."""

    def __init__(self) -> None:
        self.sets: list[Landmarks] = []
        self.optional = True


def _branches(
    source: list[Piece], number: int, read: _Read, beside: tuple[str, str]
) -> tuple[list[_Branch], int]:
    """The branches of the group behind a bracket, and the number of the piece behind the group.

    Args:
        source: the pieces.
        number: of the first piece in the group.
        read: says what a piece has a word of that is no group.
        beside: what is before and behind the group: an edge, or perhaps more of a word.
    """
    branch, left = _Branch(), beside[0]
    branches = [branch]
    while (piece := source[number])[0] != "close":
        number += 1
        kind, letters = piece
        if kind == "bar":
            branch, left = _Branch(), beside[0]
            branches.append(branch)
            continue
        right = _right_of(source, _behind_group(source, number) if kind == "open" else number, beside[1])
        if kind == "open":
            inner, number = _branches(source, number, read, (left, right))
            found, optional = (NONE, True) if letters in LOOKS else _of_group(inner)
        else:
            found, optional = read(kind, letters, left, right)
        if not optional and not is_maybe(source[number]):
            branch.optional = False
            if found:
                branch.sets.append(found)
        left = EDGE if kind == "gap" else ""
    return branches, number + 1


def _right_of(source: list[Piece], number: int, behind: str) -> str:
    """What is beside a part that the piece of that number follows."""
    kind, _ = source[number]
    return EDGE if kind == "gap" else behind if kind in ("bar", "close") else ""


def _behind_group(source: list[Piece], number: int) -> int:
    """The number of the piece behind the group whose first piece has that number."""
    depth = 1
    while depth and number < len(source):
        kind, _ = source[number]
        depth += (kind == "open") - (kind == "close")
        number += 1
    return number


def _of_group(branches: list[_Branch]) -> _Part:
    best = [max(branch.sets, key=_worth, default=NONE) for branch in branches]
    return NONE.union(*best) if all(best) else NONE, any(branch.optional for branch in branches)


def _most_telling(branches: list[_Branch]) -> tuple[Landmarks, ...]:
    """The best landmarks of all branches together, the second best, and so on while all have some."""
    ranked = [sorted(branch.sets, key=_worth, reverse=True) for branch in branches]
    found = [NONE.union(*those) for those in zip(*ranked, strict=False)]
    return tuple([words for words in found if len(words) <= MOST_WORDS][:MOST_SETS])


def _word_of(kind: str, letters: str, left: str, right: str) -> _Part:
    """A word of a piece between two edges; of a group of plain words, the longest of each branch."""
    if kind in ("words", "letter"):
        return frozenset((_between(left, letters, right),)), False
    if kind == "vocabulary":
        return _of_vocabulary(letters[1:-1], left, right)
    if kind != "choice":
        return NONE, kind in ("look", "quantifier")
    found, branches = set(), choices(letters)
    for branch in branches:
        if branch.isalpha():  # as most are: there is nothing to look for
            found.add(left + branch + right)
            continue
        words = _WORD.findall(branch)
        if not words:
            return NONE, "" in branches
        word = max(words, key=len)
        start = left if word == words[0] and branch.startswith(word) else EDGE
        end = right if word == words[-1] and branch.endswith(word) else EDGE
        found.add(_between(start, word, end))
    return frozenset(found), False


def _between(left: str, word: str, right: str) -> str:
    r"""A word and what is beside it; no edge beside an apostrophe: `\b` is on the other side of one."""
    return ("" if word[0] == "'" else left) + word + ("" if word[-1] == "'" else right)


def _literal_of(kind: str, letters: str, _left: str, _right: str) -> _Part:
    """A piece, or each branch of a group of plain words, as it stands."""
    if kind in ("words", "letter"):
        return frozenset((letters,)), False
    if kind == "gap":
        signs = "" if _NO_SIGN.search(letters) else letters.replace("\\", "")
        return frozenset((signs,)) if signs.strip() else NONE, False
    if kind == "choice":
        branches = choices(letters)
        return (NONE, True) if "" in branches else (frozenset(branches), False)
    return NONE, kind in ("look", "quantifier")


@cache
def _of_vocabulary(name: str, left: str, right: str) -> _Part:
    """The landmarks of a vocabulary; one that is unknown can be anything."""
    return _of_group(_branches(_vocabulary(name), 0, _word_of, (left, right))[0])


@cache
def _vocabulary(name: str) -> list[Piece]:
    return pieces(WORDS.get(name, "."))


def _worth(found: Landmarks) -> tuple[int, int]:
    """Few and long words tell most."""
    return (min(map(len, found)) if found else 0, -len(found))
