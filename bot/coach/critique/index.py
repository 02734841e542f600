"""Which of many patterns are worth trying on a draft: found once a draft instead of asked once a pattern."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from msgspec import Struct

from bot.coach.critique.landmark import EDGE, Landmarks

PLACES: Final = 8  # bits of a pattern, one for each of its sets of landmarks: a byte
WORDS_KEPT: Final = 20_000  # most words of a draft were in another one before
MOST_EDGES: Final = 5  # of a word, its ends and its apostrophes; whatever has more may have any landmark
_PLACE_BITS: Final = (1 << PLACES) - 1
_WORD: Final = re.compile(r"[\w']+")  # a landmark is always within one


class Landmarked(Struct, frozen=True):
    """What an index knows: how many patterns, their free bits, the bits of each landmark, and the longest."""

    count: int = 0
    free: bytes = b""
    bits: dict[str, list[int]] = {}
    longest: int = 0


class Index:
    """Patterns by their landmarks.

    Every pattern has a byte in one long number, every set of its landmarks a bit in that byte. A word knows
    the bits of the sets it has a landmark of, so the words of a draft, put together by "or", say which
    patterns have all of their bits.
    """

    def __init__(self) -> None:
        self._count = 0
        self._free = 0  # the bits of sets that a pattern does not have
        self._lowest = 0  # the first bit of every pattern
        self._bits = defaultdict[str, list[int]](list)  # of each landmark: the numbers of its bits
        self._longest = 0
        self._of_word = lru_cache(WORDS_KEPT)(self._bits_of)

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
        self._lowest |= 1 << first
        for bit, words in enumerate(landmarks, first):
            self._longest = max(self._longest, *map(len, words))
            for word in words:
                self._bits[word].append(bit)
        self._of_word.cache_clear()
        return number

    def known(self) -> Landmarked:
        """All it knows, for `recall`."""
        return Landmarked(self._count, self._free.to_bytes(self._count, "little"), self._bits, self._longest)

    def recall(self, known: Landmarked) -> None:
        """Begin where another index was; what this one knew is gone."""
        self._count, self._longest = known.count, known.longest
        self._free = int.from_bytes(known.free, "little")
        self._lowest = int.from_bytes(b"\1" * known.count, "little")
        self._bits = defaultdict(list, known.bits)
        self._of_word.cache_clear()

    def worth_trying(self, text: str) -> bytes:
        """For each number, 1 when a text has a word of each set of that pattern, else 0."""
        found = self._free
        for word in set(_WORD.findall(text)):
            found |= self._of_word(word)
        for distance in (1, 2, 4):  # a pattern's lowest bit stays when all of its bits are there
            found &= found >> distance
        return (found & self._lowest).to_bytes(self._count, "little")

    def _bits_of(self, word: str) -> int:
        """The bits of all landmarks within a word; an apostrophe can be a quotation mark, and so an edge."""
        edges = [-1, *(place for place, char in enumerate(word) if char == "'"), len(word)]
        if len(edges) > MOST_EDGES:
            return (1 << self._count * PLACES) - 1
        found = 0
        for before, behind in combinations(edges, 2):
            found |= self._bits_within(EDGE + word[before + 1 : behind] + EDGE)
        return found

    def _bits_within(self, word: str) -> int:
        found = 0
        for start in range(len(word)):
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                if (letters := word[start:end]) in self._bits:
                    for bit in self._bits[letters]:
                        found |= 1 << bit
        return found
