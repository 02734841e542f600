"""Which of he, she and they the recipient is, from the surest sign that there is."""

import re
from collections.abc import Iterable
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.who import Who
from bot.coach.compose.viewpoint.pronouns import ROLE, recipient_pronoun

_NEUTRAL: Final = re.compile(
    r"\bthey ?/ ?them\b|\buses? they\b|\b(?:he or she|she or he|he/she|she/he)\b", re.IGNORECASE
)
_LIVED: Final = re.compile(r"\bwhere (?:my|our) (?:\w+ )??(\w+) (?:\w+ )?\w+ed\b.*\b(?:her|his) (?!own\b)")
_OWN: Final = re.compile(
    r"\b(?P<one>he|she)(?:'s|s| is| was)? (?:the|a|an|my|our|from|at|in|works?|runs?|teaches|called)\b"
    r"|\b(?P<two>he|she) ?/ ?(?:him|her)\b",
    re.IGNORECASE,
)


def pronoun_of(who: Who, answer: str, about: Iterable[str], lexicon: Lexicon) -> str | None:
    """By the title, by what is said beside the name, by the given name; else by the answers."""
    about = list(about)
    if who.pronoun:
        return who.pronoun
    if _NEUTRAL.search(answer):
        return "they"
    if own := _OWN.search(answer):
        return (own["one"] or own["two"]).lower()
    if named := [text for text in about if who.names and who.names[0].casefold() in text.casefold()]:
        resumed = re.compile(
            rf"\b{lexicon.named(who.names[0])}(?: [\w'-]+)?,? (he|she)\b(?! and\b)", re.IGNORECASE
        )
        if found := next((match for text in named if (match := resumed.search(text))), None):
            return found[1].lower()
    likely = recipient_pronoun(about, _known_by_name(who, about, lexicon))
    return None if likely and _is_of_another(likely, " ".join(about).lower(), lexicon) else likely


def _is_of_another(pronoun: str, text: str, lexicon: Lexicon) -> bool:
    """`where my gran lived; carried her shopping`: only a thing is hers, and somebody else is a she."""
    told = [word for word in re.findall(r"[^\W\d_]+", text) if word in ROLE and ROLE[word][0] == pronoun]
    other = _LIVED.search(text)
    return other is not None and told in (["her"], ["his"]) and lexicon.relations.get(other[1]) == pronoun


def _known_by_name(who: Who, about: list[str], lexicon: Lexicon) -> str | None:
    """The pronoun that nearly everybody of the name has, where it is said: a writer knows better."""
    gender = gender_of(who.names[0], lexicon) if who.names else None
    said = {"he": r"\b(?:he|him|his|himself)\b", "she": r"\b(?:she|hers?|herself)\b"}
    return gender if gender and any(re.search(said[gender], text, re.IGNORECASE) for text in about) else None


def gender_of(name: str, lexicon: Lexicon) -> str | None:
    """What nearly everybody of a given name is; None for all the other names."""
    return next((gender for gender in ("he", "she") if lexicon.has(f"{gender}_names", name)), None)
