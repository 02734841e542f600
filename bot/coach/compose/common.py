"""What the two share."""

import re

from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.told import Told, ended

_WE_BOTH = re.compile(r"^(we) both (?=(?:from|in|at|of|on|born|the|a|an)\b)", re.IGNORECASE)
_THE_ONLY = re.compile(r"(?:the|among the|one of the) (?:only|last|first|few)\b")
_LIKE_ME = re.compile(r"^(?:the )?same (?:as|for|like|with) (?:me|here|you|us)\b|^(?:like|as) me$")
_NUMBERED = re.compile(r"(?:no\.? )?\d|no\b", re.IGNORECASE)  # `no 12`, `19 and 22 years`: shared by nobody
_HEDGED = re.compile(
    r",? (?:obviously|apparently|i (?:think|guess|suppose|believe)|of course|as it happens)$", re.IGNORECASE
)
_BOTH = re.compile(r"^(?P<what>.+?),?\s+both(?: of us)?$", re.IGNORECASE)


def read_common(told: Told, lexicon: Lexicon) -> list[Fact]:
    """What is said to be shared."""
    facts: list[Fact] = []
    for piece in map(ended, told.pieces):
        if not (_LIKE_ME.match(piece) or (facts and _NUMBERED.match(piece))):
            facts.append(told.fact(len(facts), *_common(_HEDGED.sub("", piece), lexicon)))
    return facts


def _common(text: str, lexicon: Lexicon) -> tuple[str, str]:
    if match := _BOTH.match(text):
        text = f"both {match['what']}" if not match["what"].lower().startswith("same ") else match["what"]
    text = _WE_BOTH.sub(r"\1 are both ", text)
    return _by_first_word(text, lexicon) or _by_form(text, lexicon)


def _by_first_word(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    first, _, rest = text.partition(" ")
    match first.lower():
        case "both" if _THE_ONLY.match(rest):
            return "common.said", f"we are {rest}"
        case "both" if rest and _begins_with_verb(rest, lexicon):
            return "common.both", rest
        case "both" if rest:
            return "common.are", rest
        case "also" if rest and form_of(rest, lexicon) is not Form.VERB:
            return "common.also", rest
        case "same":
            return "common.same", f"the {text}"
    return None


def _by_form(text: str, lexicon: Lexicon) -> tuple[str, str]:
    form = form_of(text, lexicon)
    if form is Form.SENTENCE:
        return "common.said", text
    if form is Form.VERB:
        return _shared_doing(text, lexicon)
    return _shared_thing(text, lexicon)


def _shared_doing(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """`mend nets` is what both do; `missed my train` and `was late` are the writer's."""
    first, following = [*text.lower().split(), ""][:2]
    if following in {"me", "us"}:
        return "common.said", f"it {text}"
    if first in {"was", "am"} or re.search(r"\bmy\b", text):
        return "common.said", f"I {text}"
    return "common.both", f"{lexicon.thirds.get(first, first)}{text[len(first) :]}"


def _shared_thing(text: str, lexicon: Lexicon) -> tuple[str, str]:
    head = re.split(r",|\s(?:at|in|on|from|of|for|with)\b", text)[0].lower().split()
    persons = bool(head) and lexicon.has("tie_plurals", head[-1])
    plain = persons and not lexicon.has("determiners", head[0])
    return ("common.said", f"we are {text}") if plain else ("common.noun", text)


def _begins_with_verb(text: str, lexicon: Lexicon) -> bool:
    return text.split(maxsplit=1)[0].lower() in lexicon.bases | lexicon.pasts
