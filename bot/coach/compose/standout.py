"""What stands out about the person."""

import re
from typing import Final

from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of, is_verb
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.pov import Turner
from bot.coach.compose.told import Told, ended

_THINGS: Final = frozenset({Form.NOUN, Form.NOUNS, Form.BARE})
_AFTER_PARTICIPLE: Final = frozenset({"of", "in", "by", "from", "with", "at", "on", "for", "as"})
_LEAD = re.compile(
    r"^(?:(?:i was |i'm |i am |so |very |really |truly |deeply )*"
    r"(?:impressed|inspired|moved|touched|struck|amazed) by|because)\s+(?=\w)",
    re.IGNORECASE,
)
_KINDS: Final = {
    Form.NOUN: "standout.noun",
    Form.NOUNS: "standout.nouns",
    Form.SENTENCE: "standout.said",
    Form.QUOTE: "standout.quote",
}


def read_standout(told: Told, lexicon: Lexicon, *, met: bool) -> list[Fact]:
    """The facts; `met` decides between `you were calm` and `you are calm`."""
    facts = []
    pieces = [part for piece in told.pieces for part in parted(_LEAD.sub("", ended(piece)), lexicon)]
    for index, piece in enumerate(pieces):
        kind, text = _first(piece, lexicon, met=met)
        facts.append(told.fact(index, _later(kind) if index else kind, text))
    return facts


def parted(text: str, lexicon: Lexicon) -> list[str]:
    """`precise, never reads from slides` as two; `the part on rents, changed my mind` as one sentence."""
    head, comma, tail = text.partition(", ")
    if not comma or any(mark in text for mark in '"(') or form_of(tail, lexicon) is not Form.VERB:
        return [text]
    first, following = [*tail.lower().split(), ""][:2]
    if first in lexicon.pasts and following in _AFTER_PARTICIPLE:
        return [text]  # `a cake, baked in clay`
    form = form_of(head, lexicon)
    if is_verb(head.lower(), lexicon):
        return [text]  # `teaches, mends and sings`
    if form in _THINGS and lexicon.has("effects", first) and following in {"me", "my", "us", "our"}:
        return [f"{head} {tail}"]
    alone = form is Form.VERB or re.match(r"you\b", text)
    new = form in _THINGS or form is Form.ADJECTIVE or (alone and " and " not in text)
    return [head, *parted(tail, lexicon)] if new else [text]


def _first(text: str, lexicon: Lexicon, *, met: bool) -> tuple[str, str]:  # noqa: PLR0911 - a table of forms
    form = form_of(text, lexicon)
    match form:
        case Form.BARE:
            return "standout.noun", _owned(text)
        case Form.VERB if _is_mine(text, lexicon):
            return "standout.plain", f"I {text}"
        case Form.VERB:
            return "standout.verb", agreeing(text, lexicon)
        case Form.SENTENCE if not re.match(r"(?:you|your)\b", text):
            return "standout.plain", text
        case Form.CLAUSE:
            return _clause(text), text
        case Form.ADJECTIVE:
            return ("standout.then" if met else "standout.now"), text
    return _KINDS.get(form, "standout.else"), text


def _is_mine(text: str, lexicon: Lexicon) -> bool:
    """`loved the part on doors` and `learned a lot from you` are what the writer did."""
    words = [word for word in text.lower().split() if not lexicon.has("frequency", word)] or [""]
    learned = words[0] in {"learned", "learnt", "learn"} and bool(re.search(r"\bfrom (?:you|your)\b", text))
    return learned or lexicon.has("liking", words[0])


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
    return {
        "standout.verb": "standout.doing",
        "standout.said": "standout.later",
        "standout.plain": "standout.later",
    }.get(kind, kind)


def agreeing(text: str, lexicon: Lexicon) -> str:
    """`grows figs and sells them` as it follows `you`."""
    return Turner(lexicon, "she").turn(f"she {text}").removeprefix("you ")
