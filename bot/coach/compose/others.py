"""What they share, and what there is to give."""

import re

from bot.coach.compose.articles import with_article
from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.told import Told, ended

_GIVES = re.compile(r"^(?:i )?(?:can|could|will|would)\s+(?:also\s+)?", re.IGNORECASE)
_GLAD = re.compile(
    r"^(?:(?:i'm |i am |i'd be )?(?:happy|glad|willing|able|ready) to|"
    r"(?:i'd|i would) (?:like|love) to|to)\s+",
    re.IGNORECASE,
)
_FREE = re.compile(r",?\s+(?:all )?(?:for free|free of charge|at no cost|no cost)(?= *$)", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:who|that|which|where)\b", re.IGNORECASE)
_BOTH = re.compile(r"^(?P<what>.+?),?\s+both(?: of us)?$", re.IGNORECASE)


def read_common(told: Told, lexicon: Lexicon) -> list[Fact]:
    """What is said to be shared."""
    return [told.fact(index, *_common(piece, lexicon)) for index, piece in enumerate(map(ended, told.pieces))]


def _common(text: str, lexicon: Lexicon) -> tuple[str, str]:
    if match := _BOTH.match(text):
        text = f"both {match['what']}" if not match["what"].lower().startswith("same ") else match["what"]
    first, _, rest = text.partition(" ")
    match first.lower():
        case "both" if rest and _begins_with_verb(rest, lexicon):
            return "common.both", rest
        case "both" if rest:
            return "common.are", rest
        case "also" if rest and form_of(rest, lexicon) is not Form.VERB:
            return "common.also", rest
        case "same":
            return "common.same", f"the {text}"
    form = form_of(text, lexicon)
    if form is Form.SENTENCE:
        return "common.said", text
    return ("common.both", text) if form is Form.VERB else ("common.noun", text)


def _begins_with_verb(text: str, lexicon: Lexicon) -> bool:
    return text.split(maxsplit=1)[0].lower() in lexicon.bases | lexicon.pasts


def read_value(told: Told, lexicon: Lexicon) -> list[Fact]:
    """What the writer can give; what it costs is nobody's first thought in a note."""
    pieces = [_without_price(ended(piece)) for piece in told.pieces]
    return [told.fact(index, *_value(piece, lexicon)) for index, piece in enumerate(filter(None, pieces))]


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
    if form is Form.SENTENCE:
        return "value.said", text
    first = text.split(maxsplit=1)[0].lower()
    if form is Form.VERB or (first in lexicon.bases and len(text.split()) > 1 and form is not Form.NOUN):
        return ("value.glad", text) if first in lexicon.bases else ("value.said", f"I {text}")
    if form is Form.BARE and _is_single(text, lexicon):
        text = with_article(text, lexicon)
    return "value.share", text


def _is_single(text: str, lexicon: Lexicon) -> bool:
    words = re.split(r",|\s(?:of|for|with|from|on|about|to)\b", text)[0].lower().split()
    return bool(words) and lexicon.has("single_things", words[-1])
