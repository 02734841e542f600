"""He in one answer and she in the next, as people say whose language has one word for both."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.model import Slot

_HE: Final = re.compile(r"\b(he|him|his|himself)\b", re.IGNORECASE)
_SHE: Final = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_BEGINS: Final = re.compile(r"^\W*(?:he|she)\b", re.IGNORECASE)
_AS_SHE: Final = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
_TOLD: Final[tuple[Slot, ...]] = ("how_met", "standout")


def as_one(given: Mapping[Slot, str], lexicon: Lexicon) -> dict[Slot, str]:
    """The answers with one pronoun, where two that begin alike can only mean the same person.

    Nobody else may be around: no family, nobody who suggested it; and no answer may have both.
    """
    answers = [given.get(slot, "") for slot in _TOLD]
    if given.get("referrer") or not _is_split(answers) or any(_has_others(one, lexicon) for one in answers):
        return dict(given)
    return {slot: _HE.sub(_she, text) if slot in _TOLD else text for slot, text in given.items()}


def _is_split(answers: Iterable[str]) -> bool:
    """Whether one answer has he, the other she, and the second begins with it."""
    first, second = answers
    he = [bool(_HE.search(one)) for one in (first, second)]
    she = [bool(_SHE.search(one)) for one in (first, second)]
    return he != she and he[0] != he[1] and she[0] != she[1] and bool(_BEGINS.match(second))


def _has_others(answer: str, lexicon: Lexicon) -> bool:
    words = re.findall(r"[^\W\d_]+", answer.lower())
    return any(word in lexicon.relations or lexicon.has("people_words", word) for word in words)


def _she(match: re.Match[str]) -> str:
    said = _AS_SHE[match[0].lower()]
    return said.capitalize() if match[0][0].isupper() else said
