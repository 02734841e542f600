"""Which words a text must have before a pattern is worth trying: what keeps hundreds of patterns fast."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from bot.coach.critique.words import WORDS

Landmarks = frozenset[str]
_Piece = tuple[str, str]  # its kind and its letters
NONE: Final[Landmarks] = frozenset()
ANYTHING: Final[Landmarks] = frozenset({""})  # every text begins with nothing

MOST_SETS: Final = 8  # looking for more costs more than it saves
MOST_WORDS: Final = 1000
MOST_LETTERS: Final = 3

# What stands beside a landmark: the edge of a word, perhaps more of the word, or the edge of its own branch,
# of which nobody knows yet what stands beside it.
EDGE: Final = " "
_MORE: Final = ""
_FIRST: Final = "<"
_LAST: Final = ">"

_PIECE = re.compile(
    r"(?P<words>(?:[^\W\d_]|')+(?![?*]|\{\d))|(?P<letter>[^\W\d_]|')"
    r"|(?P<gap>(?:[^\w'()\[\]{}?*+|\\.]|\\[^\w']|\\[sbn])+(?![?*]|\{\d))"  # no word goes on over one
    r"|(?P<choice>\((?:\?:)?[^()\[\]{}?*+\\.^$]*\))"  # a group of plain words, as most are
    r"|(?P<look>\(\?<?[=!][^()\[\\]*\))"
    r"|(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<quantifier>[?*+]|\{[\d,]+\})|(?P<vocabulary>\{[a-z_]+\})|(?P<other>\[(?:\\.|[^\]])*\]|\\.|.)",
)
_FLAGS = re.compile(r"\(\?[a-z-]+[:)]")
_LOOKS: Final = ("(?!", "(?=", "(?<!", "(?<=")  # they take no room
_RIGHT: Final = {"gap": EDGE, "bar": _LAST, "close": _LAST}  # by what follows
_WORD = re.compile(r"[\w']+")
_LETTERS = re.compile(r"(?:[^\W\d_]|')*")


class _Branch:
    """What stands between two bars: the landmarks of its parts, and whether there has to be anything."""

    def __init__(self) -> None:
        self.sets: list[Landmarks] = []
        self.optional = True

    def best(self) -> Landmarks:
        return max(self.sets, key=_worth, default=NONE)


def landmarks(source: str) -> tuple[Landmarks, ...]:
    """Of each of these sets, at least one word is in everything the pattern matches.

    Args:
        source: a rule's pattern, its vocabularies still in braces.

    Returns:
        Sets of plain words in lower case, the most telling first; none when nothing is for sure. Where a
        space stands before or behind the letters, a word of the text has to begin or to end there.
    """
    branches, _ = _branches(_pieces(source), 0)
    ranked = [sorted(branch.sets, key=_worth, reverse=True) for branch in branches]
    found = [_settled(NONE.union(*those), EDGE, EDGE) for those in zip(*ranked, strict=False)]
    return tuple([words for words in found if len(words) <= MOST_WORDS][:MOST_SETS])


def anywhere(found: Sequence[Landmarks]) -> tuple[Landmarks, ...]:
    """Landmarks for texts that are not taken apart into words."""
    return tuple(frozenset(word.strip(EDGE) for word in words) for words in found)


def all_in(found: Sequence[Landmarks], text: str) -> bool:
    """Whether a text has a word of each set: without them a pattern cannot match."""
    for words in found:  # any() within all() takes twice as long
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def _branches(pieces: list[_Piece], position: int) -> tuple[list[_Branch], int]:
    """What stands between the bars of the group that begins at a position, and where the group ends."""
    branch, left = _Branch(), _FIRST
    branches = [branch]
    while position < len(pieces):
        kind, letters = pieces[position]
        position += 1
        if kind == "close":
            break
        if kind == "bar":
            branch, left = _Branch(), _FIRST
            branches.append(branch)
            continue
        if kind == "open":
            inner, position = _branches(pieces, position)
            found, optional = (NONE, True) if letters in _LOOKS else _of_group(inner)
        else:
            found, optional = _of_piece(kind, letters)
        following = pieces[position] if position < len(pieces) else ("close", "")
        if not optional and not _is_maybe(*following):
            branch.optional = False
            if found:
                branch.sets.append(_settled(found, left, _RIGHT.get(following[0], _MORE)))
        left = EDGE if kind == "gap" else _MORE
    return branches, position


def _of_piece(kind: str, letters: str) -> tuple[Landmarks, bool]:
    """The landmarks of a part that is no group, and whether it may be left out."""
    if kind in ("words", "letter"):
        return frozenset({_FIRST + letters + _LAST}), False
    if kind == "choice":
        return _of_choice(letters)
    if kind == "vocabulary":
        return _of_vocabulary(letters[1:-1])
    return NONE, kind in ("look", "quantifier")


def _settled(words: Landmarks, left: str, right: str) -> Landmarks:
    """The words, now that it is known what stands beside the branches that they begin or end."""
    return frozenset(word.replace(_FIRST, left).replace(_LAST, right) for word in words)


def _of_group(branches: list[_Branch]) -> tuple[Landmarks, bool]:
    """The landmarks of some branches together, and whether all of them may be left out."""
    best = [branch.best() for branch in branches]
    return NONE.union(*best) if all(best) else NONE, any(branch.optional for branch in branches)


def _of_choice(group: str) -> tuple[Landmarks, bool]:
    """The same for a group of plain words: the longest word of each of its branches."""
    found, sure = set(), True
    branches = _inner(group).split("|")
    for branch in branches:
        if words := _WORD.findall(branch):
            word = max(words, key=len)
            left = _FIRST if word == words[0] and branch.startswith(word) else EDGE
            right = _LAST if word == words[-1] and branch.endswith(word) else EDGE
            found.add(left + word + right)
        else:
            sure = False
    return frozenset(found) if sure else NONE, "" in branches


@cache
def _of_vocabulary(name: str) -> tuple[Landmarks, bool]:
    """The same for a vocabulary; one that is unknown can be anything."""
    return _of_group(_branches(_pieces(WORDS.get(name, ".")), 0)[0])


def beginnings(source: str) -> Landmarks:
    """Everything the pattern matches begins with one of these; none when that is not for sure.

    Args:
        source: a rule's pattern, its vocabularies still in braces.

    Returns:
        Plain letters in lower case, at most `MOST_LETTERS` of each word.
    """
    letters, optional, _ = _begin(_pieces(source), 0)
    found = {word[:MOST_LETTERS] for word in letters}
    if "" in found or optional:
        return NONE
    return frozenset(word for word in found if not any(word[:size] in found for size in range(1, len(word))))


def _begin(pieces: list[_Piece], position: int) -> tuple[Landmarks, bool, int]:
    """What the group that begins at a position can begin with, whether it can be empty, where it ends."""
    found, empty, at_start = NONE, False, True
    while position < len(pieces):
        kind, letters = pieces[position]
        position += 1
        if kind == "close":
            break
        if kind == "bar":
            empty, at_start = empty or at_start, True
            continue
        if kind == "open":
            begin, optional, position = _begin(pieces, position)
            if letters in _LOOKS:
                begin, optional = NONE, True
        else:
            begin, optional = _begin_of_piece(kind, letters)
        if at_start:
            found |= begin
            at_start = optional or (position < len(pieces) and _is_maybe(*pieces[position]))
    return found, empty or at_start, position


def _begin_of_piece(kind: str, letters: str) -> tuple[Landmarks, bool]:
    """The same for what is no group."""
    if kind in ("words", "letter"):
        return frozenset({letters}), False
    if kind == "choice":
        branches = _inner(letters).split("|")
        return frozenset(_LETTERS.findall(branch)[0] for branch in branches if branch), "" in branches
    if kind == "vocabulary":
        return _vocabulary_begin(letters[1:-1])
    return (NONE, True) if kind in ("look", "quantifier") else (ANYTHING, False)


@cache
def _vocabulary_begin(name: str) -> tuple[Landmarks, bool]:
    begin, optional, _ = _begin(_pieces(WORDS.get(name, ".")), 0)
    return begin, optional


def _inner(group: str) -> str:
    """What stands between the brackets of a group."""
    return group[3 if group.startswith("(?:") else 1 : -1]


def _pieces(source: str) -> list[_Piece]:
    if _FLAGS.search(source):  # in other letters, perhaps: nothing is for sure
        return []
    return [(piece.lastgroup or "", piece[0]) for piece in _PIECE.finditer(source)]


def _is_maybe(kind: str, letters: str) -> bool:
    """Whether a piece says that the one before it may not be there at all."""
    return kind == "quantifier" and letters.startswith(("?", "*", "{0", "{,"))


def _worth(found: Landmarks) -> tuple[int, int]:
    """Few and long words tell most."""
    return (min(map(len, found)) if found else 0, -len(found))
