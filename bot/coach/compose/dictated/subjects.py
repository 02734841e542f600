"""Subjects and verbs in speech that has no stops: where a clause can begin."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pov import NAMED

PRONOUNS: Final = frozenset(
    {"i", "he", "she", "we", "they", "it", "there", "everyone", "everybody", "nobody", "someone", "somebody"}
)
CONTRACTED: Final = re.compile(r"(i|he|she|we|they|it|there|you|that|everybody|everyone)'(m|s|re|ve|d|ll)$")
LINKS: Final = frozenset({"and", "but", "so", "then", "plus"})
_ONE_DOES: Final = re.compile(r"[a-z]{3,}[^su'\W]s$")
_REPEATING: Final = frozenset({"he", "she", "it", "they"})  # `the pump it broke`
_BETWEEN: Final = frozenset({"both", "all", "once"})
_NEVER_PASSIVE: Final = frozenset({"went", "came", "broke", "was"})
MAX_SUBJECT: Final = 7
MAX_OPENING: Final = 8
MAX_RELATIVE: Final = 14
SHORTEST_PAST: Final = 5


class Finder:
    """Finds subjects and verbs in words in lower case."""

    def __init__(self, words: list[str], lexicon: Lexicon) -> None:
        self._words, self._lexicon = words, lexicon

    def word(self, place: int) -> str:
        """The word at a place, empty after the end."""
        return self._words[place] if place < len(self._words) else ""

    def is_sure(self, place: int) -> bool:
        """Whether the word can be nothing but a subject."""
        word = self.word(place)
        return word in PRONOUNS or word == NAMED or bool(CONTRACTED.match(word))

    def opening(self, place: int) -> int:
        """How many words of time or place stand before the subject: `in the winter I asked`."""
        word = self.word(place)
        if self._lexicon.has("clause_openers", word):
            return 1 if self.is_clause(place + 1) else 0
        if not (self._lexicon.has("clause_prepositions", word) or word in {"every", "this", "last"}):
            return 0
        return next((size for size in range(2, MAX_OPENING) if self._opens(place, size)), 0)

    def _opens(self, place: int, size: int) -> bool:
        """Whether so many words are one phrase, and a subject that is sure comes after it."""
        inside = self._words[place : place + size]
        links = [at for at, word in enumerate(inside) if word in LINKS]
        if any(not self._lexicon.has("number_words", inside[at - 1]) for at in links):
            return False
        sure = self.is_sure(place + size) and not {"which", "that", "who"} & set(inside)
        return sure and self.is_clause(place + size)

    def is_clause(self, place: int) -> bool:
        """Whether a subject and its verb begin here."""
        found = self.subject(place)
        return found is not None and self.verb(found, tuple(self._words[place:found])) is not None

    def subject(self, place: int) -> int | None:
        """Where the subject that begins here ends; None when there is none. A contraction has its verb."""
        word = self.word(place)
        if CONTRACTED.match(word):
            return place + 1
        if self.is_sure(place) or word == "you":
            return place + 1 + (self.word(place + 1) == "else")
        return self._thing(place) if word else None

    def _thing(self, place: int) -> int | None:
        """The end of a subject that is no pronoun: before its verb, or after a pronoun that repeats it."""
        determined = self._is_determined(self.word(place))
        if not determined and not self._may_be_name(self.word(place)):
            return None
        most = MAX_SUBJECT if determined else 2 + self._lexicon.has("number_words", self.word(place + 1))
        for at in range(place + 1, min(place + most, len(self._words))):
            word = self.word(at)
            if at > place + 1 and self._lexicon.has("determiners", self.word(at - 1)):
                continue
            if self._is_verb_of_thing(at, self._words[place:at]):
                return at
            if word in _REPEATING and at > place + determined and self.is_finite(at + 1, (word,)):
                return at + 1
            if word in PRONOUNS or word in LINKS or self._lexicon.has("subject_ends", word):
                return None
        return None

    def _is_determined(self, word: str) -> bool:
        groups = ("determiners", "number_words", "quantifiers")
        return word.endswith("'s") or any(self._lexicon.has(group, word) for group in groups)

    def _may_be_name(self, word: str) -> bool:
        """Whether a word without an article can be somebody: `dad`, `greg`."""
        groups = ("after_object", "frequency", "adjectives", "finite", "intensifiers", "clause_openers")
        known = any(self._lexicon.has(group, word) for group in groups)
        return word.isalpha() and not known and not self._is_finite_word(word)

    def verb(self, end: int, subject: tuple[str, ...]) -> int | None:
        """Where the finite verb of a subject that ends here is; None when there is none."""
        if subject and CONTRACTED.match(subject[-1]):
            return end - 1
        place = end
        while self._lexicon.has("frequency", self.word(place)) or self.word(place) in _BETWEEN:
            place += 1
        if self.is_finite(place, subject):
            return place
        if subject[-1:] == (NAMED,) and self.word(place) == "who":
            return self._after_relative(place + 1)
        return None

    def _after_relative(self, place: int) -> int | None:
        """The verb of `Ana who is in another office found it`: one without a subject of its own."""
        for at in range(place + 2, min(place + MAX_RELATIVE, len(self._words))):
            before, word = self.word(at - 1), self.word(at)
            own = before in PRONOUNS or before in {"who", "that"} or self._lexicon.has("frequency", before)
            if word in self._lexicon.pasts and not own and not self._lexicon.has("finite", before):
                return at
        return None

    def is_finite(self, place: int, subject: tuple[str, ...]) -> bool:
        """Whether the word here can be the verb of a subject."""
        word = self.word(place)
        if self._is_finite_word(word) or self._lexicon.has("saying", word):
            return True
        if subject[-1:] and subject[-1] in {"he", "she", "it", NAMED} and _ONE_DOES.match(word):
            return True
        return (word.endswith("ed") and len(word) >= SHORTEST_PAST) or _is_scots(word)

    def _is_finite_word(self, word: str) -> bool:
        verbs = word in self._lexicon.pasts or word in self._lexicon.thirds or word in self._lexicon.bases
        return verbs or self._lexicon.has("finite", word)

    def _is_verb_of_thing(self, place: int, subject: list[str]) -> bool:
        """After a noun fewer words are verbs for sure: `the desk had gone`, `other people answered me`."""
        word, following = self.word(place), self.word(place + 1)
        if self._lexicon.has("finite", word) or _is_scots(word):
            return True
        if word in self._lexicon.pasts:
            return following not in {"of", "by", "for"} or word in _NEVER_PASSIVE
        if word in self._lexicon.thirds:
            return not self._lexicon.has("noun_verbs", word)
        if word.endswith("ed"):
            return len(subject) > 1 and (not following or self._lexicon.has("after_past", following))
        many = subject[-1].endswith("s") or self._lexicon.has("plural_nouns", subject[-1])
        return many and word in self._lexicon.bases and not self._lexicon.has("noun_verbs", word)


def _is_scots(word: str) -> bool:
    """`isnae` and `didnae` are verbs with a negative."""
    return word.endswith("nae") and len(word) >= SHORTEST_PAST
