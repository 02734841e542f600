"""What spoils a sentence: the places in it that no sound sentence has."""

from collections.abc import Iterator

from bot.coach.compose.soundness.english import English
from bot.coach.compose.soundness.patterns import Index, Match, compiled, found
from bot.coach.compose.soundness.tags import TOKEN, Tagger


class Finder:
    """Looks for faults; a `strict` one doubts more."""

    def __init__(self, english: English, tagger: Tagger, *, strict: bool = False) -> None:
        """Read the table.

        Raises:
            ContentError: a pattern that cannot be read.
        """
        self._tagger = tagger
        some = [one for one in english.faults if strict or not one.strict]
        self._finds = [fault.find for fault in some]
        self._patterns = [compiled(find) for find in self._finds]
        self._index = Index(self._patterns)

    def fault(self, text: str) -> str:
        """The pattern of the first fault of a sentence; empty for a sound one."""
        return next((find for find, _ in self._matches(text)), "")

    def places(self, text: str) -> set[int]:
        """Where in a sentence its faults are: the places of their words."""
        return {place for _, match in self._matches(text) for place in range(match.start, match.end)}

    def _matches(self, text: str) -> Iterator[tuple[str, Match]]:
        tagged = self._tagger.tagged(TOKEN.findall(text))
        for place in self._index.places(tagged):
            for match in found(self._patterns[place], tagged):
                yield self._finds[place], match
