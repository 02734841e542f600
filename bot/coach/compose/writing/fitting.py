"""Lossless fitting: the most important facts that a limit has room for, in the best wording that fits.

Facts are never cut. They are taken in the order of their ranks, and one is taken whenever some wording of it
and of all that was taken before it fits: so a more important fact is never given up for less important ones,
and none is left out while a shorter way of saying the same facts would fit. Then, of all ways to say the
chosen facts within the limit, the one with the best wordings is taken.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Fact
from bot.coach.compose.grammar import NoteGrammar
from bot.coach.compose.writing.plans import NO_CLOSE_COST, Line, Plan, closed, joined, wordings

Levels = dict[int, int]  # place of a fact in the plan -> which of its texts
Way = tuple[int, int, tuple[Line, ...]]  # units, cost, sentences
BLANK: Final = 1
SHORT_TAIL: Final = 2


class Left(Struct, frozen=True):
    """A fact, or what only its whole text has, that found no room, and by how many units."""

    fact: Fact
    words: str
    over: int


class Fitted(Struct, frozen=True):
    """What became of a plan: sentences, the facts in them, what found no room. No sentences: nothing fits."""

    lines: tuple[Line, ...]
    levels: Levels
    left: tuple[Left, ...]


class Fitter:
    """Fits plans of one grammar into limits; renders every sentence once."""

    def __init__(self, plan: Plan, grammar: NoteGrammar, limit: int, turn: int = 0) -> None:
        self._plan, self._grammar, self._limit, self._turn = plan, grammar, limit, turn
        self._singles: dict[tuple[int, int], tuple[Line, ...]] = {}
        self._pairs: dict[tuple[int, int, int, int], tuple[Line, ...]] = {}

    def fit(self, most: int | None = None) -> Fitted:
        """The best note; with `most`, the shortest one that has the so many most important facts."""
        levels: Levels = {}
        left: list[Left] = []
        for _, place, level in self._increments(most):
            if self._depends(place, level, levels):
                trial = {**levels, place: level}
                over = self._least(trial) - self._limit
                if over <= 0:
                    levels = trial
                else:
                    left.append(self._left(place, level, over))
        lines = self._best(levels, short=most is not None) if levels else ()
        return Fitted(lines, levels, tuple(left))

    def _increments(self, most: int | None) -> list[tuple[int, int, int]]:
        """(rank, place, level): every main part of a fact and every rest of one, the most important first."""
        facts = list(enumerate(self._plan.facts))
        heads = sorted((fact.rank, place, 0) for place, fact in facts)
        if most is not None:
            heads = heads[:most]
            facts = [(place, fact) for place, fact in facts if _has_short_tail(fact)]
        tails = [
            (fact.tail_rank, place, level) for place, fact in facts for level in range(1, len(fact.texts))
        ]
        return sorted([*heads, *tails])

    def _depends(self, place: int, level: int, levels: Levels) -> bool:
        """Whether what this one leans on has been taken."""
        if level:
            return levels.get(place) == level - 1
        return not self._plan.facts[place].leans or place - 1 in levels

    def _left(self, place: int, level: int, over: int) -> Left:
        fact = self._plan.facts[place]
        text = fact.texts[level]
        return Left(fact, text.removeprefix(fact.texts[level - 1]).lstrip(", ") if level else text, over)

    def _single(self, place: int, levels: Mapping[int, int]) -> tuple[Line, ...]:
        key = (place, levels[place])
        if key not in self._singles:
            self._singles[key] = wordings(self._plan.facts[place], levels[place], self._grammar, self._turn)
        return self._singles[key]

    def _pair(self, first: int, second: int, levels: Mapping[int, int]) -> tuple[Line, ...]:
        key = (first, second, levels[first], levels[second])
        if key not in self._pairs:
            pair = (self._plan.facts[first], self._plan.facts[second])
            self._pairs[key] = joined(pair, (levels[first], levels[second]), self._grammar, self._turn)
        return self._pairs[key]

    def _least(self, levels: Levels) -> int:
        """The fewest units in which these facts can be said, greeting included."""
        places = sorted(levels)
        least = [self._plan.greeting.units]
        for index, place in enumerate(places):
            shortest = least[-1] + BLANK + min(line.units for line in self._single(place, levels))
            if index:
                pair = self._pair(places[index - 1], place, levels)
                shortest = min([shortest, *(least[-2] + BLANK + line.units for line in pair)])
            least.append(shortest)
        return least[-1]

    def _best(self, levels: Levels, *, short: bool) -> tuple[Line, ...]:
        places = sorted(levels)
        ways: list[list[Way]] = [[(self._plan.greeting.units, 0, ())]]
        for index, place in enumerate(places):
            found = _with(ways[-1], self._single(place, levels))
            if index:
                found += _with(ways[-2], self._pair(places[index - 1], place, levels))
            ways.append(_front(found, self._limit))
        if short:
            return self._shortest(ways[-1])
        ended = [end for way in ways[-1] for end in _ended(way, self._plan.closes)]
        ended += [(size, cost + NO_CLOSE_COST, lines) for size, cost, lines in ways[-1]]
        return min(_front(ended, self._limit), key=lambda way: (way[1], way[0]))[2]

    def _shortest(self, ways: list[Way]) -> tuple[Line, ...]:
        """Without a close: the shortest wordings in the first turn, the best of a later one after it."""
        return min(ways, key=lambda way: (way[1], way[0]) if self._turn else (way[0], way[1]))[2]


def _has_short_tail(fact: Fact) -> bool:
    """A word or two after a comma are a name, a place or a year: too little to save room with."""
    return len(fact.texts[-1].split()) - len(fact.texts[0].split()) <= SHORT_TAIL


def _with(ways: list[Way], lines: tuple[Line, ...]) -> list[Way]:
    return [
        (size + BLANK + line.units, cost + line.cost, (*said, line))
        for size, cost, said in ways
        for line in lines
    ]


def _ended(way: Way, closes: tuple[Line, ...]) -> list[Way]:
    """The note with each close, in the last sentence where that has room for one more clause."""
    size, cost, lines = way
    found = _with([way], closes)
    for close in closes:
        if last := closed(lines[-1], close):
            found.append((size - lines[-1].units + last.units, cost + last.cost, (*lines[:-1], last)))
    return found


def _front(ways: list[Way], limit: int) -> list[Way]:
    """Without the ways that are too long, or no shorter than another one that is at least as good."""
    front: list[Way] = []
    for way in sorted(ways, key=lambda way: (way[0], way[1])):
        if way[0] <= limit and (not front or way[1] < front[-1][1]):
            front.append(way)
    return front
