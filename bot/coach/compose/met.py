"""How the two came across each other."""

import re
from typing import Final

from bot.coach.compose.articles import ARTICLES, with_article
from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.forms import Form, form_of
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.told import Told, ended

IN_PERSON: Final = frozenset(
    {"met.event", "met.place", "met.we", "met.role", "met.were", "met.as", "met.else"}
)
_NEVER = re.compile(
    r"\b(?:never|not|haven't|hadn't|didn't|without) (?:\w+ ){0,2}?(?:met|meet|meeting|spoken|talked)\b"
    r"|\b(?:strangers?|don't know each other|don't know you)\b",
    re.IGNORECASE,
)
_US = re.compile(
    r"\b(?:(?:i was|i am|i'm) your|we|us|together|you and i|i and you|each other|in your|as your)\b",
    re.IGNORECASE,
)
_ME: Final = r"\b(?:i|i'm|i'd|i've|me|my|mine|our)\b"
_YOU: Final = r"\b(?:you|you're|you'd|you've|yourself)\b"
_BOTH = re.compile(rf"(?=.*{_ME})(?=.*{_YOU})", re.IGNORECASE)
_WERE_MY = re.compile(r"\b(?:are|were|was|as|been|became|is) (?:my|our)\b", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\b(?:told|tell|tells|showed|shows|sent|recommended|mentioned|talked|talks|spoke|speaks|raved|forwarded)\b"
    r"(?: (?!you\b)\w+){0,4} (?:about|of|by|from) (?:you|your)\b"
    r"|\b(?:know|heard|hear|read|saw) (?:of|about) you\b|\bknows? you\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:listen\w*|heard|hear|read|watch\w*|follow\w*|saw|seen|online|posts?|comments?|newsletter|podcast|"
    r"article|book|video|linkedin|twitter|admire|fan)\b",
    re.IGNORECASE,
)
_RECIPROCAL = re.compile(r"\bwe (?:have )?met us\b", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"^I (?:don't|do not|didn't) (?:really |actually |even )?know you(?: personally| at all| yet| in person)?"
    r"(?:[,;]? (?:but|so)\b|[,;]|$)\s*",
    re.IGNORECASE,
)
_PERSONS: Final = ("tie_words", "tie_plurals", "person_words")
_SITE = re.compile(
    r"^(?:(?:on|via|through|from|in) )?(?:linked ?in|instagram|insta|facebook|twitter|tiktok|youtube)[,: ]+"
    r"(?=(?:your|you|read|saw|watched|heard)\b)",
    re.IGNORECASE,
)
_SHOWN: Final = frozenset({"spoke", "presented", "gave", "taught", "hosted", "led", "chaired"})
_TOWN = re.compile(r", ([^\W\d_]{3,})$")  # `pottery class, dalston`: one last word after a comma is the place
_SMALL: Final = frozenset({"of", "for", "the", "in", "and", "on", "at", "a"})


def read_met(told: Told, lexicon: Lexicon) -> tuple[list[Fact], list[Omission]]:
    """The facts, and what names no occasion, place or work; where the profile was seen is neither."""
    pieces = [
        ended(_UNKNOWN.sub("", _SITE.sub("", _RECIPROCAL.sub("we met", piece))))
        for piece in told.pieces
        if not lexicon.unmet.match(ended(piece).lower())
    ]
    kinds = [
        (piece, None if lexicon.unplaced.match(piece) else _kind(piece, lexicon)) for piece in pieces if piece
    ]
    omissions = [Omission(told.slot, "unplaced", piece) for piece, kind in kinds if kind is None]
    placed = [kind for _, kind in kinds if kind]
    return [told.fact(index, *kind) for index, kind in enumerate(placed)], omissions


def have_met(facts: list[Fact], lexicon: Lexicon) -> bool:
    """Whether the two have met, as far as the words show: the writer and the person, not their friends."""
    if any(_NEVER.search(fact.texts[-1]) for fact in facts):
        return False
    return any(fact.kind in IN_PERSON or _is_together(fact, lexicon) for fact in facts)


def _is_together(fact: Fact, lexicon: Lexicon) -> bool:
    if fact.kind not in {"met.said", "met.you", "met.i"}:
        return False
    who = {"met.you": "you ", "met.i": "I "}.get(fact.kind, "")
    text = _without_friends(who + fact.texts[-1], lexicon)
    if _APART.search(text) or _HEARSAY.search(text):
        return False
    return bool(_US.search(text) or _BOTH.search(text))


def _without_friends(text: str, lexicon: Lexicon) -> str:
    """Without `my friend`, unless that is who the person was: `you supervised my friend` is no meeting."""

    def spare(match: re.Match[str]) -> str:
        word = match[1].lower()
        was = _WERE_MY.search(text[: match.end()]) and not word.endswith("'s")
        return match[0] if was or word.removesuffix("'s") not in lexicon.relations else "them"

    return re.sub(r"\b(?:my|our) (?:\w+ )??([\w']+)\b", spare, text, flags=re.IGNORECASE)


def _kind(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
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
    if form is Form.VERB and not _is_name(text, lexicon):
        return ("met.you" if _is_you(text) else "met.i"), text
    return (
        _thing(text, lexicon) if form in {Form.NOUN, Form.NOUNS, Form.BARE, Form.VERB} else ("met.else", text)
    )


def _is_name(text: str, lexicon: Lexicon) -> bool:
    """`repair café` and `book club` begin with a verb, and are occasions all the same."""
    first, second = [*re.findall(r"[\w'-]+", text.lower()), ""][:2]
    heads = any(lexicon.has(group, second) for group in ("event_heads", "occasion_heads"))
    return heads and first in lexicon.bases - lexicon.pasts


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


def _thing(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """A thing: somebody they were to each other, something made, a place, or else the occasion."""
    head = re.split(r",|\s(?:at|in|on|from|to|about|for|with|of|where|that|during)\s", text)[0].split()
    last = head[-1].lower() if head else ""
    if place := _placed(text, last, lexicon):
        return place
    if lexicon.has("tie_plurals", last):
        return "met.were", text
    if lexicon.has("tie_words", last):
        return _role(text, lexicon)
    if medium := _medium(head, lexicon):
        return medium, text if text.lower().startswith(ARTICLES) else f"your {text}"
    if all(word.strip(",").lower() in lexicon.capitals or word.strip(",").isdigit() for word in text.split()):
        return "met.place", f"in {text}"
    return ("met.event", _occasion(text, lexicon)) if _is_occasion(text, head, lexicon) else None


def _is_occasion(text: str, head: list[str], lexicon: Lexicon) -> bool:
    """Whether the words can follow `we met at`: no person, no doing, and some sign of a place."""
    words = [word.strip(",").lower() for word in text.split()]
    heads = {word.strip(",").lower() for word in head}
    groups = ("event_heads", "occasion_heads", "bare_places")
    if any(lexicon.has(group, word) for group in groups for word in heads):
        return True
    last = [word.strip(",").lower() for word in head if word not in {"here", "there"}][-1:]
    if any(word in lexicon.relations or lexicon.has(group, word) for group in _PERSONS for word in last):
        return False
    if not heads.isdisjoint({"you", "i", "we"}) or not head:
        return False
    known = text.lower().startswith(ARTICLES) or any(char.isupper() or char.isdigit() for char in text)
    return known or len(words) > 1


def _placed(text: str, last: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Where one is `in` or `on` rather than `at`: a queue, a train, the same team."""
    if text.lower().startswith("same "):
        return "met.were", f"{'at' if lexicon.has('at_same', last) else 'in'} the {text}"
    if text.lower().startswith(ARTICLES):
        return None
    for preposition in ("in", "on"):
        if lexicon.has(f"{preposition}_places", last):
            return "met.place", f"{preposition} the {text}"
    first = text.split(maxsplit=1)[0].lower()
    doing = first.endswith("ing") and {first[:-3], first[:-3] + "e"} & lexicon.bases
    return ("met.place", text) if doing and not lexicon.has("occasion_heads", last) else None


def _role(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """`my boss`; `my wife's boss` was nobody to the writer."""
    if not text.lower().startswith(("my ", "our ")):
        return "met.as", with_article(text, lexicon)
    return ("met.said", f"you are {text}") if re.match(r"\w+ (?:\w+ )?\w+'s?\s", text) else ("met.role", text)


def _medium(head: list[str], lexicon: Lexicon) -> str:
    """How one comes across a work: `your tweet`; a book fair is no book."""
    for word in reversed(head):
        if any(lexicon.has(group, word) for group in ("event_heads", "occasion_heads")) and word != "panel":
            return "met.saw" if lexicon.has("media_saw", word) else ""
        for kind in ("read", "heard", "saw", "found"):
            if lexicon.has(f"media_{kind}", word):
                return f"met.{kind}"
    return ""


def _occasion(text: str, lexicon: Lexicon) -> str:
    """`pottery night class` with its article, `istanbul coffee festival` with its capitals."""
    if text.lower().startswith(ARTICLES):
        return text
    text = _TOWN.sub(lambda match: ", " + match[1].capitalize(), text)
    words = text.split()
    place, head = _head_word(words, lexicon)
    if head == "event" and place:
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
