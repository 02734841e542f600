"""What is left of a sentence that is not sound: its beginning, or the thing that it is about."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coach.compose.soundness.faults import Finder
from bot.coach.compose.soundness.patterns import Pattern, compiled, found
from bot.coach.compose.soundness.tags import TOKEN, Tagger

SHORTEST: Final = 4  # words
_BREAKS: Final = "pcwS"
_BEGINNERS: Final = "DPOVXr"  # a phrase may begin with them where a fault is
_OPEN_ENDS: Final = "DPXc"
_THING: Final = compiled("your <jur!p>? <knumC> <knumC>?")
_MADE: Final = compiled("you <r>? <VE!BHX> the|a|an <ju!p>? <knumC> <knumC>?")
_TAIL: Final = compiled("of|about|for|from|with|in|at|on <DP>? <ju!p>? <knumC> <knumC>?")
_PLACE: Final = compiled("at|in|from <P>? the|a|an? <jukn!p>* <knC!m>")
_DOES: Final = compiled("<nkmua> <E> me|us|my|our|the|a|an|one|two|three|four|five|ten")
_DESCRIBED: Final = compiled("^^ <DPnkmujMCr>* <pDPnkmujMCr>* <wSK>")
MOST_TAILS: Final = 3


class Shrinker:
    """Finds what can be kept."""

    def __init__(self, tagger: Tagger, finder: Finder) -> None:
        self._tagger, self._finder = tagger, finder

    def beginning(self, text: str) -> str:
        """The longest sound beginning that ends where a clause or a phrase does; empty when there is none."""
        return next((part for part in self._parts(text) if not self._finder.fault(part)), "")

    def _parts(self, text: str) -> Iterator[str]:
        tokens = list(TOKEN.finditer(text))
        faulty = self._finder.places(text)
        for place in range(len(tokens) - 1, SHORTEST - 1, -1):
            word = tokens[place][0]
            breaks = word in ",;:" or self._tagger.is_a(word, _BREAKS)
            breaks = breaks or (place in faulty and self._tagger.is_a(word, _BEGINNERS))
            if breaks and self._is_closed(tokens[place - 1][0]):
                part = text[: tokens[place].start()].rstrip(" ,;:")
                if self._has_object(TOKEN.findall(part)):
                    yield part

    def _is_closed(self, word: str) -> bool:
        return (
            word[0].isalnum()
            and not self._tagger.is_a(word, _OPEN_ENDS)
            and not (self._tagger.is_a(word, "pBH") and not self._tagger.is_a(word, "r"))
        )

    def _has_object(self, words: list[str]) -> bool:
        """Whether something follows the verb: `you made a lamp`, not `you never made`."""
        last = max((place for place, word in enumerate(words) if self._tagger.is_a(word, "cw")), default=-1)
        long = last < 0 or len(words) - last > SHORTEST + 1
        return long and len(words) >= SHORTEST and self._tagger.is_a(words[-1], "nkmuCOMjRrEN")

    def thing(self, text: str) -> str:
        """The thing of theirs that is talked about, with what belongs to it: `your talk about trams`."""
        return self._first(text, _THING, 0, "prDX") or self._first(text, _MADE, 3)

    def place(self, text: str) -> str:
        """Where it was: `the fair in Utrecht`."""
        place = self._first(text, _PLACE, 1)
        known = not place or place[0].isupper() or self._tagger.is_a(place.split(maxsplit=1)[0], "D")
        return place if known else f"the {place}"

    def tells_itself(self, text: str) -> bool:
        """Whether a thing has its verb already: `the story of the net made me cry`."""
        tagged = self._tagger.tagged(TOKEN.findall(text))
        return any(found(_DOES, tagged)) and not any(found(_DESCRIBED, tagged))

    def _first(self, text: str, pattern: Pattern, skipped: int, not_after: str = "") -> str:
        """The first sound stretch that a pattern finds, with what belongs to it, without its first elements.

        One that follows a word of `not_after` does not count: `in your pocket`.
        """
        words = TOKEN.findall(text)
        tagged = self._tagger.tagged(words)
        for match in found(pattern, tagged):
            if match.start and not_after and self._tagger.is_a(words[match.start - 1], not_after):
                continue
            end = match.end
            for _ in range(MOST_TAILS):
                tail = next((one for one in found(_TAIL, tagged) if one.start == end), None)
                end = tail.end if tail else end
            while end < len(words) and words[end][0].isupper():
                end += 1
            start = match.spans[skipped][0]
            said = re.sub(r"^(?:a|an)\b", "the", " ".join(words[start:end]), flags=re.IGNORECASE)
            if not self._finder.fault(said):
                return said
        return ""
