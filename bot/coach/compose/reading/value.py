"""What the writer can give."""

import re
from typing import Final

from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.language.articles import with_article
from bot.coach.compose.language.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.common import is_thing
from bot.coach.compose.reading.oneself import says_who
from bot.coach.compose.reading.roles import with_got
from bot.coach.compose.reading.told import Told, ended

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
# a wish rather than an offer: `would love you to read it`, `would you get me a job`
_WISH = re.compile(
    r"^(?:I )?(?:would|could|can|will|want|wanna|might)\s+"
    r"(?:you\b|(?:really |so )?(?:love|like|want|need|hope|appreciate) "
    r"(?!to (?:send|share|show|give|lend|offer|help))\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\w+ \d+$")  # `plot 14`
_IF = re.compile(r",? if (?:ever |it |they |you |useful|wanted|needed).*$", re.IGNORECASE)
SHORT_TAIL: Final = 2  # words that can stand in brackets
_SPLICE = re.compile(r"^((?:I|we|you)\b[^,]*), (can|could|will|would) (?=\w)", re.IGNORECASE)


def read_value(told: Told, lexicon: Lexicon) -> tuple[list[Fact], list[Omission]]:
    """What the writer can give; what it costs is nobody's first thought in a note."""
    pieces = [_without_price(ended(piece)) for piece in told.pieces]
    facts: list[Fact] = []
    omissions: list[Omission] = []
    for piece in filter(None, pieces):
        if facts and _AGAIN.match(piece):
            continue
        if _WISH.match(piece):
            omissions.append(Omission(told.slot, "ask"))
            continue
        if _is_no_offer(piece, lexicon):
            omissions.append(Omission(told.slot, "fragment", piece))
            continue
        kind, text = _offer(piece, lexicon)
        if kind != "value.share" or _may_be_given(text, lexicon):
            facts.append(told.fact(len(facts), kind, text))
        else:
            omissions.append(Omission(told.slot, "fragment", piece))
    return facts, omissions


def _is_no_offer(text: str, lexicon: Lexicon) -> bool:
    """`plot 14`, `architect in Lyon`, and `lists every pipe`, which somebody else does."""
    first = text.split(maxsplit=1)[0].lower()
    theirs = first.endswith("s") and first not in lexicon.bases and form_of(text, lexicon) is Form.VERB
    return theirs or bool(_NUMBERED.match(text)) or says_who(text, lexicon)


def _may_be_given(text: str, lexicon: Lexicon) -> bool:
    """`prices` alone is nothing to give, `mine still orange` neither."""
    head = text.partition(" (")[0]
    first = head.split()[0].lower()
    if first in {"both", "same"} or first in lexicon.participles - lexicon.bases - lexicon.pasts:
        return False  # what the two share, or what the writer did
    lone = " " not in head and not lexicon.has("single_things", head)
    owned = lexicon.has("determiners", head.split()[0])
    return not lone and (owned or is_thing(head.lstrip("0123456789 "), lexicon))


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
    if sentence := with_got(text):
        return "value.said", sentence
    if re.match(r"(?:can|could|will|would)\s", text):
        return "value.can", _GIVES.sub("", text)
    form = form_of(text, lexicon)
    if form is Form.SENTENCE and (re.match(r"I\b", text) or not _I_SHARE.search(text)):
        return "value.said", text
    text = _I_SHARE.sub("", text)
    first = text.split(maxsplit=1)[0].lower()
    doing = form is Form.VERB or (first in lexicon.bases and len(text.split()) > 1 and form is not Form.NOUN)
    if doing and not _is_made(text, lexicon):
        glad = first in lexicon.bases and not lexicon.has("having", first)
        return ("value.glad", text) if glad else ("value.said", f"I {text}")
    text = _whole_thing(_IF.sub("", text))
    if form is Form.BARE and _is_single(text, lexicon):
        text = with_article(text, lexicon)
    return "value.share", text


def _whole_thing(text: str) -> str:
    """The thing alone: a word or two about it go into brackets, what is more stays out."""
    head, comma, tail = text.partition(", ")
    short = comma and len(tail.split()) <= SHORT_TAIL and "(" not in text
    return f"{head} ({tail})" if short else head


def _is_made(text: str, lexicon: Lexicon) -> bool:
    """`corrected coordinates`: a past before a bare thing describes it."""
    first, following = [*text.lower().split(), ""][:2]
    past = first in lexicon.participles | lexicon.pasts and first not in lexicon.bases
    bare = not (lexicon.has("determiners", following) or lexicon.has("after_object", following))
    return past and bare and following.endswith("s")


def _is_single(text: str, lexicon: Lexicon) -> bool:
    words = re.split(r",|\s(?:of|for|with|from|on|about|to)\b", text)[0].lower().split()
    return bool(words) and lexicon.has("single_things", words[-1])
