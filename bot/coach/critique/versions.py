"""Whether one draft is the next version of another."""

import re
from typing import Final

from bot.coach.text import fold

TELLING: Final = 4  # letters; shorter words are in every note
SHARED: Final = 0.3  # of the words of the shorter one; below, it is a note to somebody else


def is_version_of(before: str, after: str) -> bool:
    """Whether `after` is `before`, worked on: they share a good part of their words."""
    first, second = _words(before), _words(after)
    if not first or not second:
        return False
    return len(first & second) / min(len(first), len(second)) >= SHARED


def _words(text: str) -> set[str]:
    """The words that say something."""
    return {word for word in re.findall(r"\w+", fold(text)) if len(word) >= TELLING}
