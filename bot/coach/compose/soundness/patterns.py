"""Words of a kind in a row, found in a tagged sentence: `<S> has|have <N>`.

How they are written stands at the top of prompts/compose/english.yaml.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from bot.errors import ContentError

_KIND: Final = re.compile(r"<(?P<has>[A-Za-z]+)(?:!(?P<lacks>[A-Za-z]+))?>$")
_WORDS: Final = re.compile(r"[\w'|-]+$")
_WORD: Final = r"(?:[^\s:]*[\w\"]:\S* )"
_STOPS: Final = r"[^\w\s\"]:, "
_OPENERS: Final = (
    r"when|if|after|before|once|because|while|since|as|although|though|until|till|whenever"
    r"|in|at|on|during|for|from|to|by|with|without|thanks"
)
_LEADS: Final = r"where|last|every|now|then|even|how|what|who|that|whoever|whoever's|had|should|were"
_ANCHORS: Final = {
    # a sentence that begins with its subject, and has its verb before what comes
    "@": rf"^(?!(?:{_OPENERS}):){_WORD}*[^\s:]+:\S*[BHXETVK]\S* {_WORD}*?",
    # one that begins so, and denies nothing: `they don't sing, they shout` may stay
    "%": rf"^(?!(?:{_OPENERS}|{_LEADS}):)(?![^\s:]+:\S*[qGM])(?!.*\b(?:\w+n't|never|not):)",
    "^^": "^",
    "$$": "$",
    "^": r"(?:^|(?<=[,.;!?:]:, ))",
    "$": rf"(?=$|{_STOPS})",
}
_LOOKS: Final = {"&": "=", "!": "!"}
_COMMON: Final = frozenset(
    {
        *("i", "you", "he", "she", "we", "they", "it", "me", "us", "him", "her", "them", "the", "a", "an"),
        *(
            "my",
            "your",
            "his",
            "our",
            "in",
            "at",
            "on",
            "of",
            "to",
            "for",
            "with",
            "from",
            "and",
            "is",
            "was",
        ),
    }
)
COMMON: Final = 20  # a common word counts as so many others
_TIMES: Final = {"?": "?", "*": "{0,3}"}


class Pattern(Struct, frozen=True):
    """A pattern ready for use; of each of `words` and of `kinds` a sentence must have one."""

    regex: re.Pattern[str]
    words: tuple[frozenset[str], ...]
    kinds: tuple[frozenset[str], ...]
    size: int


class Tagged(Struct, frozen=True):
    """A sentence with the tags of its words, and both as sets."""

    text: str
    words: frozenset[str]
    tags: frozenset[str]

    def may_have(self, pattern: Pattern) -> bool:
        """Whether it is worth searching for a pattern: far cheaper than to search."""
        if any(map(self.tags.isdisjoint, pattern.kinds)):
            return False
        return not any(map(self.words.isdisjoint, pattern.words))


class Match(Struct, frozen=True):
    """Where a pattern was found: for each element the places of its words, end exclusive."""

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]


def compiled(find: str) -> Pattern:
    """A pattern.

    Raises:
        ContentError: one that cannot be read; the message has it.
    """
    elements = find.split()
    sure = [one for one in elements if one not in _ANCHORS and one[0] not in _LOOKS and one[-1] not in _TIMES]
    kinds = [frozenset(match["has"]) for one in sure if (match := _KIND.match(one))]
    words = sorted((frozenset(one.split("|")) for one in sure if _WORDS.match(one)), key=len)
    regex = r"(?<!\S)" + "".join(_part(element, find) for element in elements)
    size = sum(one not in _ANCHORS and one[0] not in _LOOKS for one in elements)
    return Pattern(re.compile(regex), tuple(words), tuple(kinds), size)


def _part(element: str, find: str) -> str:
    """What an element is as a regular expression; one that takes words is a group."""
    if element in _ANCHORS:
        return _ANCHORS[element]
    if look := _LOOKS.get(element[0]):
        return f"(?{look}{_words(element[1:], find)})"
    if element == "~":
        return f"({_WORD}*)"
    if times := _TIMES.get(element[-1]):
        return f"((?:{_words(element[:-1], find)}){times})"
    return f"({_words(element, find)})"


def _words(element: str, find: str) -> str:
    if element == ".":
        return _WORD
    if element == ",":
        return ",:, "
    if match := _KIND.match(element):
        lacks = rf"(?![^\s:]+:\S*[{match['lacks']}])" if match["lacks"] else ""
        return rf"{lacks}[^\s:]+:\S*[{match['has']}]\S* "
    if _WORDS.match(element):
        return rf"(?:{element}):\S* "
    raise ContentError(f"english.yaml: {element!r} in {find!r} cannot be read")


class Index:
    """Which of many patterns are worth a search in a sentence, by a word that each has to have."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        for place, pattern in enumerate(patterns):
            rarest = min(pattern.words, key=_frequency, default=None)
            if rarest is None:
                self._always.append(place)
            for word in rarest or ():
                self._by_word.setdefault(word, []).append(place)

    def places(self, tagged: Tagged) -> list[int]:
        """The places of the patterns, in their order."""
        some = {place for word in tagged.words for place in self._by_word.get(word, ())}
        some.update(self._always)
        return sorted(place for place in some if tagged.may_have(self._patterns[place]))


def _frequency(words: frozenset[str]) -> int:
    """How often one of some words turns up, roughly."""
    return len(words) + COMMON * len(words & _COMMON)


def found(pattern: Pattern, tagged: Tagged) -> Iterator[Match]:
    """Where a sentence has the pattern."""
    for match in pattern.regex.finditer(tagged.text):
        places = [tagged.text.count(" ", 0, match.start())]
        for group in range(1, pattern.size + 1):
            places.append(places[-1] + (match[group] or "").count(" "))
        yield Match(places[0], places[-1], tuple(pairwise(places)))
