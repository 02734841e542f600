"""The clauses of a long story that a note can have: where it was, and what the recipient did or said."""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.clauses import plain
from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidy import capitals
from bot.coach.compose.told import FIRST, ended
from bot.coach.compose.whose import Turned
from bot.coach.model import Slot

_BE: Final = frozenset({"is", "was", "were", "are", "you're", "am", "weren't", "aren't"})
_BESIDE: Final = frozenset({"next", "beside", "behind", "opposite", "in"})
_BACK: Final = frozenset({"it", "there", "them", "that", "these", "those", "he", "she", "they"})
_ANCHOR: Final = re.compile(
    r"\b(?:an?|my|our|your|this|their) \w{3,}|\bthe (?!(?:time|end|way|whole|other)\b)\w{3,}", re.IGNORECASE
)
_WHERE: Final = re.compile(r"\b(?:in|at|on|from|during) (?:the |a |an |my |our |this |same |\w)", re.IGNORECASE)
_IT_WAS: Final = re.compile(r"^it was (?=(?:in|on|at|during|outside|near|inside) )", re.IGNORECASE)
_EMPTY: Final = re.compile(
    r"\b(?:never met|no idea|don't (?:really )?know|not sure|can't remember|forgot|i (?:thought|think|reckon|guess|noticed|swear))\b"
    r"|^i (?:asked|said)\b(?! (?:you|your)\b)",
    re.IGNORECASE,
)
_THIS: Final = re.compile(r"\b(?:this|that|these|those) \w+", re.IGNORECASE)
_DANGLING: Final = re.compile(r" (?:right|just|only|even|exactly|especially|and|but|so)$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d")
FIRST_CLAUSES: Final = 5  # where a story says where it was
MAX_BACK: Final = 3
MAX_PASSAGES: Final = 5
LEAST: Final = 1.5
LEAST_WORDS: Final = 4
SHORT: Final = 5
PROGRESS: Final = 0.5
CHAIN: Final = 0.4  # each clause that has to come along
TELLING: Final = 0.5  # each long word or number
MOST_TELLING: Final = 6
MOST_WORDS: Final = 26
NEXT_RANK: Final = 20
SCENE_RANK: Final = 27
TOPIC_RANK: Final = 21
EFFECT_RANK: Final = 28
LAST_RANK: Final = 30


class Passage(Struct, frozen=True):
    """Clauses that follow each other in the story: from `start` to `main`, and on to `end` if there is room."""

    start: int
    main: int
    end: int
    score: float


class Story:
    """One answer's story."""

    def __init__(self, slot: Slot, clauses: list[Turned], lexicon: Lexicon) -> None:
        self._slot, self._all, self._lexicon = slot, clauses, lexicon
        self._barred = self._unwanted()

    def facts(self) -> list[Fact]:
        """What the note can have of it, in the order of the story; nothing if nobody is sure to be meant."""
        chosen = self._passages()
        if not chosen:
            return []
        ranks = {one.start: FIRST[self._slot] if not place else NEXT_RANK + 2 * place for place, one in enumerate(chosen)}
        found = [(one.start, self._fact(one, ranks[one.start])) for one in chosen]
        taken = {place for one in chosen for place in range(one.start, one.end + 1)}
        if (occasion := self._occasion(taken)) is not None:
            found.append((occasion, self._placed(occasion)))
            taken.add(occasion)
        found += [(one, self._fact(Passage(one, one, one, 0), rank)) for one, rank in self._sides(chosen, taken)]
        return [fact for _, fact in sorted(found, key=lambda pair: pair[0])]

    def omissions(self) -> list[Omission]:
        """The rest of the story; a clause in which it is not sure who is meant."""
        unclear = [one for one in self._all if not one.sure and one.about in {"you", "other"}]
        found = [Omission(self._slot, self._barred[place]) for place in self._barred if self._barred[place]]
        return [*found, *(Omission(self._slot, "unclear", ended(one.text)) for one in unclear[:1])]

    def _unwanted(self) -> dict[int, str]:
        """The clauses that ask, sell or are for the coach alone, the last ones with what stands around them."""
        barred: dict[int, str] = {}
        for place, one in enumerate(self._all):
            text = f"{one.clause.link} {one.text}".strip()
            reason = next((name for name, bad in self._lexicon.unwanted.items() if bad.search(text)), "")
            if reason:
                barred[place] = reason
            if reason == "private":
                barred |= {near: barred.get(near, "") for near in (place - 1, place + 1)}
        return barred

    def _usable(self, place: int) -> bool:
        return self._all[place].sure and place not in self._barred

    def _passages(self) -> list[Passage]:
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
        mine = one.about == "me" and one.mentions and not _EMPTY.search(one.text)
        short = len(one.text.split()) < LEAST_WORDS
        if not self._usable(place) or one.clause.lower or short or not (one.about == "you" or mine):
            return None
        start = self._start(place)
        if start is None or (score := self._score(place) - CHAIN * (place - start)) < LEAST:
            return None
        return Passage(start, place, self._end(place), score)

    def _score(self, place: int) -> float:
        """How much a clause tells: a doing more than a being, many words more than a few."""
        one = self._all[place]
        words = one.text.split()
        verb = plain(words[min(one.clause.verb, len(words) - 1)]) if one.clause.verb >= 0 else ""
        following = plain(words[one.clause.verb + 1]) if one.clause.verb + 1 < len(words) else ""
        being = verb in _BE and not following.endswith("ing") and following not in {"talking"}
        doing = (3.0 if one.about == "you" else 2.0) - PROGRESS * (verb in _BE)
        score = (2.0 if following == "out" else 1.0 if following in _BESIDE else 0.0) if being else doing
        score += one.about == "you" and not {"me", "us", "my", "our"}.isdisjoint(map(plain, words))
        telling = [word for word in words if self._is_telling(plain(word))]
        return score + TELLING * min(len(telling), MOST_TELLING) - (len(words) > MOST_WORDS) - (len(words) < SHORT)

    def _is_telling(self, word: str) -> bool:
        if self._lexicon.has("number_words", word) or _NUMBER.search(word):
            return True
        small = self._lexicon.has("after_object", word) or self._lexicon.has("finite", word)
        return len(word) > LEAST_WORDS and not small

    def _start(self, place: int) -> int | None:
        """Where a clause has to begin to be understood: with what its `it` or `there` means."""
        if not self._points_back(place):
            return place
        for start in range(place - 1, max(-1, place - 1 - MAX_BACK), -1):
            if not self._usable(start):
                return None
            if not self._points_back(start) and self._names_thing(start):
                return start
        return None

    def _names_thing(self, place: int) -> bool:
        """Whether a clause brings up, after its verb, what a later `it` can mean."""
        clause = self._all[place].clause
        words = self._all[place].text.split()
        return not clause.lower and bool(_ANCHOR.search(" ".join(words[max(clause.verb, 0) :])))

    def _points_back(self, place: int) -> bool:
        """Whether a clause has a pronoun for which it has no noun before."""
        one = self._all[place]
        for at, word in enumerate(words := [plain(word) for word in one.text.split()]):
            if word == "that" and words[at + 1 : at + 2] and self._lexicon.has("determiners", words[at + 1]):
                continue
            if word in _BACK and not _ANCHOR.search(" ".join(words[:at])):
                subject = word == "there" and at <= one.clause.verb
                return not subject and not (word == "that" and at + 1 < len(words))
        return False

    def _end(self, place: int) -> int:
        """How far on the story may be told in the same breath: reasons, and what came of it."""
        end = place
        for at in range(place + 1, min(place + 3, len(self._all))):
            one = self._all[at]
            reason = one.clause.lower and one.clause.link.split()[-1] not in {"which"}
            result = one.about == "thing" and one.clause.subject[-1:] == ("it",) and not one.clause.lower
            if not self._usable(at) or not (reason or result) or len(one.text.split()) < LEAST_WORDS - 1:
                break
            end = at
        return end

    def _fact(self, one: Passage, rank: int) -> Fact:
        texts = [self._joined(one.start, main) for main in range(one.main, one.end + 1)]
        kind = "met.said" if self._slot == "how_met" else "standout.later"
        return Fact(slot=self._slot, kind=kind, texts=tuple(texts), rank=rank, tail_rank=rank + 1)

    def _joined(self, start: int, end: int) -> str:
        text = self._said(start)
        for place in range(start + 1, end + 1):
            link = self._all[place].clause.link
            text += (f" {link} " if link else "; ") + self._said(place)
        return ended(_DANGLING.sub("", text))

    def _said(self, place: int) -> str:
        return capitals(quoted(self._all[place].text, self._lexicon), self._lexicon)

    def _occasion(self, taken: set[int]) -> int | None:
        """The clause that says where it was: `we were at the fair`."""
        for place, one in enumerate(self._all[:FIRST_CLAUSES]):
            it_was = one.text.lower().startswith("it was ")
            here = one.about == "me" or it_was or (one.clause.subject[:1] == ("my",) and place == 0)
            if place in taken or not self._usable(place) or one.clause.lower or not here:
                continue
            clear = it_was or not (self._points_back(place) or _EMPTY.search(one.text))
            if _WHERE.search(one.text) and clear:
                return place
        return None

    def _placed(self, place: int) -> Fact:
        text = self._said(place)
        if self._slot == "how_met" and _IT_WAS.match(text):
            return Fact(slot=self._slot, kind="met.place", texts=(ended(_IT_WAS.sub("", text)),), rank=10)
        return self._fact(Passage(place, place, place, 0), 12 if self._slot == "how_met" else LAST_RANK)

    def _sides(self, chosen: list[Passage], taken: set[int]) -> list[tuple[int, int]]:
        """What was the matter before they did something, and what came of it, with the ranks."""
        first, best = min(one.start for one in chosen), chosen[0]
        back = range(first - 1, max(-1, first - MAX_BACK - 2), -1)
        topic = [(place, TOPIC_RANK) for place in back if self._is_scene(place) and self._all[place].topic]
        scene = [(place, SCENE_RANK) for place in back[:1] if self._is_scene(place)]
        near = range(best.start - 1, max(-1, best.start - 3), -1)
        asked = [(place, TOPIC_RANK) for place in near if self._is_effect(place, taken)]
        sides = [side for side in (*(topic or scene)[:1], *asked[:1]) if side[0] not in taken]
        held = {*taken, *(place for place, _ in sides)}
        for place in range(best.end + 1, min(best.end + 4, len(self._all))):
            if place not in held and self._is_effect(place, held):
                sides.append((place, EFFECT_RANK))
                held.add(place)
        return sides

    def _is_scene(self, place: int) -> bool:
        one = self._all[place]
        named = one.about == "thing" and len(one.clause.subject) > 1
        return self._usable(place) and not one.clause.lower and named and self._is_told(place)

    def _is_effect(self, place: int, held: set[int]) -> bool:
        one = self._all[place]
        if _THIS.search(one.text) and place - 1 not in held:
            return False
        there = one.clause.subject[:1] == ("there",)
        mine = one.about == "me" or there
        return self._usable(place) and not one.clause.lower and mine and self._is_told(place)

    def _is_told(self, place: int) -> bool:
        text = self._all[place].text
        return len(text.split()) > LEAST_WORDS and not self._points_back(place) and not _EMPTY.search(text)


def quoted(text: str, lexicon: Lexicon) -> str:
    """`you said hold it here` with quotation marks, for nobody reports a command so."""
    match = re.search(r"\b(?:said|says) (?P<words>(?P<verb>[\w']+)\b.*)$", text)
    if not match or '"' in text or not is_command(match["verb"], lexicon):
        return text
    return f'{text[: match.start("words")]}"{match["words"]}"'


def is_command(word: str, lexicon: Lexicon) -> bool:
    """Whether a word after `said` begins a command."""
    return word in lexicon.bases and word not in lexicon.pasts or word == "don't"
