"""Words in a row that two texts share: more than a few are no accident."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coach.text import fold

RUN: Final = 6  # equal words in a row
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def runs(text: str) -> Iterator[str]:
    """Every six words in a row, however they are written and whatever stands between them."""
    words = _WORD.findall(fold(text).replace("’", "'"))
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])
