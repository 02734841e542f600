"""Verbs that come to follow `you`: what a contraction stands for, and which words are none."""

from collections.abc import Sequence
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_OBJECTS: Final = frozenset({"me", "us", "you", "them", "him", "her", "it"})
_AWAY: Final = frozenset(
    {"away", "off", "out", "back", "over", "down", "up", "home", "round", "around", "past"}
)
_WORKS_AT: Final = frozenset({"at", "for", "with", "in", "on", "as", "to"})


def contracted(ending: str, following: Sequence[str], lexicon: Lexicon) -> str:
    """What stands for `'s` after `you`, before these words: `she's built` is `you've built`."""
    if ending != "'s":
        return ending
    first, second, third = [*following, "", "", ""][:3]
    word, object_ = (second, third) if lexicon.has("frequency", first) else (first, second)
    done = word.endswith("ed") or word in lexicon.participles - lexicon.bases
    if done and (object_[:1].isdigit() or lexicon.has("determiners", object_) or object_ in _OBJECTS):
        return "'ve"  # `she's restructured 3 airlines`
    return "'ve" if lexicon.has("has_participles", word) else "'re"


def is_noun_here(words: Sequence[str], lexicon: Lexicon) -> bool:
    """`paints every door and gates`: a word that may be a thing is a verb only before an object."""
    verb, following, third = [*words, "", "", ""][:3]
    if not lexicon.has("noun_verbs", verb):
        return False
    if verb == "works" and following in _WORKS_AT:
        return False
    if following == "to" and lexicon.has("determiners", third):
        return False
    if following in _AWAY or (following in _WORKS_AT and third in _OBJECTS):
        return False
    return not (lexicon.has("determiners", following) or following in _OBJECTS)
