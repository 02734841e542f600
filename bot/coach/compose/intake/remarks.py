"""What is said to the coach rather than about the person: pointers, asking back, `if that counts`."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_CLAUSE = re.compile(r"(\s*[,;:]\s+|\s+[-–—]+\s+|\s*(?:\.{2,}|…)\s*)")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_ASKED_FACT = re.compile(
    r"^(?:(?:does|would|do|will) (?:it|that|this) (?:count|work|help|matter|do)"
    r"|is (?:it|that) (?:ok(?:ay)?|fine|enough)"
    r"|(?:can|could|may|should) i (?:also )?(?:say|mention|write|put|add))"
    r" (?:that|if|when)\s+(?=(?:i|we|he|she|they|my|our|both)\b)(?P<fact>[^?]+)\?*$",
    re.IGNORECASE,
)
_OWN_CLAUSE = re.compile(
    r"(?:(?:and|but|so|because|where|who|which|still|though)\s+)*"
    r"(?:i|we|he|she|they|it|you|that|this|there)(?:'\w+| \w+)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r":\s*$|\b(?:says?|said|tells?|told|wrote|rules?|motto|mantra|advice|lines?|tips?|slogan|words)\b",
    re.IGNORECASE,
)
_UNSAID: Final = re.compile(r"^(?:i|we) (?:only|just|do not|don'?t|never|cannot|can'?t)\b", re.IGNORECASE)


def without_remarks(sentence: str, lexicon: Lexicon, *, asides: bool = True) -> str:
    """The sentence without its clauses that speak to the coach; empty when that is all it does.

    With `asides`, what stands in brackets and is a clause of its own goes, too.
    """

    def spare(match: re.Match[str]) -> str:
        goes = _is_remark(match[1], lexicon) or (asides and _OWN_CLAUSE.match(match[1].strip()))
        return "" if goes else match[0]

    sentence = _BRACKETS.sub(spare, sentence)
    if fact := asked_fact(sentence):
        return fact
    parts = _CLAUSE.split(sentence)
    if len(parts) == 1:
        return "" if _is_remark(sentence, lexicon) or _is_told(sentence, "", lexicon) else sentence
    kept = ""
    for place in range(0, len(parts), 2):
        if not (_is_remark(parts[place], lexicon) or _is_told(parts[place], "".join(parts[:place]), lexicon)):
            kept += (parts[place - 1] if kept else "") + parts[place]
    return kept


def asked_fact(sentence: str) -> str:
    """What a question tells in passing: `does it count that we both weld?`; else nothing."""
    match = _ASKED_FACT.match(sentence.strip())
    return "" if not match or _UNSAID.match(match["fact"]) else match["fact"].strip() + "."


def _is_told(clause: str, before: str, lexicon: Lexicon) -> bool:
    """Whether the coach is told how to write; not `her rule: keep it short`, which is what somebody said."""
    return bool(lexicon.instruction.fullmatch(clause.strip(" .!?,;:"))) and not _QUOTED.search(before)


def _is_remark(clause: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.remark.fullmatch(clause.strip(" .!?,;:")))
