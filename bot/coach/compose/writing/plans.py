"""Which facts make a note of a shape, in which order, and the sentences that each may become."""

import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Fact, Reading
from bot.coach.compose.grammar import NoteGrammar, Shape, options
from bot.coach.compose.tidying.tidy import upper_first
from bot.coach.model import Part
from bot.coach.text import units

_PLACE: Final = re.compile(r"\{\{(\w+)\}\}")
_BACK: Final = re.compile(
    r"\b(?:it|there|this|them|then|he|she|him|her|his)\b", re.IGNORECASE
)  # may mean how they met: cannot lead
_INTERRUPTED: Final = re.compile(r"[,:] |\"$")
_OWN_END: Final = re.compile(r"\b(?:and|but|so) (?:I|we)\b|, (?:I|we)\b|;")
_THERE: Final = re.compile(r"\b(?:there|where)\b")
_LINKED: Final = re.compile(r"[,;]|\band\b|\bbut\b|\bwhen\b|\bbecause\b|\"", re.IGNORECASE)
# sentences to which a wish can be added: of the two, and what the note itself says of them
_OF_TWO: Final = re.compile(r"(?:You|You're|Your|I (?:like|admire|remember|haven't forgotten|keep coming))\b")
_OF_ONE: Final = re.compile(r"(?:I|I'm|I've|We|We're|You|You're|Our)\b(?!'d| am glad| glad)")
_I: Final = re.compile(r"I\b")
NO_CLOSE_COST: Final = 3
JOIN_COST: Final = 2  # in a later turn
SHORT_JOIN: Final = 16  # words of two facts that a short join can hold
BETTER_JOIN_COST: Final = -1
NEXT_JOIN_COST: Final = 1  # of a pair that can be joined in more than one way
CLOSED_COST: Final = -1
SHORT_CLOSED: Final = 12  # words of a sentence that can take the close in


class Line(Struct, frozen=True):
    """One sentence; `inner` is how it stands after a greeting, and better wordings have a smaller `cost`."""

    text: str
    inner: str
    parts: tuple[Part, ...]
    cost: int
    units: int


class Plan(Struct, frozen=True):
    """A shape with its facts in order, the closes, and the greeting's sentence."""

    shape: Shape
    facts: tuple[Fact, ...]
    greeting: Line
    closes: tuple[Line, ...]


def plans(reading: Reading, grammar: NoteGrammar) -> list[Plan]:
    """The plans that what is known allows, best first."""
    true = _conditions(reading)
    told = " ".join(fact.texts[-1] for fact in reading.facts)
    closes = [
        one_of(options(close), told)
        for close in (grammar.closes.met if reading.met else grammar.closes.unmet)
    ]
    return [
        Plan(
            shape=shape,
            facts=ordered(reading.facts, shape.order),
            greeting=_greeting(reading, grammar),
            closes=tuple(line(close, {}, cost) for cost, close in enumerate(closes)),
        )
        for shape in grammar.shapes
        if true.issuperset(shape.needs)
    ]


def _conditions(reading: Reading) -> set[str]:
    topics = {fact.topic for fact in reading.facts}
    found = {"met" if reading.met else "unmet", "referrer" if "referrer" in topics else "unreferred"}
    standout = next((fact for fact in reading.facts if fact.topic == "standout"), None)
    if standout and not ("met" in topics and _BACK.search(standout.texts[-1])):
        found.add("standout")
    return found


def ordered(facts: tuple[Fact, ...], order: tuple[str, ...]) -> tuple[Fact, ...]:
    """The facts by the topics of an order, those of one topic as they were told."""
    return tuple(fact for topic in order for fact in facts if fact.topic == topic)


def _greeting(reading: Reading, grammar: NoteGrammar) -> Line:
    greeting = reading.greeting
    if not greeting.name:
        return line(grammar.greetings.nameless, {}, 0)
    template = grammar.greetings.formal if greeting.formal else grammar.greetings.warm
    return line(template, {"name": (greeting.name, "who")}, 0)


def line(template: str, fills: Mapping[str, tuple[str, str]], cost: int) -> Line:
    """A template with its places filled, and where the words of each slot are in it."""
    text, parts, start = "", [], 0
    for match in _PLACE.finditer(template):
        text += template[start : match.start()]
        words, slot = fills[match[1]]
        parts.append(Part(len(text), len(text) + len(words), slot))
        text += words
        start = match.end()
    text += template[start:]
    keeps = template.startswith("{{") or _I.match(template)
    inner = text if keeps else text[:1].lower() + text[1:]
    return Line(upper_first(text), inner, tuple(parts), cost, units(text))


def wordings(fact: Fact, level: int, grammar: NoteGrammar, turn: int = 0) -> tuple[Line, ...]:
    """The sentences that say one fact, best first; `turn` says which of them is the best this time."""
    fill = {"x": (fact.texts[level], fact.slot)}
    templates = _chosen(fact, level, grammar)
    if _INTERRUPTED.search(fact.texts[level]) and fact.topic == "standout":
        # `your hand on my arm, no words stood out`: a comma would be missing
        templates = tuple(one for one in templates if "{{x}} st" not in one) or templates
    if _OWN_END.search(fact.texts[level]) and '"' not in fact.texts[level]:
        # `you prayed and I passed, and that stayed with me`: two ends are too many
        templates = tuple(one for one in templates if "{{x}}, and" not in one) or templates
    return tuple(
        line(template, fill, (place - turn) % len(templates)) for place, template in enumerate(templates)
    )


def _chosen(fact: Fact, level: int, grammar: NoteGrammar) -> tuple[str, ...]:
    """One wording of each rank, none of which says a word again that the fact has, if it can be helped."""
    ranks = [options(template) for template in grammar.wordings[fact.kind]]
    plain = [[one for one in rank if not grammar.echoes_in(one, fact.texts[level])] for rank in ranks]
    return tuple(one_of(rank, fact.texts[-1]) for rank in (plain if any(plain) else ranks) if rank)


def one_of(choices: Sequence[str], words: str) -> str:
    """The same choice for the same words, on every machine."""
    return choices[zlib.crc32(words.encode("utf-8")) % len(choices)]


def joined(
    pair: tuple[Fact, Fact], levels: tuple[int, int], grammar: NoteGrammar, turn: int = 0
) -> tuple[Line, ...]:
    """The sentences that say two facts at once, best first; most belong to the first turn."""
    first, second = pair
    plain = not any(_LINKED.search(fact.texts[level]) for fact, level in zip(pair, levels, strict=True))
    words = sum(len(fact.texts[level].split()) for fact, level in zip(pair, levels, strict=True))
    fills = {"a": (first.texts[levels[0]], first.slot), "b": (second.texts[levels[1]], second.slot)}
    fitting = [
        join
        for join in grammar.joins
        if (join.first, join.second) == (first.kind, second.kind)
        and not (", " in fills["b"][0] and "{{b}} st" in join.text)
        and not (_THERE.search(fills["b"][0]) and "where {{b}}" in join.text)
        and (not join.short or (plain and words <= SHORT_JOIN))
    ]
    costs = [BETTER_JOIN_COST if join.short or join.better else JOIN_COST * turn for join in fitting]
    return tuple(
        line(one_of(options(join.text), second.texts[-1]), fills, cost + NEXT_JOIN_COST * place)
        for place, (join, cost) in enumerate(zip(fitting, costs, strict=True))
    )


def closed(last: Line, close: Line) -> Line | None:
    """The last sentence with the close behind its comma: `I bake bread, and I'd be glad to connect.`."""
    text = last.text.removesuffix(".")
    full = _LINKED.search(text) or len(text.split()) > SHORT_CLOSED or text == last.text
    wanted = {"standout": _OF_TWO, "how_met": None}.get(last.parts[-1].slot if last.parts else "", _OF_ONE)
    if full or wanted is None or not wanted.match(text) or not close.text.startswith("I'd"):
        return None
    end = f", and {close.text}"
    size = last.units + units(end) - 1
    return Line(text + end, last.inner.removesuffix(".") + end, last.parts, close.cost + CLOSED_COST, size)
