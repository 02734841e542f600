"""Clauses in another language between English ones: a note has only what its reader can read."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_QUOTED: Final = re.compile(r"\"[^\"]*\"")
# letters that no English word has, and none of those that English took over: café, naïve, jalapeño
_LETTERS: Final = frozenset("ışğłżźćńęąčřěůőűßæøåđươạảấầậắặẹếềểệịọốồổộớờởợụứừữự")
SIGNS: Final = 2


def is_foreign(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause plainly is in another language; one odd word is no sign."""
    words = _WORD.findall(_QUOTED.sub(" ", clause))
    small = [word for word in words if word.islower()]
    if any(_LETTERS & set(word) for word in small):
        return True
    signs = {word for word in small if lexicon.has("foreign_words", word)}
    return sum(not lexicon.has("shared_words", word) for word in signs) >= SIGNS
