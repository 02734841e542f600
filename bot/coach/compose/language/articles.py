"""`a` and `an`."""

import re
from typing import Final

from bot.coach.compose.lexicon import VOWELS, Lexicon

_SPELLED: Final = frozenset("AEFHILMNORSX")  # their names begin with a vowel
ARTICLES: Final = ("the ", "a ", "an ", "my ", "our ", "your ", "his ", "her ", "their ", "this ", "that ")


def with_article(text: str, lexicon: Lexicon) -> str:
    """`ex colleague` as `an ex colleague`, `HR officer` as `an HR officer`."""
    if text.lower().startswith(ARTICLES):
        return text
    first = text.split(maxsplit=1)[0].strip(",.")
    spelled = first[:1] in _SPELLED and first[:2].isupper() and not lexicon.has("spoken_acronyms", first)
    silent = re.match(r"(?:honest|honorary|hour|heir|8|11\b|11th|18)", first, re.IGNORECASE)
    sounded = re.match(r"(?:uni|eu|use|one\b|uti|usu|ure|ux|ui\b|u[ks]\b)", first, re.IGNORECASE)
    vowel = first[:1].lower() in VOWELS and not sounded and not (first.isupper() and first[0] == "U")
    return f"{'an' if spelled or silent or vowel else 'a'} {text}"
