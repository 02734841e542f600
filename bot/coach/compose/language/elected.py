"""What people are made or called: `they elected her queen`, `we call her Mama Sugar`."""

from collections.abc import Sequence
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_ASKED: Final = frozenset(
    {"very", "again", "always", "which", "what", "how", "why", "where", "when", "if", "whether"}
)
_SUBJECTS: Final = frozenset({"i", "i'm", "i've", "we", "he", "she", "they", "you"})
TO_GIVE: Final = frozenset({"send", "give", "lend", "offer"})
GIVING: Final = TO_GIVE | {"sent", "gave", "lent", "offered"}
GIVEN_ON: Final = frozenset({"to", "back", "away"})  # `gave her book to my son`: it is hers


def is_called(before: str, after: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether `her` between a verb and these words is the person, and not the owner of what follows."""
    following = after[0].lower() if after else ""
    if following in _ASKED or following in _SUBJECTS:
        return True  # `ask her which one`, `because of her I went`
    if lexicon.has("electing", before) or following == "like" or lexicon.has("after_object", following):
        return True
    if not lexicon.has("calling", before) or not after:
        return False
    name, behind = after[0], "".join(after[1:2])
    if name.lower() in lexicon.relations:
        return behind == "of" or name.istitle()  # `called her mother` is a telephone call
    return lexicon.has("person_words", name) or name.istitle()
