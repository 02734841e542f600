"""Whether two notes are so alike that the second could have been copied."""

import re
from typing import Final

from bot.coach.text import fold

TOO_LIKE: Final = 0.75  # of the words of both
_WORD: Final = re.compile(r"[^\W_]+")


def are_alike(one: str, other: str) -> bool:
    """Whether three words in four are the same; a name and a place make no other note."""
    mine, theirs = _words(one), _words(other)
    return 2 * len(mine & theirs) >= TOO_LIKE * (len(mine) + len(theirs)) > 0


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
