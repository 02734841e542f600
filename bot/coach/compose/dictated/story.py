"""The clauses of a long story that a note can have: where it was, and what the recipient did or said."""

import re
from typing import Final

from bot.coach.compose.dictated.passages import MAX_BACK, Passage, Passages, is_idle
from bot.coach.compose.dictated.whose import Turned
from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.told import FIRST, ended
from bot.coach.compose.tidying.tidy import capitals
from bot.coach.model import Slot

_WHERE: Final = re.compile(r"\b(?:in|at|on|from|during) \w", re.IGNORECASE)
_THIS: Final = re.compile(r"\b(?:this|these|those) \w+", re.IGNORECASE)
_DANGLING: Final = re.compile(
    r" (?:right|just|only|even|exactly|especially|and|but|so|no|well)$", re.IGNORECASE
)
_IT_WAS: Final = re.compile(
    r"^(?:it|this|that) was (?=(?:in|on|at|during|outside|near|inside) )", re.IGNORECASE
)
_IT_WAS_THE: Final = re.compile(
    r"^(?:it|this|that) was (?=(?:the|a|an|my|our) (?:\w+ ){1,5}(?:in|at|on) )", re.IGNORECASE
)
# `at the ferry terminal, the boat was cancelled`: what the comma parts has a verb of its own
_CLAUSE_BEHIND: Final = re.compile(
    r", (?:(?:my|the|our|a|an) \w+(?: \w+)?|everyone|everybody|people|nobody|it)"
    r" (?:was|were|had|got|quit|died|broke|ran|stopped)\b.*$"
)
_WAS: Final = re.compile(r"(?:it|this|that) was ", re.IGNORECASE)
FIRST_CLAUSES: Final = 5  # where a story says where it was
NEXT_RANK: Final = 20
SCENE_RANK: Final = 27
TOPIC_RANK: Final = 21
EFFECT_RANK: Final = 28
LAST_RANK: Final = 30


class Story:
    """One answer's story."""

    def __init__(self, slot: Slot, clauses: list[Turned], lexicon: Lexicon) -> None:
        self._slot, self._all, self._lexicon = slot, clauses, lexicon
        self._passages = Passages(clauses, lexicon)

    def facts(self) -> list[Fact]:
        """What the note can have of it, in the order of the story; nothing if nobody is sure to be meant."""
        chosen = self._passages.best()
        if not chosen:
            return []
        ranks = {
            one.start: FIRST[self._slot] if not place else NEXT_RANK + 2 * place
            for place, one in enumerate(chosen)
        }
        found = [(one.start, self._fact(one, ranks[one.start])) for one in chosen]
        taken = {place for one in chosen for place in range(one.start, one.end + 1)}
        if (occasion := self._occasion(taken)) is not None:
            found.append((occasion, self._placed(occasion)))
            taken.add(occasion)
        found += [
            (one, self._fact(Passage(one, one, one, 0), rank)) for one, rank in self._sides(chosen, taken)
        ]
        return [fact for _, fact in sorted(found, key=lambda pair: pair[0])]

    def omissions(self) -> list[Omission]:
        """The rest of the story; a clause in which it is not sure who is meant."""
        unclear = [one for one in self._all if not one.sure and one.about in {"you", "other"}]
        found = [Omission(self._slot, reason) for reason in self._passages.barred.values() if reason]
        return [*found, *(Omission(self._slot, "unclear", ended(one.text)) for one in unclear[:1])]

    def _fact(self, one: Passage, rank: int) -> Fact:
        texts = [self._joined(one.start, main) for main in range(one.main, one.end + 1)]
        kind = "met.said" if self._slot == "how_met" else "standout.later"
        leans = one.score == 0 and bool(_THIS.search(texts[0]))
        return Fact(
            slot=self._slot, kind=kind, texts=tuple(texts), rank=rank, tail_rank=rank + 1, leans=leans
        )

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
            it_was = bool(_WAS.match(one.text))
            here = one.about == "me" or it_was or (one.clause.subject[:1] == ("my",) and place == 0)
            if place in taken or not self._passages.usable(place) or one.clause.lower or not here:
                continue
            clear = it_was or not (self._passages.points_back(place) or is_idle(one.text))
            if _WHERE.search(one.text) and clear:
                return place
        return None

    def _placed(self, place: int) -> Fact:
        text = self._said(place)
        for pattern, kind in ((_IT_WAS, "met.place"), (_IT_WAS_THE, "met.event")):
            if self._slot == "how_met" and pattern.match(text):
                where = ended(_CLAUSE_BEHIND.sub("", pattern.sub("", text)))
                return Fact(slot=self._slot, kind=kind, texts=(where,), rank=10)
        return self._fact(Passage(place, place, place, 0), 12 if self._slot == "how_met" else LAST_RANK)

    def _sides(self, chosen: list[Passage], taken: set[int]) -> list[tuple[int, int]]:
        """What was the matter before they did something, and what came of it, with the ranks."""
        first, best = min(one.start for one in chosen), chosen[0]
        back = range(first - 1, max(-1, first - MAX_BACK - 2), -1)
        topic = [(place, TOPIC_RANK) for place in back if self._is_scene(place) and self._all[place].topic]
        scene = [(place, SCENE_RANK) for place in back[:1] if self._is_scene(place)]
        near = range(best.start - 1, max(-1, best.start - 3), -1)
        mine = self._all[best.main].about == "me"  # what is theirs comes after it: `I found her map`
        asked = [(place, TOPIC_RANK) for place in near if not mine and self._is_effect(place, taken)]
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
        return self._passages.usable(place) and not one.clause.lower and named and self._passages.tells(place)

    def _is_effect(self, place: int, held: set[int]) -> bool:
        one = self._all[place]
        if _THIS.search(one.text) and place - 1 not in held:
            return False
        there = one.clause.subject[:1] == ("there",)
        mine = one.about == "me" or there
        return self._passages.usable(place) and not one.clause.lower and mine and self._passages.tells(place)


def quoted(text: str, lexicon: Lexicon) -> str:
    """`you said hold it here` with quotation marks, for nobody reports a command so."""
    match = re.search(r"\b(?:said|says) (?P<words>(?P<verb>[\w']+)\b.*)$", text)
    if not match or '"' in text or not is_command(match["verb"], lexicon):
        return text
    return f'{text[: match.start("words")]}"{match["words"]}"'


def is_command(word: str, lexicon: Lexicon) -> bool:
    """Whether a word after `said` begins a command."""
    return (word in lexicon.bases and word not in lexicon.pasts) or word == "don't"
