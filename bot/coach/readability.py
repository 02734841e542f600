"""How many years of school a text asks for, roughly: the Flesch-Kincaid grade."""

import re
from typing import Final

_SENTENCE: Final = re.compile(r"[.!?:;]+(?=[\s\"')]|$)|\n\n")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SYLLABLE: Final = re.compile(r"[aeiouyà-öø-ÿ]+")
SHORT: Final = 3  # letters: `the` and `bee` have nothing silent
_SILENT: Final = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxz]es)$")


def grade(text: str) -> float:
    """The school year in which a text in English is easily read (Kincaid and others, 1975).

    0.39 words a sentence + 11.8 syllables a word - 15.59; syllables are counted by their vowels, which is
    right for nine words of ten. 0 for a text without words.
    """
    words = _WORD.findall(text.lower())
    if not words:
        return 0.0
    sentences = sum(bool(_WORD.search(piece)) for piece in _SENTENCE.split(text))
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / max(1, sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    spoken = _SILENT.sub(lambda ending: ending[0][0], word) if len(word) > SHORT else word
    return max(1, len(_SYLLABLE.findall(spoken)))
