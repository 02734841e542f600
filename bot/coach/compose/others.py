"""What they share, who writes, and what there is to give."""

import re
from typing import Final

from bot.coach.compose.articles import with_article
from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidy import upper_first
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
_TOWN = re.compile(r"^(?P<what>[^,]+), (?P<place>[^\W\d_]\w*(?: [^\W\d_a-z]\w*)?)$")
_IM = re.compile(r"^(?P<im>(?:I'm|I am|I was)(?: now| currently| just| still)?) (?P<what>.+)$")
_ORDINAL = re.compile(
    r"^\d+(?:st|nd|rd|th)\b|^(?:first|second|third|fourth|final|last)[- ]year\b", re.IGNORECASE
)
_INSTITUTE = re.compile(
    r"^(?P<what>.+?) (?P<at>(?:[A-Z]{2,} |(?=.*\b(?:University|Uni|College|Hospital|Bank|Institute)\b))"
    r"[A-Z].*)$"
)
_AM = re.compile(r"^(?:am|'m|im)\s+", re.IGNORECASE)
_AGENT = re.compile(
    r"(?!.*(?:computer|better|senior|junior|summer|winter|power|water|paper|other|order))^\w{3,}(?:er|or|ist|ian)$"
)
MAX_PERSON_WORDS: Final = 5


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


def read_about(told: Told, lexicon: Lexicon) -> list[Fact]:
    """Who the writer is."""
    return [told.fact(index, *_about(piece, lexicon)) for index, piece in enumerate(map(ended, told.pieces))]


def _about(text: str, lexicon: Lexicon) -> tuple[str, str]:
    if _AM.match(text):
        return "about.am", _AM.sub("", text)
    text = _settled(text, lexicon)
    if match := _IM.match(text):
        return "about.said", f"{match['im']} {_what_i_am(match['what'], lexicon)}"
    form = form_of(text, lexicon)
    if form is Form.SENTENCE:
        return "about.said", text
    if kind := _working(text, form, lexicon):
        return kind, text
    if form in {Form.BARE, Form.NOUN, Form.ADJECTIVE, Form.PREPOSITION, Form.VERB}:
        text = _what_i_am(text, lexicon)
        bare = _needs_no_article(text, lexicon) or _is_person(text, lexicon)
        return "about.am", text if bare else with_article(text, lexicon)
    return "about.else", text


def _settled(text: str, lexicon: Lexicon) -> str:
    """`film student Brno` and `intern TU Delft` with the small word before the place."""
    head, _, last = text.rpartition(" ")
    if _ends_with_person(head, lexicon) and _is_place(last, lexicon):
        return f"{head} in {last}"
    match = _INSTITUTE.match(text)
    return (
        f"{match['what']} at {match['at']}" if match and _ends_with_person(match["what"], lexicon) else text
    )


def _working(text: str, form: Form, lexicon: Lexicon) -> str:
    """The kind of words that say what somebody does rather than what they are, or nothing."""
    if _is_field(text, lexicon):
        return "about.work"
    doing = form is Form.VERB or _is_trade(text, lexicon)
    return "about.i" if doing and not _is_person(text, lexicon) else ""


def _is_field(text: str, lexicon: Lexicon) -> bool:
    """`sales at Orange`; not `sales manager`."""
    first, following = [*text.lower().split(), ""][:2]
    return lexicon.has("work_fields", first) and following in {"", "at", "in", "for", "with"}


def _is_trade(text: str, lexicon: Lexicon) -> bool:
    """`drive taxis in Accra`: a doing, although its verb may be a thing elsewhere."""
    first, following = [*text.lower().split(), ""][:2]
    object_follows = following.endswith("s") or following in {"at", "in", "for", "with", "on", "as"}
    return first in lexicon.bases and object_follows


def _what_i_am(text: str, lexicon: Lexicon) -> str:
    """`PhD student` with its article, `founder, Bergen` with its preposition."""
    if match := _TOWN.match(text):
        known = match["place"].lower().split()[0] in lexicon.capitals
        place = f"in {upper_first(match['place'])}" if known else f"({match['place']})"
        text = f"{match['what']} {place}" if known or match["place"][0].isupper() else text
    text = _settled(text, lexicon)
    return with_article(text, lexicon) if _is_person(text, lexicon) else text


def _ends_with_person(text: str, lexicon: Lexicon) -> bool:
    return _is_person(text, lexicon) and lexicon.has("person_words", text.rpartition(" ")[2])


def _is_place(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in lexicon.capitals and word[0].isupper() and not word.isupper()


def _is_person(text: str, lexicon: Lexicon) -> bool:
    """Whether the words are what one person can be, so that an article belongs before them."""
    words = (
        re.split(r",|\s\(|\s(?:at|in|on|from|for|with|of|and|to|who|by|near|based)\b", text)[0]
        .lower()
        .split()
    )
    if not words or lexicon.has("determiners", words[0]):
        return False
    office = lexicon.has("office_words", words[0]) and re.match(r"\w+(?: \w+)? of\b", text)
    bare = lexicon.has("about_bare", words[0]) and not lexicon.has("office_words", words[0])
    return (
        not office
        and not bare
        and len(words) <= MAX_PERSON_WORDS
        and (lexicon.has("person_words", words[-1]) or bool(_AGENT.search(words[-1])))
    )


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
