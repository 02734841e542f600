"""Of a story in many sentences the one that a note should have beside the first."""

import re
from typing import Final

from msgspec.structs import replace

from bot.coach.compose.facts import Fact

STORY: Final = 3  # sentences; fewer are no story
DETAIL_RANK: Final = 28  # before what they share and who writes
# what two people do when they meet, and what one does to the other
_BETWEEN: Final = re.compile(
    r"\bwe (?:\w+ ){0,4}?(?:met|meet|talk\w*|chat\w*|spoke|shar\w+|danced|argued|laughed|worked|sat|sang"
    r"|played)\b",
    re.IGNORECASE,
)
_TO_ME: Final = re.compile(r"^(?:you )?\w+(?: \w+){0,2}? (?:me|us|my|our)\b", re.IGNORECASE)
_YOU: Final = re.compile(r"\byou(?:r|'\w+)?\b", re.IGNORECASE)
_LEANS: Final = re.compile(r"^(?:it|this|that|these|those|they|then)\b", re.IGNORECASE)


def with_detail(facts: list[Fact]) -> list[Fact]:
    """The facts with the best of the later ones ranked close behind the first; its place stays."""
    if len(facts) < STORY:
        return facts
    worth = [0.0, *(_worth(fact) for fact in facts[1:])]
    best = max(range(1, len(facts)), key=lambda place: (worth[place], -place))
    if not worth[best]:
        return facts
    return [replace(fact, rank=DETAIL_RANK) if place == best else fact for place, fact in enumerate(facts)]


def _worth(fact: Fact) -> float:
    """How much it says of the two; nothing for what leans on the sentence before it."""
    text = fact.texts[0]
    if fact.leans or _LEANS.match(text):
        return 0.0
    about = fact.kind in {"met.you", "met.did", "met.there"} or _YOU.search(text)
    return 3.0 * bool(_BETWEEN.search(text)) + 2.0 * bool(about) + bool(about and _TO_ME.match(text))
