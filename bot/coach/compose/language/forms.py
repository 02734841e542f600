"""What kind of words an answer is made of: a thing, a doing, a sentence, a clause, a quality, a quotation."""

import re
from enum import StrEnum
from typing import Final

from bot.coach.compose.language.verbs import (
    CONTRACTED,
    PREPOSITIONS,
    has_clause,
    has_finite_verb,
    head_of,
    is_doing,
    is_judged,
    is_verb,
)
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


_CITED: Final = re.compile(r'(?<=\w) "[^"]*"(?= [a-z])')  # `your thread "my cakes" changed it`
_TIMED: Final = re.compile(
    r"(?:every|each|one|last|this) (?:\w+ )?(?:time|day|night|morning|evening|week|month|year|summer|winter"
    r"|spring|autumn|\w+day)s?"
    r"(?: (?:at|in) \w+)?,? (?:you|we|I|they|it)\b(?! (?:know|knew|met|had|made|gave|taught)\b)",
    re.IGNORECASE,
)
_CLAUSE: Final = frozenset({"that", "how", "why", "what", "when", "where", "who"})
_OPENERS: Final = frozenset(
    {
        *("now", "today", "then", "later", "sometimes", "always", "once", "afterwards", "yesterday"),
        *("finally", "suddenly", "recently", "maybe", "still", "even", "also", "only"),
    }
)
_LONGEST_OPENING: Final = 3
_LEADING: Final = PREPOSITIONS | {
    "till",
    "until",
    "since",
    "for",
    "if",
    "although",
    "though",
    "once",
    "whenever",
}
_MAIN_AFTER_COMMA = re.compile(r", (?:I|you|we|they|he|she|it|everyone|everybody|nobody)(?:'\w+)? \w")
_WHO_SAID = re.compile(r'"[^"]*",? (?:I|you|we|they|he|she)\b')
_WHEN = re.compile(r"(?:when|after|before|once) (?!\w+ you\b)")
_THEN_YOU = re.compile(r"(?<=\w )(\w+) you (\w+)")
_STATES: Final = frozenset(
    {"still", "always", "never", "now", "not", "open", "closed", "gone", "back", "full"}
)
_SPANS: Final = frozenset({"year", "month", "week", "day"})
_BACK: Final = _SPANS | {"summer", "winter", "spring", "autumn"}
# `after that I checked`, `till date I check`: the words before the subject of a sentence
_ADVERBIALS: Final = frozenset({"that", "this", "then", "first", "last", "now", "date", "once", "years"})
_HABITS: Final = frozenset({"always", "never", "often", "rarely", "sometimes", "usually"})

# `ED at Broken Hill` and `Festa do Livro` have no verb
_NAMED: Final = re.compile(
    r"(?!I\b)[A-Z]{2,5} (?:at|in|of|on)\b|[^\W\d_a-z][^\W\d_]+ (?:do|da|de|du|di|des|del|della) [^\W\d_]"
)


def form_of(text: str, lexicon: Lexicon) -> Form:
    """The form of some words, after they were turned to the recipient."""
    if text.startswith('"') or _NAMED.match(text):
        return _quoted(text) if text.startswith('"') else Form.BARE
    bare = _CITED.sub("", text)
    words = [word.strip(',.;:()"').lower() for word in bare.split()]
    words = [word for word in words if word] or [""]
    if words[0] == "even" and words[1:2] in (["though"], ["if"], ["when"]):
        words, text = words[1:], text.split(maxsplit=1)[1]
    words = words[_opening(words, lexicon) :]
    if lexicon.has("noun_verbs", words[0]) and text.split(maxsplit=1)[0].endswith(","):
        return Form.BARE  # `posts, talks and jokes`
    if _TIMED.match(text) or (words[0] in _LEADING and _is_led_in(text, lexicon)):
        return Form.SENTENCE
    if _is_clause(words, lexicon):
        return Form.CLAUSE
    if _has_subject(words[0], lexicon) and _is_finite(words):
        return Form.SENTENCE
    return _without_subject(words, lexicon)


def _quoted(text: str) -> Form:
    """What opens with a quotation: `"done" you said`, `"Done", your article`, or nothing but that."""
    if text.rstrip(".").endswith('"'):
        return Form.QUOTE
    return Form.SENTENCE if _WHO_SAID.match(text) else Form.NOUN


def _is_clause(words: list[str], lexicon: Lexicon) -> bool:
    """`how you fold it`, `that you came`; not `that map`."""
    opens = words[0] in _CLAUSE and len(words) > 1
    return opens and not (words[0] == "that" and not _has_subject(words[1], lexicon))


def _without_subject(words: list[str], lexicon: Lexicon) -> Form:
    if lexicon.has("determiners", words[0]):
        return _noun_or_sentence(words, lexicon)
    if words[0] in PREPOSITIONS:
        return Form.PREPOSITION
    return _bare(words, lexicon)


def _opening(words: list[str], lexicon: Lexicon) -> int:
    """How many words stand before the subject of a sentence: `now I`, `after that I`, `14 years I`."""
    length = next((size for size in range(1, _LONGEST_OPENING + 1) if _is_opening(words[:size])), 0)
    follows = "".join(words[length : length + 1])
    named = words[0] in {"last", "this"} and length > 1  # `last year it was a dragon`
    return length if (named or follows not in {"there", "it"}) and _has_subject(follows, lexicon) else 0


def _is_led_in(text: str, lexicon: Lexicon) -> bool:
    """`when the lift broke, you sang` and `when you heard it you sang`, which are more than a clause."""
    if _MAIN_AFTER_COMMA.search(text):
        return True
    if not _WHEN.match(text):
        return False
    small = ("relatives", "determiners", "perception")
    return any(
        is_verb(match[2], lexicon) and not any(lexicon.has(group, match[1]) for group in small)
        for match in _THEN_YOU.finditer(text.lower())
    )


def _is_opening(words: list[str]) -> bool:
    match words:
        case [one]:
            return one in _OPENERS
        case [first, second]:
            span = first.isdigit() and second.rstrip("s") in _SPANS
            back = first in {"last", "this"} and second in _BACK
            return span or back or (first in _LEADING and second in _ADVERBIALS)
        case [first, second, third]:
            span = second.isdigit() and third.rstrip("s") in _SPANS
            day = second in {"this", "that"} and third in {"day", "time"}
            return (first in _LEADING | {"to"} and (span or day)) or words[:2] in (
                ["because", "of"],
                ["thanks", "to"],
            )
    return False


def _has_subject(word: str, lexicon: Lexicon) -> bool:
    if CONTRACTED.match(word):
        return True
    return lexicon.has("subjects", word) and word not in {"who", "this", "that"}


def _is_finite(words: list[str]) -> bool:
    """A subject is a sentence's when something follows it; `everyone at the firm` is a thing."""
    return len(words) > 1 or bool(CONTRACTED.match(words[0]))


def _noun_or_sentence(words: list[str], lexicon: Lexicon) -> Form:
    if has_finite_verb(words, lexicon) or is_judged(words, lexicon):
        return Form.SENTENCE
    return Form.NOUNS if " and " in f" {' '.join(head_of(words, lexicon))} " else Form.NOUN


def _bare(words: list[str], lexicon: Lexicon) -> Form:
    if words[0].endswith("'s") and words[1:2] and words[1] in _STATES:
        return Form.SENTENCE  # `pool's still open`
    rest = words
    while len(rest) > 1 and lexicon.has("frequency", rest[0]):
        rest = rest[1:]
    if len(words) == 1 and words[0] in lexicon.thirds and not lexicon.has("noun_verbs", words[0]):
        return Form.VERB
    does = is_verb(rest[0], lexicon) or (rest[0].endswith("es") and rest is not words)
    habit = words[0] in _HABITS and does and not lexicon.has("adjectives", rest[0])
    if habit or is_doing(rest, lexicon):
        return Form.VERB
    while len(words) > 1 and lexicon.has("intensifiers", words[0]):
        words = words[1:]
    if _is_quality(words, lexicon) or _is_going_on(words):
        return Form.ADJECTIVE
    if not words[0][:1].isalnum():
        return Form.OTHER
    return Form.SENTENCE if _has_verb(words, lexicon) else Form.BARE


def _has_verb(words: list[str], lexicon: Lexicon) -> bool:
    """`debrief starts with a minute of silence`, `Dev says it works`: a thing or name, then its verb."""
    second = words[1:2] and has_clause(words[1], "".join(words[2:3]), words[:1], lexicon)
    return bool(second) or has_finite_verb(words, lexicon)


def _is_going_on(words: list[str]) -> bool:
    """`always laughing`."""
    return words[0] in _HABITS and len(words) > 1 and words[1].endswith("ing")


def _is_quality(words: list[str], lexicon: Lexicon) -> bool:
    """`calm and straight talking`, `patient with beginners`; not `calm voice`, where a thing follows."""
    contrast = len(words) > 2 and words[1] in {"but", "yet"} and lexicon.has("adjectives", words[2])  # noqa: PLR2004
    if not (lexicon.has("adjectives", words[0]) or contrast):
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
