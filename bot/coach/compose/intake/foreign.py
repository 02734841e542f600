"""Clauses in another language between English ones: a note has only what its reader can read."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ENDED: Final = re.compile(r"(?<=\w)'(?:da|de|ta|te|dan|den|ya|ye|nin|nın)\b")  # `Hatay'da`
_QUOTED: Final = re.compile(r"\"[^\"]*\"")
# the name of a work is a name, whatever its language
_TITLE: Final = re.compile(
    r"\b(?:podcast|book|novel|film|movie|song|album|play|blog|magazine|newspaper|channel|series|programme|show|called"
    r"|column|newsletter|exhibition|restaurant|café|cafe|bakery|magazine) (?:called )?[^\W\d_a-z][^\s,.;]*"
    r"(?: (?!(?:and|at|in|on|the|about|where|when|he|she|they|with|for|from|last|is|was)\b)[^\s,.;]+){0,5}"
)
# letters that no English word has, and none of those that English took over: café, naïve, jalapeño
_LETTERS: Final = frozenset("ışğłżźćńęąčřěůőűßæøåđươạảấầậắặẹếềểệịọốồổộớờởợụứừữự")
SIGNS: Final = 2


def is_foreign(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause plainly is in another language; one odd word is no sign."""
    said = _TITLE.sub(" ", _QUOTED.sub(" ", clause))
    if lexicon.creole.search(said):
        return True
    words = _WORD.findall(said)
    small = [word for word in words if word.islower()]
    signs = {word for word in small if _is_sign(word, lexicon)}
    return len(signs) + len(_ENDED.findall(clause)) >= SIGNS


def _is_sign(word: str, lexicon: Lexicon) -> bool:
    return bool(_LETTERS & set(word)) or (
        lexicon.has("foreign_words", word) and not lexicon.has("shared_words", word)
    )
