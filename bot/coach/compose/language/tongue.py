"""Whether an answer is in English: notes are written in no other language."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon
from bot.coach.critique.language import READ, detect

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")
# `Feria del Libro`: what stands between capitals belongs to the name
_NAME = re.compile(
    r"(?<!^)(?<![.?!] )\b[^\W\d_a-z]\w*(?:(?:\s+(?:[a-zà-ÿ]{1,3}\s+){0,3}|-|'|’)[^\W\d_a-z]\w*)*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN: Final = "ɏ"  # the last letter of Latin Extended-B
_CJK: Final = "⺀"  # all of East Asia comes after it
_THAI: Final = ("ก", "๛")
_VIETNAMESE: Final = ("Ḁ", "ỿ")
SHORTEST: Final = 3  # words
LONGEST_NAME: Final = 8  # letters, in a script without blanks
SIGNS: Final = 2
KNOWN: Final = 4  # one English word in so many is enough to read on
_GROUPS: Final = (
    *(
        "determiners",
        "subjects",
        "relatives",
        "finite",
        "frequency",
        "intensifiers",
        "adjectives",
        "after_object",
    ),
    *(
        "event_heads",
        "occasion_heads",
        "media_read",
        "media_saw",
        "media_heard",
        "time_words",
        "person_words",
    ),
)


def is_english(answer: str, lexicon: Lexicon) -> bool:
    """False when an answer of some length plainly is in another language; names and places are no sign."""
    text = _QUOTED.sub(" ", answer)
    letters = [char for char in text if char.isalpha()]
    other = [char for char in letters if _is_other_script(char)]
    if len(other) * 2 > len(letters):
        unbroken = [char for char in other if _is_unbroken(char)]
        return len(_WORD.findall(text)) < SHORTEST and len(unbroken) < LONGEST_NAME
    words = _common(text)
    if len(words) < SHORTEST:
        return True
    return not _is_foreign(words, lexicon) or KNOWN * _known(words, lexicon) >= len(words)


def _is_other_script(char: str) -> bool:
    return char > _LATIN and not _VIETNAMESE[0] <= char <= _VIETNAMESE[1]


def _is_unbroken(char: str) -> bool:
    """Whether the script has no blanks between words: Chinese, Japanese, Thai."""
    return char >= _CJK or _THAI[0] <= char <= _THAI[1]


def _common(text: str) -> list[str]:
    """The words that are no names, in lower case."""
    if text.isupper():
        text = text.lower()
    return [word.lower().replace("’", "'") for word in _WORD.findall(_NAME.sub(" ", text.strip()))]


def _is_foreign(words: list[str], lexicon: Lexicon) -> bool:
    clear = [word for word in words if not lexicon.has("shared_words", word)]
    signs = sum(lexicon.has("foreign_words", word) for word in clear)
    return signs >= SIGNS or detect(" ".join(clear)) not in READ


def _known(words: list[str], lexicon: Lexicon) -> int:
    return sum(not lexicon.has("shared_words", word) and _is_known(word, lexicon) for word in words)


def _is_known(word: str, lexicon: Lexicon) -> bool:
    if lexicon.has("foreign_words", word):
        return False
    verb = word in lexicon.bases or word in lexicon.pasts or word in lexicon.thirds
    return verb or any(lexicon.has(group, word) for group in _GROUPS)
