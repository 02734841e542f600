"""What stands out about the person."""

import re
from typing import Final

from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.pov import Turner
from bot.coach.compose.told import Told, ended

_KINDS: Final = {
    Form.NOUN: "standout.noun",
    Form.NOUNS: "standout.nouns",
    Form.SENTENCE: "standout.said",
    Form.QUOTE: "standout.quote",
}


def read_standout(told: Told, lexicon: Lexicon, *, met: bool) -> list[Fact]:
    """The facts; `met` decides between `you were calm` and `you are calm`."""
    facts = []
    for index, piece in enumerate(map(ended, told.pieces)):
        kind, text = _first(piece, lexicon, met=met)
        facts.append(told.fact(index, _later(kind) if index else kind, text))
    return facts


def _first(text: str, lexicon: Lexicon, *, met: bool) -> tuple[str, str]:
    form = form_of(text, lexicon)
    match form:
        case Form.BARE:
            return "standout.noun", _owned(text)
        case Form.VERB:
            return "standout.verb", agreeing(text, lexicon)
        case Form.SENTENCE if not re.match(r"(?:you|your)\b", text):
            return "standout.plain", text
        case Form.CLAUSE:
            return _clause(text), text
        case Form.ADJECTIVE:
            return ("standout.then" if met else "standout.now"), text
    return _KINDS.get(form, "standout.else"), text


def _owned(text: str) -> str:
    return f"the {text}" if re.search(r"\byou\b", text) or text.startswith("way ") else f"your {text}"


def _clause(text: str) -> str:
    if text.startswith("what "):
        return "standout.noun"
    return "standout.clause" if text.startswith(("how ", "that ", "why ")) else "standout.manner"


def _later(kind: str) -> str:
    """One sentence says what stood out; the ones after it do not say so again."""
    if kind in {"standout.noun", "standout.nouns", "standout.clause", "standout.manner", "standout.else"}:
        return "standout.more"
    return {"standout.verb": "standout.doing", "standout.said": "standout.plain"}.get(kind, kind)


def agreeing(text: str, lexicon: Lexicon) -> str:
    """`grows figs and sells them` as it follows `you`."""
    return Turner(lexicon, "she").turn(f"she {text}").removeprefix("you ")
