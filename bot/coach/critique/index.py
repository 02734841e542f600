"""Which of many patterns are worth trying on a draft: found once a draft instead of asked once a pattern."""

from collections.abc import Sequence
from typing import Final

from bot.coach.critique.landmark import Landmarks

KEY: Final = 4
PLACES: Final = 8  # bits of a pattern, one for each of its sets of landmarks: a byte
_PLACE_BITS: Final = (1 << PLACES) - 1


class Index:
    """Patterns by their landmarks.

    Every pattern has a byte in one long number, every set of its landmarks a bit in that byte. A word knows
    the bits of the sets it is in, so the words of a draft, put together by "or", say which patterns have all
    of their bits.
    """

    def __init__(self) -> None:
        self._count = 0
        self._free = 0  # the bits of sets that a pattern does not have
        self._bits: dict[str, int] = {}
        self._long: dict[str, list[tuple[str, str]]] = {}  # by their last letters: a word's first, and all
        self._short: list[str] = []

    def add(self, landmarks: Sequence[Landmarks]) -> int:
        """Take a pattern in.

        Args:
            landmarks: its sets of words, at most eight.

        Returns:
            Its number.
        """
        number = self._count
        self._count += 1
        first = number * PLACES
        self._free |= (_PLACE_BITS >> len(landmarks) << len(landmarks)) << first
        for place, words in enumerate(landmarks):
            for word in words:
                self._bits[word] = self._bits_of(word) | 1 << (first + place)
        return number

    def _bits_of(self, word: str) -> int:
        if word not in self._bits:
            if len(word) < KEY:
                self._short.append(word)
            else:
                self._long.setdefault(word[-KEY:], []).append((word[:KEY], word))
        return self._bits.get(word, 0)

    def worth_trying(self, text: str) -> bytes:
        """For each number, 1 when a text has a word of each set of that pattern, else 0."""
        found = self._free
        for word in self._words_in(text):
            found |= self._bits[word]
        for distance in (1, 2, 4):  # a pattern's lowest bit stays when all of its bits are there
            found &= found >> distance
        lowest = int.from_bytes(b"\1" * self._count, "little")
        return (found & lowest).to_bytes(self._count, "little")

    def _words_in(self, text: str) -> list[str]:
        there = {text[start : start + KEY] for start in range(len(text) - KEY + 1)}
        likely = [
            word for end in there & self._long.keys() for first, word in self._long[end] if first in there
        ]
        return [word for word in (*self._short, *likely) if word in text]
