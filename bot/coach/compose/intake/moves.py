"""Answers that were given to another question than the one that asks for them."""

import re
from collections.abc import Callable
from typing import Final

from bot.coach.compose.intake.misplaced import Given, placed
from bot.coach.compose.lexicon import Lexicon
from bot.coach.model import Slot

_WISH = re.compile(
    r"^(?:(?:hi|hello|hey)[, ]+)?"
    r"(?:(?P<me>(?:i'?m|i am) (?!(?:trying|hoping|looking|writing|wanting|going)\b).+?)"
    r"[,.]?\s+(?:(?:and|so|,)\s+)?)?"
    r"(?:(?:i|we)(?:'?d| would)? )?"
    r"(?:(?:want|wanna|wish|like|love|hope|plan|trying|hoping|looking)(?:ing)? )+(?:to )?"
    r"(?:add|invite|connect (?:with|to)|write (?:a note )?(?:to )?|message|reach(?: out to)?|contact|thank)"
    r"\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
_NAME: Final = r"[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+){0,3}"
_INTRODUCED = re.compile(
    rf"(?:^|(?<=[.!?,] ))(?i:it'?s|it is|that'?s|(?:his|her|their) name(?:'s| is|s)"
    rf"|(?:(?:he|she)(?:'s| is)|they're|they are) called|called|named)\s+"
    rf"(?P<name>{_NAME})(?=[.,!?]|$)\s*[.,!?]*\s*"
)
_FULL_NAME = re.compile(r"^(?P<name>[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+){1,2})(?:[.!?]\s+|$)")
_THROUGH = re.compile(
    r"^(?:we met |met |i know (?:him|her|them) |got to know (?:him|her|them) )?"
    r"(?:through|via|thru|thanks to)\s+(?P<who>.+)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,.;]|\s(?:who|he|she|they|at|in|on|from|when|after|during|and)\s", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:he|she) (?!is\b|was\b|works\b|\w+ (?:me|us|i)\b)\w+ \w"
    r"|(?:(?:i|we)(?!'m\b| am\b)|they|everyone|everybody|people|nobody|no one)\b\s+\w+\s+\w",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:met|meet|ran into|bumped into)\b", re.IGNORECASE)
# a group or a place, not the firm that somebody is from; or what they are there
_FROM_WHERE = re.compile(
    r"^[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,3}?(?:,? (?:from|at) (?P<where>(?:the|our|my)"
    r" (?!(?:university|company|firm|office)\b)[^,.;()]+)"
    r"|, (?P<role>the (?:\w+ ){1,3}(?:at|of|in|from|on) [^,.;()]+))",
    re.IGNORECASE,
)
MAX_TIE: Final = 6  # words in `my old manager Dana Ortiz`


def moved(given: Given, lexicon: Lexicon, is_named: Callable[[str], bool]) -> Given:
    """The answers where they belong; `is_named` says whether an answer to "who" has a name in it."""
    given = placed(_without_wish(dict(given)), lexicon)
    if "who" in given and not is_named(given["who"]):
        given = _introduced(given)
    return _no_referrer(_through_somebody(_placed_by_name(given), lexicon), lexicon)


def _placed_by_name(given: Given) -> Given:
    """`Jukka from the juniors`, where nothing else tells how they know each other."""
    match = _FROM_WHERE.search(given.get("who", "")) if "how_met" not in given else None
    if not match:
        return given
    return {**given, "how_met": match["role"] or f"from {match['where']}"}


def _without_wish(given: Given) -> Given:
    """`i'm a vet in Fife and i'd like to add Isla`: who writes, and to whom."""
    match = _WISH.match(given.get("who", ""))
    if not match:
        return given
    given["who"] = match["who"]
    if match["me"] and "about_me" not in given:
        given["about_me"] = match["me"]
    return given


def _introduced(given: Given) -> Given:
    """The name that another answer tells: `it's Glenys. Glenys Parry. she fitted ...`."""
    for slot in ("how_met", "standout"):
        text = given.get(slot, "")
        match = _INTRODUCED.search(text)
        if not match:
            continue
        name, rest = match["name"], text[: match.start()] + text[match.end() :]
        if again := _FULL_NAME.match(rest):
            name, rest = again["name"], rest[again.end() :]
        return {
            **{key: value for key, value in given.items() if key != slot},
            "who": name,
            **_kept(slot, rest),
        }
    return given


def _kept(slot: Slot, text: str) -> Given:
    return {slot: text.strip()} if any(map(str.isalnum, text)) else {}


def _through_somebody(given: Given, lexicon: Lexicon) -> Given:
    """`through my manager Dana Ortiz` says who made the contact rather than where."""
    match = _THROUGH.match(given.get("how_met", ""))
    if not match or "referrer" in given:
        return given
    head = _CLAUSE.split(match["who"])[0].split()
    tie = len(head) <= MAX_TIE and any(word.lower().removesuffix("'s") in lexicon.relations for word in head)
    name = 1 < len(head) <= MAX_TIE and all(word[:1].isupper() for word in head)
    if not tie and not (name and not _is_occasion(head, lexicon)):
        return given
    return {**{slot: text for slot, text in given.items() if slot != "how_met"}, "referrer": match["who"]}


def _is_occasion(words: list[str], lexicon: Lexicon) -> bool:
    groups = (
        "event_heads",
        "occasion_heads",
        "bare_places",
        "media_read",
        "media_heard",
        "media_saw",
        "media_found",
    )
    return any(
        lexicon.has(group, word) or word.lower() in lexicon.capitals for word in words for group in groups
    )


def _no_referrer(given: Given, lexicon: Lexicon) -> Given:
    """`everybody at the depot talks about his maps` says what stands out, and not who suggested it."""
    text = given.get("referrer", "")
    words = re.findall(r"[\w']+", text.lower())
    if not words or not _OTHERS.match(text) or any(lexicon.has("suggesting", word) for word in words):
        return given
    slot: Slot = "how_met" if _MEETING.search(text) else "standout"
    rest: Given = {key: value for key, value in given.items() if key != "referrer"}
    return rest if slot in rest else {**rest, slot: text}
