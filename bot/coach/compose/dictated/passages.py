"""The passages of a story that are about the recipient, and how much each of them tells."""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.dictated.clauses import plain
from bot.coach.compose.dictated.whose import Turned
from bot.coach.compose.lexicon import Lexicon

_BE: Final = frozenset({"is", "was", "were", "are", "you're", "am", "weren't", "aren't"})
_BESIDE: Final = frozenset({"next", "beside", "behind", "opposite", "in"})
_BACK: Final = frozenset({"it", "there", "them", "that", "these", "those", "he", "she", "they"})
_ME: Final = frozenset({"me", "us", "my", "our"})
_ANCHOR: Final = re.compile(
    r"\b(?:an?|my|our|your|this|their) \w{3,}"
    r"|\bthe (?!(?:time|end|way|whole|other)\b)\w{3,}",
    re.IGNORECASE,
)
_EMPTY: Final = re.compile(
    r"\b(?:never met|no idea|don't (?:really )?know|not sure|can't remember|forgot)\b"
    r"|\bi (?:thought|think|reckon|guess|noticed|swear)\b|^i (?:asked|said)\b(?! (?:you|your)\b)",
    re.IGNORECASE,
)
_BACKWARD: Final = re.compile(r"\b(?:that|this|it|so)$", re.IGNORECASE)
_RESULTS: Final = frozenset({"and", "so", "and so", "and then", "but"})
_NUMBER: Final = re.compile(r"\d")
MAX_BACK: Final = 3
MAX_PASSAGES: Final = 5
LEAST: Final = 1.5
LEAST_WORDS: Final = 4
SHORT: Final = 5
MOST_WORDS: Final = 26
PROGRESS: Final = 0.5
CHAIN: Final = 0.4  # each clause that has to come along
TELLING: Final = 0.5  # each long word or number
MOST_TELLING: Final = 6


class Passage(Struct, frozen=True):
    """Clauses that follow each other: from `start` to `main`, and on to `end` if there is room."""

    start: int
    main: int
    end: int
    score: float


class Passages:
    """Judges the clauses of one story."""

    def __init__(self, clauses: list[Turned], lexicon: Lexicon) -> None:
        self._all, self._lexicon = clauses, lexicon
        self.barred = self._unwanted()

    def best(self) -> list[Passage]:
        """The best of those about the recipient, none of which has a clause of another one."""
        found = [one for place in range(len(self._all)) if (one := self._passage(place))]
        chosen: list[Passage] = []
        for one in sorted(found, key=lambda one: -one.score):
            apart = all(one.end < other.start or other.end < one.start for other in chosen)
            if apart and len(chosen) < MAX_PASSAGES:
                chosen.append(one)
        return chosen

    def _passage(self, place: int) -> Passage | None:
        one = self._all[place]
        mine = one.about == "me" and one.mentions and not is_idle(one.text)
        short = len(one.text.split()) < LEAST_WORDS
        if not self.usable(place) or one.clause.lower or short or not (one.about == "you" or mine):
            return None
        start = self._start(place)
        if start is None or (score := self._score(place) - CHAIN * (place - start)) < LEAST:
            return None
        return Passage(start, place, self._end(place), score)

    def _score(self, place: int) -> float:
        """How much a clause tells: a doing more than a being, many telling words more than a few."""
        one = self._all[place]
        words = [plain(word) for word in one.text.split()]
        score = self._worth(one, words)
        score += one.about == "you" and not _ME.isdisjoint(words)
        score += TELLING * min(sum(map(self._is_telling, words)), MOST_TELLING)
        return score - (len(words) > MOST_WORDS) - (len(words) < SHORT)

    def _worth(self, one: Turned, words: list[str]) -> float:
        verb, following = [*words[one.clause.verb :], "", ""][:2] if one.clause.verb >= 0 else ("", "")
        if verb in _BE and not following.endswith("ing"):
            return 2.0 if following == "out" else 1.0 if following in _BESIDE else 0.0
        return (3.0 if one.about == "you" else 2.0) - PROGRESS * (verb in _BE)

    def _is_telling(self, word: str) -> bool:
        if self._lexicon.has("number_words", word) or _NUMBER.search(word):
            return True
        small = self._lexicon.has("after_object", word) or self._lexicon.has("finite", word)
        return len(word) > LEAST_WORDS and not small

    def _start(self, place: int) -> int | None:
        """Where a clause has to begin to be understood: with what its `it` or `there` means."""
        if not self.points_back(place):
            return place
        for start in range(place - 1, max(-1, place - 1 - MAX_BACK), -1):
            if not self.usable(start):
                return None
            if not self.points_back(start) and self._names_thing(start):
                return start
        return None

    def _names_thing(self, place: int) -> bool:
        """Whether a clause brings up, after its verb, what a later `it` can mean."""
        clause = self._all[place].clause
        words = self._all[place].text.split()
        return not clause.lower and bool(_ANCHOR.search(" ".join(words[max(clause.verb, 0) :])))

    def _end(self, place: int) -> int:
        """How far on the story may be told in the same breath: reasons, and what came of it."""
        end = place
        for at in range(place + 1, min(place + 3, len(self._all))):
            one = self._all[at]
            reason = one.clause.lower and one.clause.link.split()[-1] != "which"
            result = (
                one.about == "thing" and one.clause.subject[-1:] == ("it",) and one.clause.link in _RESULTS
            )
            if not self.usable(at) or not (reason or result) or len(one.text.split()) < LEAST_WORDS - 1:
                break
            end = at
        return end

    def tells(self, place: int) -> bool:
        """Whether a clause says something, and can be understood alone."""
        text = self._all[place].text
        return len(text.split()) > LEAST_WORDS and not self.points_back(place) and not is_idle(text)

    def usable(self, place: int) -> bool:
        return self._all[place].sure and place not in self.barred

    def points_back(self, place: int) -> bool:
        """Whether a clause has a pronoun for which it has no noun before."""
        one = self._all[place]
        for at, word in enumerate(words := [plain(word) for word in one.text.split()]):
            if word == "that" and words[at + 1 : at + 2] and self._lexicon.has("determiners", words[at + 1]):
                continue
            if word in _BACK and not _ANCHOR.search(" ".join(words[:at])):
                subject = word == "there" and at <= one.clause.verb
                return not subject and not (word == "that" and at + 1 < len(words))
        return False

    def _unwanted(self) -> dict[int, str]:
        """The clauses that ask or sell, and those for the coach alone with what stands around them."""
        barred: dict[int, str] = {}
        for place, one in enumerate(self._all):
            text = f"{one.clause.link} {one.text}".strip()
            reason = self._lexicon.unwanted.first(text)
            if reason:
                barred[place] = reason
            if reason == "private":
                back = _BACKWARD.search(text)  # `don't tell her that` is about what was said before
                barred |= {
                    near: barred.get(near, "") for near in ((place - 1,) if back else (place - 1, place + 1))
                }
        return barred


def is_idle(text: str) -> bool:
    """`I have no idea` and `I asked why` carry a story on, and are nothing to tell."""
    return bool(_EMPTY.search(text))
