"""Cuts a long text into messages that Telegram takes, where it hurts least."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from bot.coach.model import Span

_ENDS: Final = (
    re.compile(r"\n\n+"),  # a paragraph
    re.compile(r"\n"),  # a line
    re.compile(r"[.!?…]+[\"'”’)\]]*\s+"),  # a sentence
    re.compile(r"\s+"),  # a word
)
_ZWJ: Final = "\u200d"
_ZWNJ: Final = "\u200c"


def split(text: str, limit: int, whole: Sequence[Span] = ()) -> list[Span]:
    """Cut a text into pieces of at most `limit` UTF-16 units; the pieces joined are the text.

    Cut at the last paragraph's end that fits, else line's, sentence's, word's, else between two characters as
    people see them. The stretches `whole` stay in one piece where they can.
    """
    if text and 2 * len(text) <= limit:
        return [Span(0, len(text))]  # nearly always
    ends = list(accumulate(2 if char > "\uffff" else 1 for char in text))
    pieces: list[Span] = []
    start = 0
    while start < len(text):
        room = bisect_right(ends, (ends[start - 1] if start else 0) + limit)
        end = len(text) if room >= len(text) else _cut(text, start, room, whole)
        pieces.append(Span(start, end))
        start = end
    return pieces


def _cut(text: str, start: int, room: int, whole: Sequence[Span]) -> int:
    for end in _ENDS:
        cuts = [match.end() for match in end.finditer(text, start, room + 1) if match.end() <= room]
        free = (cut for cut in reversed(cuts) if not any(span.start < cut < span.end for span in whole))
        if (cut := next(free, None)) is not None:
            return cut
    return next((cut for cut in range(room, start, -1) if not _belong_together(text, cut)), room)


def _belong_together(text: str, cut: int) -> bool:
    """Whether the characters before and after `cut` are shown as one."""
    before, after = text[cut - 1], text[cut]
    if _ZWJ in {before, after} or after == _ZWNJ or unicodedata.category(after).startswith("M"):
        return True
    if "\u1160" <= after <= "\u11ff" or "\ud7b0" <= after <= "\ud7ff":  # the later parts of a Hangul syllable
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":  # skin, flags' tags
        return True
    return _is_flag_half(after) and _flag_halves_before(text, cut) % 2 == 1


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_halves_before(text: str, cut: int) -> int:
    run = 0
    while run < cut and _is_flag_half(text[cut - 1 - run]):
        run += 1
    return run
