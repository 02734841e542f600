"""What kind of words an answer is made of: a thing, a doing, a sentence, a clause, a quality, a quotation."""

import re
from enum import StrEnum
from typing import Final

from bot.coach.compose.lexicon import Lexicon


class Form(StrEnum):
    """The forms that need different sentences around them."""

    NOUN = "noun"
    NOUNS = "nouns"
    BARE = "bare"  # a noun without article: `patience with beginners`
    VERB = "verb"
    SENTENCE = "sentence"
    CLAUSE = "clause"
    ADJECTIVE = "adjective"
    QUOTE = "quote"
    PREPOSITION = "preposition"
    OTHER = "other"


_CLAUSE: Final = frozenset({"that", "how", "why", "what", "when", "where", "who"})
_PREPOSITIONS: Final = frozenset(
    {
        "at",
        "in",
        "on",
        "during",
        "through",
        "over",
        "via",
        "near",
        "outside",
        "after",
        "before",
        "inside",
        "between",
        "while",
        "when",
    }
)
_OPENERS: Final = frozenset(
    {"now", "today", "then", "later", "sometimes", "always", "once", "afterwards", "yesterday"}
)
_AFTER_PARTICIPLE: Final = frozenset(
    {"of", "in", "by", "from", "for", "with", "at", "on", "out", "to", "about"}
)
_AUXILIARIES: Final = frozenset({"was", "were", "had", "did"})
_PASTS_ONLY: Final = frozenset(
    {
        *("sat", "stood", "went", "came", "spoke", "sang", "wrote", "drew", "ran", "gave", "took", "knew"),
        *(
            "grew",
            "flew",
            "drove",
            "swam",
            "slept",
            "began",
            "broke",
            "chose",
            "wore",
            "threw",
            "rode",
            "rose",
        ),
    }
)
_PLACES: Final = frozenset({"there", "here"})
_HABITS: Final = frozenset({"always", "never", "often", "rarely", "sometimes", "usually"})
_OBJECTS: Final = frozenset(
    {
        *("me", "us", "it", "them", "my", "our", "you", "him", "himself", "herself"),
        *("everyone", "everybody", "nobody", "somebody", "someone", "anybody", "anyone", "people", "others"),
        *("everything", "nothing", "something", "anything", "things"),
    }
)
_CONTRACTED: Final = re.compile(r"^(i|you|we|they|he|she|it|that|there|this)'(m|s|re|ve|d|ll)$")


def form_of(text: str, lexicon: Lexicon) -> Form:
    """The form of some words, after they were turned to the recipient."""
    if text.startswith('"') and text.rstrip(".").endswith('"'):
        return Form.QUOTE
    words = [word.strip(',.;:()"').lower() for word in text.split()]
    words = [word for word in words if word] or [""]
    if words[0] in _OPENERS and _has_subject("".join(words[1:2]), lexicon):
        words = words[1:]
    if (
        words[0] in _CLAUSE
        and len(words) > 1
        and not (words[0] == "that" and not _has_subject(words[1], lexicon))
    ):
        return Form.CLAUSE
    if _has_subject(words[0], lexicon) and _is_finite(words):
        return Form.SENTENCE
    if lexicon.has("determiners", words[0]):
        return _noun_or_sentence(words, lexicon)
    if words[0] in _PREPOSITIONS:
        return Form.PREPOSITION
    return _bare(words, lexicon)


def _has_subject(word: str, lexicon: Lexicon) -> bool:
    if _CONTRACTED.match(word):
        return True
    return lexicon.has("subjects", word) and word not in {"who", "this", "that"}


def _is_finite(words: list[str]) -> bool:
    """A subject is a sentence's when something follows it; `everyone at the firm` is a thing."""
    return len(words) > 1 or bool(_CONTRACTED.match(words[0]))


def _noun_or_sentence(words: list[str], lexicon: Lexicon) -> Form:
    if _has_finite_verb(words, lexicon):
        return Form.SENTENCE
    return Form.NOUNS if " and " in f" {' '.join(_head(words, lexicon))} " else Form.NOUN


def _head(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words before the first that begins something new: `the way` of `the way you explain`."""
    for place, word in enumerate(words[1:], 1):
        if lexicon.has("relatives", word) or word in _PREPOSITIONS | {
            "of",
            "with",
            "for",
            "about",
            "to",
            "from",
        }:
            return words[:place]
    return words


def _has_finite_verb(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a thing at the start is followed by its verb, before a clause of its own begins."""
    for place, word in enumerate(words[1:], 1):
        if word in _PLACES and place > 1:
            continue
        if _CONTRACTED.match(word) or lexicon.has("relatives", word):
            return False
        following = words[place + 1] if place + 1 < len(words) else ""
        subject = [one for one in words[1:place] if one not in _PLACES]
        if _is_main_verb(word, following, subject, lexicon):
            return True
        if lexicon.has("frequency", word) and place > 1 and is_verb(following, lexicon):
            return True
        if following in _OBJECTS - {"you", "people", "others", "things"} and (
            word in lexicon.pasts or word in lexicon.thirds
        ):
            return True
    return False


def _is_main_verb(word: str, following: str, subject: list[str], lexicon: Lexicon) -> bool:
    """`posts come with data` but not `a filter made of husk`, where the verb is part of the description."""
    if not following or (
        following in _AFTER_PARTICIPLE and word in lexicon.pasts - _AUXILIARIES - _PASTS_ONLY
    ):
        return False
    if lexicon.has("finite", word) or word in _PASTS_ONLY:
        return True
    head = _head(["the", *subject], lexicon)[-1] if subject else ""
    if not (head.endswith("s") or lexicon.has("plural_nouns", head)) or word not in lexicon.bases:
        return False
    return not lexicon.has("noun_verbs", word) or following.isdigit() or _takes_object(following, lexicon)


def _bare(words: list[str], lexicon: Lexicon) -> Form:
    rest = words
    while len(rest) > 1 and lexicon.has("frequency", rest[0]):
        rest = rest[1:]
    habit = words[0] in _HABITS and is_verb(rest[0], lexicon) and not lexicon.has("adjectives", rest[0])
    if habit or is_doing(rest, lexicon):
        return Form.VERB
    while len(words) > 1 and lexicon.has("intensifiers", words[0]):
        words = words[1:]
    if _is_quality(words, lexicon):
        return Form.ADJECTIVE
    if not words[0][:1].isalnum():
        return Form.OTHER
    return Form.SENTENCE if _has_finite_verb(words, lexicon) else Form.BARE


def is_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can be a finite verb."""
    return (
        word in lexicon.bases
        or word in lexicon.pasts
        or word in lexicon.thirds
        or lexicon.has("finite", word)
    )


def is_doing(words: list[str], lexicon: Lexicon) -> bool:
    """Whether words without a subject begin with a verb: `explained kafka`, `grows figs`, `can sing`."""
    first, following = words[0], (words[1] if len(words) > 1 else "")
    if lexicon.has("adjectives", first) and not lexicon.has("determiners", following):
        return False
    if lexicon.has("noun_verbs", first):
        return _takes_object(following, lexicon)
    known = is_verb(first, lexicon) or (
        first.endswith("ed") and (lexicon.has("after_object", following) or following.isdigit())
    )
    return known and bool(following)


def _takes_object(word: str, lexicon: Lexicon) -> bool:
    return lexicon.has("determiners", word) or word in _OBJECTS | {"to", "back", "hard", "with", "together"}


def _is_quality(words: list[str], lexicon: Lexicon) -> bool:
    """`calm and straight talking`, `patient with beginners`; not `calm voice`, where a thing follows."""
    if not lexicon.has("adjectives", words[0]):
        return False
    for word in words[1:]:
        if (
            lexicon.has("adjectives", word)
            or lexicon.has("intensifiers", word)
            or word in {"and", "but", "yet", "or"}
        ):
            continue
        return (
            lexicon.has("after_object", word)
            or lexicon.has("frequency", word)
            or lexicon.has("relatives", word)
        )
    return True
