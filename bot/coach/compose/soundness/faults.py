"""What spoils a sentence: the places in it that no sound sentence has."""

from bot.coach.compose.soundness.english import English
from bot.coach.compose.soundness.patterns import compiled, found
from bot.coach.compose.soundness.tags import TOKEN, Tagger


class Finder:
    """Looks for faults."""

    def __init__(self, english: English, tagger: Tagger) -> None:
        """Read the table.

        Raises:
            ContentError: a pattern that cannot be read.
        """
        self._tagger = tagger
        self._rules = [(fault, compiled(fault.find)) for fault in english.faults]

    def fault(self, text: str) -> str:
        """The pattern of the first fault of a sentence; empty for a sound one."""
        tagged = self._tagger.tagged(TOKEN.findall(text))
        return next((fault.find for fault, pattern in self._rules if any(found(pattern, tagged))), "")

    def places(self, text: str) -> set[int]:
        """Where in a sentence its faults are: the places of their words."""
        tagged = self._tagger.tagged(TOKEN.findall(text))
        return {
            place
            for _, pattern in self._rules
            for match in found(pattern, tagged)
            for start, end in match.spans
            for place in range(start, end)
        }
