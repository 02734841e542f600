"""Whether the two have met, as far as the words show."""

import re
from typing import Final

from bot.coach.compose.facts import Fact
from bot.coach.compose.lexicon import Lexicon

IN_PERSON: Final = frozenset(
    {"met.event", "met.place", "met.we", "met.role", "met.were", "met.as", "met.mine", "met.there"}
)
_NEVER = re.compile(
    r"\b(?:never|not|haven't|hadn't|didn't|without) (?:\w+ ){0,2}?(?:met|meet|meeting|spoken|talked)\b"
    r"|\b(?:strangers?|don't know each other|don't know you)\b",
    re.IGNORECASE,
)
_US = re.compile(
    r"\b(?:(?:i was|i am|i'm) your|we|us|together|you and i|i and you|each other|in your|as your)\b",
    re.IGNORECASE,
)
_ME: Final = r"\b(?:i|i'm|i'd|i've|me|my|mine|our)\b"
_YOU: Final = r"\b(?:you|you're|you'd|you've|yourself)\b"
_BOTH = re.compile(rf"^(?=.*{_ME})(?=.*{_YOU})", re.IGNORECASE)
_WERE_MY = re.compile(r"\b(?:are|were|was|as|been|became|is) (?:my|our)\b", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\b(?:told|tell|tells|showed|shows|sent|recommended|mentioned|talked|talks|spoke|speaks|raved|forwarded)\b"
    r"(?: (?!you\b)\w+){0,4} (?:about|of|by|from) (?:you|your)\b"
    r"|\b(?:know|heard|hear|read|saw) (?:of|about) you\b|\bknows? you\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:listen\w*|heard|hear|read|watch\w*|follow\w*|saw|seen|online|posts?|comments?|newsletter|podcast|"
    r"article|book|video|linkedin|twitter|admire|fan)\b",
    re.IGNORECASE,
)


def have_met(facts: list[Fact], lexicon: Lexicon) -> bool:
    """Whether the two have met, as far as the words show: the writer and the person, not their friends."""
    if any(_NEVER.search(fact.texts[-1]) for fact in facts):
        return False
    return any(fact.kind in IN_PERSON or _is_together(fact, lexicon) for fact in facts)


def _is_together(fact: Fact, lexicon: Lexicon) -> bool:
    if fact.kind not in {"met.said", "met.you", "met.did", "met.i"}:
        return False
    who = {"met.you": "you ", "met.did": "you ", "met.i": "I "}.get(fact.kind, "")
    text = _without_friends(who + fact.texts[-1], lexicon)
    if _APART.search(text) or _HEARSAY.search(text):
        return False
    return bool(_US.search(text) or _BOTH.search(text))


def _without_friends(text: str, lexicon: Lexicon) -> str:
    """Without `my friend`, unless that is who the person was: `you supervised my friend` is no meeting."""

    def spare(match: re.Match[str]) -> str:
        word = match[1].lower()
        was = _WERE_MY.search(text[: match.end()]) and not word.endswith("'s")
        return match[0] if was or word.removesuffix("'s") not in lexicon.relations else "them"

    return re.sub(r"\b(?:my|our) (?:\w+ )??([\w']+)\b", spare, text, flags=re.IGNORECASE)
