"""Where a sentence has a verb without an ending, and whose it is: `he check every screw`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from bot.coach.compose.soundness.tags import Tagger

THEY: Final = frozenset({"he", "she"})
_SUBJECTS: Final = THEY | {
    "i",
    "we",
    "they",
    "who",
    "that",
    "nobody",
    "everybody",
    "everyone",
    "somebody",
    "someone",
}
_RELATIVE: Final = frozenset({"who", "that"})
_LINKS: Final = frozenset({"and", "but", "or", ",", "then"})
_BEFORE_CLAUSE: Final = frozenset(
    {"when", "until", "till", "because", "after", "before", "where", "that", "if"}
)
_HOLDS_BARE: Final = frozenset(
    {
        *("to", "can", "could", "will", "would", "should", "must", "may", "might", "do", "does", "did"),
        *("don't", "doesn't", "didn't", "let", "make", "makes", "made", "help"),
    }
)
_OBJECTS: Final = "DPO"
MAX_SUBJECT: Final = 4  # words


class BareVerb(Struct, frozen=True):
    """The place of a verb, and its subject: a pronoun, or nothing for a thing or a person with a name."""

    place: int
    subject: str


class BareVerbs:
    """Finds them."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def found(self, words: Sequence[str], *, begins: bool = False) -> Iterator[BareVerb]:
        """The bare verbs of a text in their order; those after `and` have the subject of the one before.

        `begins` says that it may begin with one that is `she`'s: `always buy coffee for all`.
        """
        last: BareVerb | None = None
        first = self.after_adverbs(words, 0)
        if begins and self._is_bare(words, first, sure=False):
            last = BareVerb(first, "she")
            yield last
        for place in range(len(words)):
            one = self._shared(words, place, last) if last else None
            one = one or self._of_subject(words, place) or self._of_thing(words, place)
            if one:
                last = one
                yield one

    def _shared(self, words: Sequence[str], place: int, last: BareVerb) -> BareVerb | None:
        """`and never hide it`, unless another subject or `to` came between."""
        if last.place >= place or words[place - 1].lower() not in _LINKS:
            return None
        between = {
            word.lower()
            for word, then in pairwise(words[last.place + 1 : place + 2])
            if word.lower() != "to" or self._tagger.is_a(then, "V")  # `to police` holds nothing
        }
        verb = self.after_adverbs(words, place)
        alone = not between & (_HOLDS_BARE | _SUBJECTS) and self._is_bare(words, verb, sure=False, then="p")
        return BareVerb(verb, last.subject) if alone else None

    def _of_subject(self, words: Sequence[str], place: int) -> BareVerb | None:
        subject = words[place].lower()
        asked = place > 0 and words[place - 1].lower() in _HOLDS_BARE  # `can he look at it`
        if subject not in _SUBJECTS or asked:
            return None
        verb = self.after_adverbs(words, place + 1)
        return BareVerb(verb, subject) if self._is_bare(words, verb, sure=subject not in _RELATIVE) else None

    def _of_thing(self, words: Sequence[str], place: int) -> BareVerb | None:
        """`until my sister come`, `when server die`: after these words a sentence begins."""
        if words[place].lower() not in _BEFORE_CLAUSE:
            return None
        for verb in range(place + 2, min(place + 2 + MAX_SUBJECT, len(words))):
            before = words[verb - 1]
            if not self._tagger.is_a(before, "DPjnkmuaC"):
                return None
            thing = self._tagger.is_a(before, "nkuC") and not self._tagger.is_a(before, "DPm")
            if thing and self._is_bare(words, verb, sure=False):
                return BareVerb(verb, "")
        return None

    def after_adverbs(self, words: Sequence[str], place: int) -> int:
        """The place of the first word from there on that is no adverb."""
        is_a = self._tagger.is_a
        while place < len(words) and is_a(words[place], "r") and not is_a(words[place], "V"):
            place += 1
        return place

    def _is_bare(self, words: Sequence[str], place: int, *, sure: bool, then: str = "") -> bool:
        """Whether a word is a verb in its base form; `sure` says that it follows its subject.

        Where it may be something else, an object has to follow, or one of `then`.
        """
        if place >= len(words):
            return False
        is_a, word = self._tagger.is_a, words[place]
        if not word.islower() or is_a(word, "BH" if word == "do" else "BHXE") or not is_a(word, "V"):
            return False
        following = words[place + 1] if place + 1 < len(words) else ""
        object_follows = bool(following) and is_a(following, _OBJECTS + then)
        if is_a(word, "j" if sure else "jnkma"):
            return object_follows
        return True
