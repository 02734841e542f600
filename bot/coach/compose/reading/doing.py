"""Who did it, when an answer begins with the verb: `taught me to weld`, `worked together`."""

import re
from typing import Final

from bot.coach.compose.language.clauses import OBJECTS
from bot.coach.compose.language.forms import Form
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.standout import agreeing

_SHOWN: Final = frozenset(
    {"spoke", "presented", "gave", "taught", "hosted", "led", "chaired", "organised", "organized"}
)
_WITH_ME = re.compile(r"\b(?:with|beside|near|behind|opposite|next to|in front of|to) (?:me|us)\b")
_MINE = re.compile(r"(?:my|our) ((?:\w+ ?){1,3})")
_CAME = re.compile(
    r"(?:came|come|comes|walked|dropped|stopped|turned|visited|popped)\b(?: (?:up|by|over|along))?"
    r" (?:(?:to|into|in|past|at) )?(?:my|our) (?:\w+ )?"
    r"(?:stall|shop|stand|booth|house|door|class|office|table|workshop|studio|talk|market|cafe|school|site|farm)\b"
)
_OWN_TIME = re.compile(
    r"\b(?:in|on|with|from|at) your (?:own|spare|free|lunch) (?:time|money|breaks?|hours?|evenings)\b"
)
_DONE_TO: Final = frozenset(
    "cited reviewed published used fixed repaired treated edited printed quoted included featured mentioned"  # noqa: SIM905
    " praised displayed hung hosted translated checked marked".split()
)
_DONE_TO_MINE = re.compile(
    r"(?:my|our) (?:\w+ ){1,3}?(?:in|on|at|for) your\b"
)  # `cited my paper in your review`
_WHEN_I = re.compile(
    r"\b(?:when|while) (?:i|we) (?:was|were)\b"
)  # `ran the clinic next door when I was a nurse`
_DONE_BY = re.compile(
    r"\w+ by (?!you\b|the way\b|bus\b|train\b|car\b|bike\b|chance\b|accident\b|\w+ing\b|\d)"
)  # `cited by everyone`
_NO_VERB: Final = ("bit ", "kind of ", "sort of ")
_NAME_HEADS: Final = ("event_heads", "occasion_heads", "day_heads", "on_places", "in_places")
LONGEST_NAME: Final = 3  # words after the first


def doing(text: str, lexicon: Lexicon) -> tuple[str, tuple[str, ...]] | None:
    """The kind of fact that gives a doing its subject: we, the recipient, or else the writer."""
    if text.lower().startswith(_NO_VERB):
        return None
    if is_ours(text, lexicon):
        return "met.we", (text,)
    if _DONE_BY.match(text) and text.split(maxsplit=1)[0].lower() in lexicon.past_of:
        return "met.said", (f"you are {text}",)
    if _CAME.match(text) or _OWN_TIME.search(text) or _is_yours(text, lexicon):
        return "met.you", (agreeing(text, lexicon),)
    return "met.i", (text,)


def is_unknown(text: str, form: Form, lexicon: Lexicon) -> bool:
    """`downloaded it for our model`: its object shows the verb that no list has."""
    first, following = [*text.lower().split(), ""][:2]
    takes = following in OBJECTS or lexicon.has("determiners", following)
    return form is Form.BARE and takes and (first.endswith("ed") or "together" in text)


def is_name(text: str, lexicon: Lexicon) -> bool:
    """`repair café`, `trade day` and `book club` begin with a verb, and are occasions all the same."""
    first, *rest = [*re.findall(r"[\w'-]+", text.lower().partition(",")[0]), ""]
    if first not in lexicon.bases - lexicon.pasts:
        return False
    for word in rest[:LONGEST_NAME]:
        if lexicon.has("determiners", word) or lexicon.has("after_object", word):
            return False
        if any(lexicon.has(group, word) for group in _NAME_HEADS) or word == "show":
            return True
    return False


def is_ours(text: str, lexicon: Lexicon) -> bool:
    """Whether both did it."""
    first = text.split(maxsplit=1)[0].lower()
    alone = not re.search(r"\b(?:you|your)\b", text)
    return alone and (
        "together" in text or (lexicon.has("together", first) and not re.search(r"\b(?:me|my)\b", text))
    )


def _is_yours(text: str, lexicon: Lexicon) -> bool:
    """What is done to me was done by them."""
    first, _, rest = text.lower().partition(" ")
    if _is_own_doing(first, rest, lexicon):
        return False
    owned = "your" in rest.split() and not (first in _DONE_TO and _DONE_TO_MINE.match(rest))
    if owned or re.search(r"\b(?:you|yourself)\b", rest):
        return bool(re.match(r"(?:me|us)\b", rest))
    if _WHEN_I.search(rest):
        return not lexicon.has("own_verbs", first)
    if first in lexicon.thirds and first not in lexicon.bases:
        return True
    if first == "has":  # nobody says so of themselves
        return True
    mine = r"(?:my|our)\b" if first in {"was", "is"} else r"(?:me|us|my|our)\b"
    return bool(re.match(mine, rest) or _WITH_ME.search(rest)) or first in _SHOWN


def _is_own_doing(verb: str, rest: str, lexicon: Lexicon) -> bool:
    """`did my placement` is the writer's, `did my hair` is not."""
    match = _MINE.match(rest)
    return bool(
        match
        and lexicon.has("own_verbs", verb)
        and any(lexicon.has("own_things", word) for word in match[1].split())
    )
