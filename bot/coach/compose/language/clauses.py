"""Clauses that stand behind other words: the sentence after its opening, the verb after a thing."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_SUBJECT: Final = r"(?:I|we|you|they|he|she)"
# a sentence after its opening: `in 2019 we shared a desk`, `when I was ill, you rang me`
_AFTER_COMMA = re.compile(rf",\s+(?:{_SUBJECT})\b(?!')|,\s+(?:{_SUBJECT})'")
OBJECTS: Final = frozenset(
    "me us a an the my our your each together it you him them both".split()  # noqa: SIM905 - words
)
_LINKING: Final = frozenset(
    {
        *(
            "and",
            "but",
            "that",
            "which",
            "who",
            "where",
            "when",
            "while",
            "because",
            "as",
            "if",
            "how",
            "what",
            "why",
        ),
        *(
            "before",
            "after",
            "so",
            "until",
            "since",
            "or",
            "than",
            "like",
            "with",
            "to",
            "for",
            "of",
            "at",
            "from",
            "by",
        ),
        *("met", "saw", "heard", "told", "asked", "helped", "gave", "and"),
    }
)


def has_main_clause(text: str) -> bool:
    """Whether a sentence follows after its opening: `in 2019 we shared a desk`."""
    if _AFTER_COMMA.search(text):
        return True
    words = text.split()
    for place in range(2, len(words) - 2):
        if not re.fullmatch(_SUBJECT, words[place]) or words[place - 1].lower() in _LINKING:
            continue
        if words[place + 1] in {"was", "were", "had"} or words[place + 2].lower() in OBJECTS:
            return True
    return False


def has_third(text: str, lexicon: Lexicon) -> bool:
    """`my neighbour keeps going on about you`: a verb after the thing, which the form does not show."""
    words = text.lower().split()
    for before, word, following in zip(words[1:], words[2:], [*words[3:], ""], strict=False):
        if lexicon.has("relatives", word) or word in {"at", "in", "on", "of", "for", "from", "with"}:
            return False
        somebody = before in lexicon.relations or lexicon.has("people_words", before)
        verb = word in lexicon.thirds and (somebody or not lexicon.has("noun_verbs", word))
        if verb and not lexicon.has("determiners", before) and not lexicon.has("adjectives", before):
            return True
        if word.endswith("ed") and (
            lexicon.has("determiners", following) or following in {"me", "us", "him", "it"}
        ):
            return True
    return False
