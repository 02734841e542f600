"""What the writer can give."""

import re
from typing import Final

from bot.coach.compose.articles import with_article
from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.told import Told, ended

_GIVES = re.compile(r"^(?:i )?(?:can|could|will|would)\s+(?:also\s+)?", re.IGNORECASE)
_GLAD = re.compile(
    r"^(?:(?:i'm |i am |i'd be )?(?:happy|glad|willing|able|ready) to|"
    r"(?:i'd|i would|would) (?:like|love) to|to)\s+",
    re.IGNORECASE,
)
_FREE = re.compile(
    r",?\s+(?:all )?(?:for free|free of charge|at no cost|no cost|free(?: for (?:you|everyone|all))?)(?= *$)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"\b(?:who|that|which|where)\b", re.IGNORECASE)
_GIVING: Final = r"(?:share|send|give|bring|show|lend|pass on|mail|email|forward)"
# `three years of data I can share with you`: the grammar says that
_I_SHARE = re.compile(
    rf"(?<=\w)(?:,? (?:which |that |and )?I|,) (?:can|could|will|would|could also|can also) {_GIVING}\b"
    r"(?: (?:it|them|this|that|you|to you|with you|over|along|on))*$"
)
_AGAIN = re.compile(rf"^I (?:can|could|will|would) {_GIVING}(?: (?:it|them|this|to you|with you))*$")
_HAVING = re.compile(r"I(?:'ve| still)? (?:have|got|keep|made|wrote|own)\b|I've ")
_OBJECTLESS = re.compile(rf", ((?:can|could|will|would) {_GIVING} you)$")
_SPLICE = re.compile(r"^((?:I|we|you)\b[^,]*), (can|could|will|would) (?=\w)", re.IGNORECASE)


def read_value(told: Told, lexicon: Lexicon) -> list[Fact]:
    """What the writer can give; what it costs is nobody's first thought in a note."""
    pieces = [_without_price(ended(piece)) for piece in told.pieces]
    facts: list[Fact] = []
    for piece in filter(None, pieces):
        if not (facts and _AGAIN.match(piece)):
            facts.append(told.fact(len(facts), *_offer(piece, lexicon)))
    return facts


def _offer(text: str, lexicon: Lexicon) -> tuple[str, str]:
    kind, said = _value(text, lexicon)
    return kind, _spliced(said) if kind == "value.said" else said


def _spliced(text: str) -> str:
    """`I have the drawings, could send scans` with the words that a sentence needs there."""
    text = _OBJECTLESS.sub(r" that I \1", text) if _HAVING.match(text) else text
    return _SPLICE.sub(r"\1 and \2 ", text, count=1)


def has_price(told: Told) -> bool:
    """Whether an offer says that it costs nothing."""
    return any(_without_price(ended(piece)) != ended(piece) for piece in told.pieces)


def _without_price(piece: str) -> str:
    """`I can scan it for free`; not `vets who treat for free`, where it is somebody else's price."""
    match = _FREE.search(piece)
    return (
        piece[: match.start()].strip(" ,") if match and not _WHOSE.search(piece[: match.start()]) else piece
    )


def _value(text: str, lexicon: Lexicon) -> tuple[str, str]:
    if match := _GLAD.match(text):
        return "value.glad", text[match.end() :]
    if re.match(r"(?:can|could|will|would)\s", text):
        return "value.can", _GIVES.sub("", text)
    form = form_of(text, lexicon)
    if form is Form.SENTENCE and (re.match(r"I\b", text) or not _I_SHARE.search(text)):
        return "value.said", text
    text = _I_SHARE.sub("", text)
    first = text.split(maxsplit=1)[0].lower()
    if form is Form.VERB or (first in lexicon.bases and len(text.split()) > 1 and form is not Form.NOUN):
        glad = first in lexicon.bases and not lexicon.has("having", first)
        return ("value.glad", text) if glad else ("value.said", f"I {text}")
    if form is Form.BARE and _is_single(text, lexicon):
        text = with_article(text, lexicon)
    return "value.share", text


def _is_single(text: str, lexicon: Lexicon) -> bool:
    words = re.split(r",|\s(?:of|for|with|from|on|about|to)\b", text)[0].lower().split()
    return bool(words) and lexicon.has("single_things", words[-1])
