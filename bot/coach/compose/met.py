"""How the two came across each other."""

import re
from typing import Final

from bot.coach.compose.facts import Fact
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.told import Told, ended

IN_PERSON: Final = frozenset(
    {"met.event", "met.place", "met.we", "met.role", "met.were", "met.as", "met.else"}
)
_TOGETHER = re.compile(
    r"\b(?:we|us|our|together|both|me|my|you and i|in your|"
    r"(?:met|to|for|under|with|beside|behind|opposite|by|near) you)\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:listen\w*|heard|hear|read|watch\w*|follow\w*|saw|seen|online|posts?|comments?|newsletter|podcast|article|book|video|linkedin|twitter)\b",
    re.IGNORECASE,
)
_RECIPROCAL = re.compile(r"\bwe (?:have )?met us\b", re.IGNORECASE)
_SHOWN: Final = frozenset({"spoke", "presented", "gave", "taught", "hosted", "led", "chaired"})
_TOWN = re.compile(r", ([^\W\d_]{3,})$")  # `pottery class, dalston`: one last word after a comma is the place
_SMALL: Final = frozenset({"of", "for", "the", "in", "and", "on", "at", "a"})
_ARTICLES: Final = ("the ", "a ", "an ", "my ", "our ", "your ", "his ", "her ", "their ", "this ", "that ")


def read_met(told: Told, lexicon: Lexicon) -> list[Fact]:
    """The facts; an answer that only says where the profile was seen gives none."""
    pieces = [
        _RECIPROCAL.sub("we met", piece)
        for piece in told.pieces
        if not lexicon.unmet.match(ended(piece).lower())
    ]
    return [told.fact(index, *_kind(ended(piece), lexicon)) for index, piece in enumerate(pieces)]


def have_met(facts: list[Fact]) -> bool:
    """Whether the two have met, as far as the words show."""
    return any(fact.kind in IN_PERSON or _is_together(fact) for fact in facts)


def _is_together(fact: Fact) -> bool:
    text = fact.texts[-1]
    return (
        fact.kind in {"met.said", "met.you", "met.i"}
        and bool(_TOGETHER.search(text))
        and not _APART.search(text)
    )


def _kind(text: str, lexicon: Lexicon) -> tuple[str, str]:
    form = form_of(text, lexicon)
    if text.lower().startswith("both ") or (form is Form.VERB and _is_we(text, lexicon)):
        return "met.we", text
    if form is Form.SENTENCE:
        return "met.said", text
    if form is Form.PREPOSITION:
        return "met.place", text
    if form is Form.CLAUSE:
        return (
            "met.place" if text.lower().startswith(("when i ", "when we ", "where ")) else "met.else"
        ), text
    if form is Form.VERB:
        return ("met.you" if _is_you(text) else "met.i"), text
    return _thing(text, lexicon) if form in {Form.NOUN, Form.NOUNS, Form.BARE} else ("met.else", text)


def _is_we(text: str, lexicon: Lexicon) -> bool:
    first = text.split(maxsplit=1)[0].lower()
    alone = not re.search(r"\b(?:you|your)\b", text)
    return alone and (
        "together" in text or (lexicon.has("together", first) and not re.search(r"\b(?:me|my)\b", text))
    )


def _is_you(text: str) -> bool:
    first, _, rest = text.lower().partition(" ")
    told_me = re.match(r"(?:me|us|my|our)\b", rest)
    return bool(told_me) or (first in _SHOWN and not re.search(r"\byou\b", rest))


def _thing(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """A thing: somebody they were to each other, something made, a place, or else the occasion."""
    head = re.split(r",|\s(?:at|in|on|from|about|for|with|of|where|that|during)\s", text)[0].split()
    last = head[-1].lower() if head else ""
    if lexicon.has("tie_plurals", last):
        return "met.were", text
    if lexicon.has("tie_words", last):
        return ("met.role", text) if text.lower().startswith("my ") else ("met.as", with_article(text))
    if medium := _medium(head, lexicon):
        return medium, text if text.lower().startswith(_ARTICLES) else f"your {text}"
    if all(word.strip(",").lower() in lexicon.capitals or word.strip(",").isdigit() for word in text.split()):
        return "met.place", f"in {text}"
    return "met.event", _occasion(text, lexicon)


def _medium(head: list[str], lexicon: Lexicon) -> str:
    for word in reversed(head):
        for kind in ("read", "heard", "saw"):
            if lexicon.has(f"media_{kind}", word):
                return f"met.{kind}"
    return ""


def _occasion(text: str, lexicon: Lexicon) -> str:
    """`pottery night class` with its article, `istanbul coffee festival` with its capitals."""
    if text.lower().startswith(_ARTICLES):
        return text
    text = _TOWN.sub(lambda match: ", " + match[1].capitalize(), text)
    words = text.split()
    place, head = _head_word(words, lexicon)
    if head == "event":
        words[: place + 1] = [
            word if word.lower() in _SMALL else word[:1].upper() + word[1:] for word in words[: place + 1]
        ]
        return "the " + " ".join(words)
    if lexicon.has("bare_places", words[0]) or not (head or words[0].islower()):
        return text
    return "the " + text


def _head_word(words: list[str], lexicon: Lexicon) -> tuple[int, str]:
    for place, word in enumerate(words):
        plain = word.strip(",").lower()
        for head in ("event", "occasion"):
            if lexicon.has(f"{head}_heads", plain):
                return place, head
        if word.endswith(",") or plain in _SMALL:
            break
    return 0, ""


def with_article(text: str) -> str:
    """`ex colleague` as `an ex colleague`."""
    if text.lower().startswith(_ARTICLES):
        return text
    vowel = re.match(r"[aeiou]", text, re.IGNORECASE) and not re.match(r"uni|eu|use", text, re.IGNORECASE)
    return f"{'an' if vowel else 'a'} {text}"
