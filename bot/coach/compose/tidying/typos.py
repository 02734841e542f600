"""Words with a letter too few, or two the wrong way round, that can be only one word: `claer`, `brokn`."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_WORD: Final = re.compile(r"(?<![\w'@#./-])[a-z]{3,}(?![\w'@/-]|\.\w)")
_BEFORE: Final = re.compile(r"([^\W\d_]+)[ '’]$")
_AFTER: Final = re.compile(r" ([^\W\d_]+)")
SHORTEST: Final = 5  # letters; shorter words are too near to each other
_ENDINGS: Final = ("", "s", "es", "d", "ed", "ing", "ly", "er", "ers")
_DOUBTFUL: Final = ("es", "ed")  # `filed` is no `field`
LONG: Final = 8  # letters
SMALL: Final = 20  # letters; no small word is as long as that
_LOST: Final = (
    (re.compile(r"(?<=[bcdfghjklmprstvwxz])(?=ng$)"), "i"),  # `drivng`
    (re.compile(r"(?<=[bcdfgkptvz])(?=n$)"), "e"),  # `brokn`
    (re.compile(r"(?<=[b-df-hj-np-tv-z])(?=d$)"), "e"),  # `explaind`
)


class Speller:
    """Knows all the words of the lists."""

    def __init__(self, lexicon: Lexicon, more: frozenset[str]) -> None:
        """Take the words of the lexicon, and `more` of them."""
        self._lexicon = lexicon
        self._known = lexicon.vocabulary | more

    def spelled(self, text: str) -> str:
        """The text with its certain slips put right; names, which have capitals, stay."""
        return _WORD.sub(lambda match: match[0] if self._is_abroad(match) else self._right(match[0]), text)

    def _is_abroad(self, match: re.Match[str]) -> bool:
        """Whether a word stands beside a small one of another language: `Salon du livre`."""
        start = match.start()
        before = _BEFORE.search(match.string, max(0, start - SMALL), start)
        after = _AFTER.match(match.string, match.end())
        return any(one is not None and self._lexicon.has("abroad", one[1]) for one in (before, after))

    def _right(self, word: str) -> str:
        if listed := self._lexicon.misspelled.get(word):
            return listed.replace("_", " ")
        if len(word) < SHORTEST or self._is_known(word) or self._lexicon.is_town(word):
            return word
        if word.endswith(_DOUBTFUL) and len(word) < LONG:
            return word
        return self._one_of(_swapped(word)) or self._one_of(_filled(word)) or word

    def _is_known(self, word: str) -> bool:
        """Whether a list has the word, or what is left without its ending."""
        return any(word.removesuffix(ending) in self._known for ending in _ENDINGS)

    def _one_of(self, words: set[str]) -> str:
        """The only one of some words that there is."""
        known = {word for word in words & self._known if not self._lexicon.has("foreign_words", word)}
        return known.pop() if len(known) == 1 else ""


def _swapped(word: str) -> set[str]:
    """The words with two neighbours the other way round; the first letter is seldom wrong."""
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)} - {word}


def _filled(word: str) -> set[str]:
    """The words with the vowel that is missing where no English word lacks one."""
    return {pattern.sub(vowel, word) for pattern, vowel in _LOST if pattern.search(word)}
