"""A meeting told where the referrer was asked for, and what a shared contact is to the writer."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.model import Slot
from bot.coach.text import fold

Given = dict[Slot, str]
_YES: Final = re.compile(
    r"(?:(?:oh|well|ok|okay|hmm+|um+)[, ]+)*(?:yes|yeah|yep|yup|yea|ya|sure|of course|i did|we did|we have"
    r"|i do|indeed|si|sí|oui|ja|da|true|correct)"
    r"(?:[, ]+(?:yes|yeah|sure|of course|i did|we did|we have|i do|lol|haha))*"
    r"[ .!]*",
    re.IGNORECASE,
)
_MET: Final = (
    r"(?:we|i) (?:(?:have|had|used to|once|both|first|actually|just) )*(?:met|meet|bumped into|ran into"
    r"|studied|worked|trained|shared?|sat|attended|lived|flew|travell?ed|queued|(?:was|were) (?:in|at|on))\b"
)
_MEETING: Final[dict[Slot, re.Pattern[str]]] = {
    "referrer": re.compile(rf"{_MET}|(?:at|in|on|during) (?:the|our|my|an?) \w", re.IGNORECASE),
    "standout": re.compile(_MET, re.IGNORECASE),
}
_TIE: Final = re.compile(
    r"^(?P<name>(?-i:[^\W\d_a-z])[\w'-]+(?: (?-i:[^\W\d_a-z])[\w'-]+){0,2})"
    r"(?:,? (?:he|she|they|who)(?:'s| is| was|'re| are)|,? (?:is|was)|,| -| –| \()\s*"
    r"(?P<tie>my (?:[\w-]+ ){0,2}?(?P<kin>[\w-]+(?:[ -]in[ -]law)?))\)?(?:(?:[.,;]| and\b| we\b).*)?[.!]*$",
    re.IGNORECASE,
)


def placed(given: Given, lexicon: Lexicon) -> Given:
    """The answers where they belong: the meeting to the meeting, the cousin to the one who suggested it."""
    return _with_tie(_without_yes(_met(given, lexicon)), lexicon)


def _without_yes(given: Given) -> Given:
    """Without the answers that are a bare yes; to how they met it is asked once more."""
    return {slot: text for slot, text in given.items() if slot == "how_met" or not _YES.fullmatch(text)}


def _met(given: Given, lexicon: Lexicon) -> Given:
    """`yes` to how they met, and the meeting behind the question for a referrer or for what stands out."""
    met = given.get("how_met", "")
    if met and not _YES.fullmatch(met):
        return given
    for slot, meeting in _MEETING.items():
        text = given.get(slot, "")
        suggested = any(lexicon.has("suggesting", word) for word in re.findall(r"[\w']+", text.lower()))
        if meeting.match(text) and not (slot == "referrer" and suggested):
            return {**_without(slot, given), "how_met": text}
    return given


def _without(slot: Slot, given: Given) -> Given:
    return {key: value for key, value in given.items() if key != slot}


def _with_tie(given: Given, lexicon: Lexicon) -> Given:
    """`Sipho, he's my cousin` of the one who suggested it is `my cousin Sipho Dube`; of another, one name."""
    match = _TIE.match(given.get("common_ground", ""))
    if not match or match["kin"].lower().split()[0].split("-")[0] not in lexicon.relations:
        return given
    referrer, tie = given.get("referrer", ""), match["tie"]
    plain = fold(re.sub(r"[^\w\s'-]", " ", referrer)).split()
    if not set(fold(match["name"]).split()) <= set(plain):
        return {**given, "common_ground": f"{tie} {match['name']}"}
    rest = _without("common_ground", given)
    return rest if "my " in referrer.lower() else {**rest, "referrer": f"{tie} {referrer}"}
