"""Many patterns at once, each tried only on a text that has the words it needs: most texts have none."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from bot.coach.critique.index import Index
from bot.coach.critique.landmark import landmarks
from bot.coach.critique.pattern import at_once
from bot.errors import ContentError


class Patterns:
    """Regular expressions without regard to case.

    They are compiled when a text first has their words; `compiled_at_once` finds out a wrong one earlier.

    Args:
        sources: as they are written.

    Raises:
        ContentError: one is no regular expression; found out when it is compiled.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._sources = tuple(sources)
        self._compiled: dict[int, re.Pattern[str]] = {}
        if at_once():
            for number in range(len(self._sources)):
                _ = self[number]

    @cached_property
    def _index(self) -> Index:
        index = Index()
        for source in self._sources:
            found = landmarks(source, alone=False)
            index.add([frozenset(word.lower() for word in words) for words in found])
        return index

    def worth_trying(self, text: str) -> bytes:
        """For each pattern 1, or 0 when it cannot match."""
        return self._index.worth_trying(text.lower())

    def __getitem__(self, number: int) -> re.Pattern[str]:
        if number not in self._compiled:
            try:
                self._compiled[number] = re.compile(self._sources[number], re.IGNORECASE)
            except re.error as error:
                raise ContentError(f"the pattern {self._sources[number]!r} is none: {error}") from error
        return self._compiled[number]


class Reasons:
    """Patterns by what speaks against the words that they match.

    Args:
        reasons: the patterns of each reason; the first reason counts most.
    """

    def __init__(self, reasons: Mapping[str, Sequence[str]]) -> None:
        self._patterns = Patterns(source for sources in reasons.values() for source in sources)
        behind = [0, *accumulate(map(len, reasons.values()))]
        self._places = dict(zip(reasons, pairwise(behind), strict=True))

    def first(self, text: str) -> str:
        """The first reason that holds for a text; nothing when none does."""
        worth = self._patterns.worth_trying(text)
        return next((reason for reason in self._places if any(self._matches(reason, worth, text))), "")

    def search(self, reason: str, text: str) -> re.Match[str] | None:
        """The first words in a text for which a reason holds."""
        worth = self._patterns.worth_trying(text)
        return min(self._matches(reason, worth, text), key=re.Match.start, default=None)

    def _matches(self, reason: str, worth: bytes, text: str) -> Iterator[re.Match[str]]:
        first, stop = self._places[reason]
        number = first - 1
        while (number := worth.find(1, number + 1, stop)) >= 0:
            if match := self._patterns[number].search(text):
                yield match


class Rewrites:
    """Patterns and what is put in their place, one after the other.

    Args:
        rules: a pattern, and a template for what stands there instead.
    """

    def __init__(self, rules: Iterable[tuple[str, str]]) -> None:
        pairs = tuple(rules)
        self._patterns = Patterns(source for source, _ in pairs)
        self._new = tuple(new for _, new in pairs)

    def __call__(self, text: str) -> str:
        """The text rewritten."""
        worth = self._patterns.worth_trying(text)
        number = -1
        while (number := worth.find(1, number + 1)) >= 0:
            changed = self._patterns[number].sub(self._new[number], text)
            if changed != text:
                text, worth = changed, self._patterns.worth_trying(changed)
        return text
