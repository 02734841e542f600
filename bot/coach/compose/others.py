"""What they share, who writes, and what there is to give."""

import re

from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.met import with_article
from bot.coach.compose.told import Told, ended

_GIVES = re.compile(r"^(?:i )?(?:can|could|will|would)\s+(?:also\s+)?", re.IGNORECASE)
_GLAD = re.compile(
    r"^(?:(?:i'm |i am |i'd be )?(?:happy|glad|willing|able|ready) to|"
    r"(?:i'd|i would) (?:like|love) to|to)\s+",
    re.IGNORECASE,
)
_FREE = re.compile(r",?\s*\b(?:for free|free of charge|at no cost|no cost)\b", re.IGNORECASE)
_AM = re.compile(r"^(?:am|'m|im)\s+", re.IGNORECASE)


def read_common(told: Told, lexicon: Lexicon) -> list[Fact]:
    """What is said to be shared."""
    return [told.fact(index, *_common(piece, lexicon)) for index, piece in enumerate(map(ended, told.pieces))]


def _common(text: str, lexicon: Lexicon) -> tuple[str, str]:
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


def read_about(told: Told, lexicon: Lexicon) -> list[Fact]:
    """Who the writer is."""
    return [told.fact(index, *_about(piece, lexicon)) for index, piece in enumerate(map(ended, told.pieces))]


def _about(text: str, lexicon: Lexicon) -> tuple[str, str]:
    if _AM.match(text):
        return "about.am", _AM.sub("", text)
    form = form_of(text, lexicon)
    if form is Form.SENTENCE:
        return "about.said", text
    if form is Form.VERB:
        return "about.i", text
    if form in {Form.BARE, Form.NOUN, Form.ADJECTIVE, Form.PREPOSITION}:
        return "about.am", text if _needs_no_article(text, lexicon) else with_article(text)
    return "about.else", text


def _needs_no_article(text: str, lexicon: Lexicon) -> bool:
    first = text.split(maxsplit=1)[0].lower().strip(",")
    return (
        lexicon.has("about_bare", first)
        or first.endswith("ing")
        or not first[:1].isalpha()
        or text[0].isupper()
    )


def read_value(told: Told, lexicon: Lexicon) -> list[Fact]:
    """What the writer can give; what it costs is nobody's first thought in a note."""
    pieces = [_FREE.sub("", ended(piece)).strip() for piece in told.pieces]
    return [told.fact(index, *_value(piece, lexicon)) for index, piece in enumerate(filter(None, pieces))]


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
    return "value.share", text
