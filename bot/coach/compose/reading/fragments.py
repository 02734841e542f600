"""The pieces of an answer about somebody, put in order: what belongs together, what comes twice, what leads.

People type fragments behind what they mean: `rang me herself. 20 mins. nobody does that`. A fragment is no
sentence and no new thing, so it stays with the words before it, behind a comma.
"""

import re
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.compose.facts import Fact
from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon

MAX_PIECES: Final = 40
MAX_FRAGMENT: Final = 8  # words
FEW_WORDS: Final = 2  # that carry meaning: `your post`, `calm`
MANY_WORDS: Final = 4
_LOOSE: Final = frozenset({Form.PREPOSITION, Form.OTHER, Form.BARE, Form.NOUN, Form.NOUNS, Form.ADJECTIVE})
_THINGS: Final = frozenset({Form.NOUN, Form.NOUNS, Form.BARE})
_FREQUENCY: Final = frozenset({"always", "often"})
_SUBJECT: Final = re.compile(r"you(?:'d|'ll| would| will)? ")
_LISTED: Final = 2  # commas
_EVEN_YOU = re.compile(r"\b(even|also|only|still) you (?=\w)")

_WHEN = re.compile(r"(?:when|while|after|before) (?!.*\byou\b)|(?:when|while|after|before) .*\"$")
_WHEN_YOU = re.compile(
    r"^((?:when|after|before|once) you \w+"
    r"(?: (?!(?:you|how|what|why|that|where|who|which|and|if|as|because|so)\b)\w+){0,4}?) you (?=\w)"
)
_SAID_THAT = re.compile(
    r"^(\"[^\"]+\"),? (?:is|was|that's|is still) what (you (?:always |once )?(?:say|said|told me|wrote))$"
)
_SAID_LAST = re.compile(
    r"^(\"[^\"]+\"),? (you (?:\w+ ){0,2}?"
    r"(?:say|said|tell|told|write|wrote|shout|shouted|ask|asked)(?: \w+){0,3})$"
)


class Remark(Struct, frozen=True):
    """Words that can be said alone, and the fragments that followed them."""

    text: str
    fragments: tuple[str, ...] = ()


def gathered(pieces: list[str], lexicon: Lexicon) -> list[Remark]:
    """The pieces with fragments behind what they belong to, and nothing said twice."""
    found: list[Remark] = []
    for piece in _led_in(_once([_ordered(piece) for piece in pieces], lexicon), lexicon):
        if found and _belongs(piece, found[-1], lexicon):
            found[-1] = Remark(found[-1].text, (*found[-1].fragments, piece))
        else:
            found.append(Remark(piece))
    return found


def _ordered(text: str) -> str:
    """`even you found it` is Indian English for `you even found it`; and who said something comes first."""
    text = _WHEN_YOU.sub(r"\1, you ", text)
    text = _SAID_THAT.sub(r"\2 \1", text)
    return _SAID_LAST.sub(r"\2 \1", _EVEN_YOU.sub(r"you \1 ", text))


def _once(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """Without pieces whose words are all in another one: `fair. rough but fair`."""
    if len(pieces) > MAX_PIECES:
        return pieces
    meant = [content(piece, lexicon) for piece in pieces]
    kept = []
    for place, piece in enumerate(pieces):
        others = [words for other, words in enumerate(meant) if other != place]
        same = [other for other, words in enumerate(meant) if words == meant[place]]
        double = meant[place] and any(meant[place] < words for words in others)
        if not double and (not meant[place] or same[0] == place):
            kept.append(piece)
    return kept


def content(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The words that carry meaning."""
    small = ("determiners", "subjects", "after_object", "intensifiers", "relatives")
    words = re.findall(r"[\w']+", text.lower())
    return frozenset(
        word for word in words if word not in _SMALL and not any(lexicon.has(group, word) for group in small)
    )


_SMALL: Final = frozenset(
    {"me", "us", "him", "them", "your", "you're", "you've", "be", "been", "of", "to", "i'm", "it's"}
)


def _led_in(pieces: list[str], lexicon: Lexicon) -> list[str]:
    """`on Tuesdays` and `you feed the hens` as one sentence again."""
    if len(pieces) <= 1 or not re.match(r"(?:you|we|I|they|it)\b", pieces[1]):
        return pieces
    opens = form_of(pieces[0], lexicon) is Form.PREPOSITION or _WHEN.match(pieces[0])
    if opens and form_of(pieces[1], lexicon) is Form.SENTENCE:
        return [f"{pieces[0]}, {pieces[1]}", *pieces[2:]]
    return pieces


def _belongs(piece: str, before: Remark, lexicon: Lexicon) -> bool:
    """Whether a piece is a fragment: no verb of its own, and no other thing beside a first thing."""
    form = form_of(piece, lexicon)
    if form not in _LOOSE or len(piece.split()) > MAX_FRAGMENT:
        return False
    if re.match(r"(?:your|my)\b", piece) or before.text.endswith('"'):
        return False
    things = form in _THINGS and form_of(before.text, lexicon) in _THINGS
    return not things or _describes(piece, lexicon)


def _describes(piece: str, lexicon: Lexicon) -> bool:
    """`3 steps, a gif` and `still the only one` say what the thing before them is like."""
    first = piece.split(maxsplit=1)[0].lower()
    return first[:1].isdigit() or lexicon.has("frequency", first) or lexicon.has("intensifiers", first)


def with_fragments(fact: Fact, fragments: tuple[str, ...]) -> Fact:
    """The fact with longer and longer texts, the last of them with everything."""
    texts = [_with_frequency(text, fragments) for text in fact.texts]
    fragments = tuple(one for one in fragments if one.lower() not in _FREQUENCY)
    for fragment in (one for one in fragments if not one.lower().startswith(("never ", "not "))):
        colon = fragment.count(",") >= _LISTED and "," not in texts[-1]
        texts.append(f"{texts[-1]}{':' if colon else ','} {fragment}")
    return replace(fact, texts=tuple(texts))


def _with_frequency(text: str, fragments: tuple[str, ...]) -> str:
    """`waits for the last rider. always.` as one would say it."""
    often = next((one.lower() for one in fragments if one.lower() in _FREQUENCY), "")
    subject = _SUBJECT.match(text)
    if not often or re.search(r"\b(?:always|often|are|were)\b", text[:20]):
        return text
    opening = subject[0] if subject else ""
    return f"{opening}{often} {text[len(opening) :]}"


def led(facts: list[Fact], lexicon: Lexicon) -> list[Fact]:
    """The ranks such that something particular comes before a quality or two words."""
    if len(facts) < 2 or len(content(facts[0].texts[-1], lexicon)) > FEW_WORDS:  # noqa: PLR2004 - two to swap
        return facts
    for place, fact in enumerate(facts[1:], 1):
        if not fact.leans and _is_particular(fact, lexicon):
            swapped = list(facts)
            swapped[0], swapped[place] = (
                replace(facts[0], rank=fact.rank),
                replace(fact, rank=facts[0].rank),
            )
            return swapped
    return facts


def _is_particular(fact: Fact, lexicon: Lexicon) -> bool:
    about = fact.kind in {"standout.doing", "standout.verb", "standout.habit"} or re.search(
        r"\byou(?:r|'\w+)?\b", fact.texts[0]
    )
    return bool(about) and len(content(fact.texts[0], lexicon)) >= MANY_WORDS
