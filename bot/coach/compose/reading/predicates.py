"""Things with what they are like, as sentences: `his questions. never unkind`, `no slides, just chalk`."""

import re
from typing import Final

from msgspec.structs import replace

from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.language.verbs import head_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.fragments import Remark

_NONE: Final = re.compile(r"(?:no|not an?|not one|zero) (?!one\b|idea\b|way\b|matter\b|need\b|doubt\b)\w")
_JUST: Final = re.compile(r"^(?P<not>[^,]*n't [^,]+?) (?P<just>(?:just|only|simply) (?P<did>\w+) .+)$")
_INSTEAD: Final = re.compile(
    r"^(?P<not>[^,]*\b(?:never|\w+n't|without|no|not)\b[^,]*), "
    r"(?P<what>(?!(?:just|only|not|no|but|never|and|so|nor|even|always|still|i|you|we|they|he|she|first|like)\b)[^,]+)$",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"(?:your|the) \w")
_THINGS: Final = frozenset({Form.NOUN, Form.NOUNS, Form.BARE})


def of_none(text: str, lexicon: Lexicon) -> str:
    """`no slides, just chalk` as `there were no slides, just chalk`; all else is empty."""
    if not _NONE.match(text) or form_of(text, lexicon) not in _THINGS:
        return ""
    return f"there {'were' if _is_several(text, lexicon) else 'was'} {text}"


def contrasted(text: str, lexicon: Lexicon) -> str:
    """`never used slides, full proofs` with its `just`, `didn't charge just took a bottle` with its comma."""
    if match := _JUST.match(text):
        return f"{match['not']}, {match['just']}" if match["did"].lower() in lexicon.pasts else text
    match = _INSTEAD.match(text)
    thing = match is not None and form_of(match["what"], lexicon) in {Form.NOUN, Form.NOUNS, Form.BARE}
    return f"{match['not']}, just {match['what']}" if match and thing else text


def predicated(remark: Remark, lexicon: Lexicon, *, met: bool) -> Remark:
    """A thing of theirs and the quality behind it as one sentence; `met` says that it was then."""
    fragments = remark.fragments
    if not (fragments and form_of(fragments[0], lexicon) is Form.ADJECTIVE and _is_own(remark.text, lexicon)):
        return remark
    several = _is_several(remark.text, lexicon)
    be = ("were" if several else "was") if met else ("are" if several else "is")
    thing = remark.text if _OWN.match(remark.text) else f"your {remark.text}"
    return replace(remark, text=f"{thing} {be} {fragments[0]}", fragments=fragments[1:])


def _is_own(text: str, lexicon: Lexicon) -> bool:
    """Whether it is a thing alone, with nothing behind a comma."""
    return "," not in text and '"' not in text and form_of(text, lexicon) in _THINGS


def _is_several(text: str, lexicon: Lexicon) -> bool:
    """`slides`, `questions about rents`; not `class`."""
    words = [word.strip(",").lower() for word in re.split(r"[,(]", text)[0].split()]
    last = head_of(words, lexicon)[-1]
    return lexicon.has("plural_nouns", last) or bool(re.search(r"[^su]s$", last))
