"""The recipient with a title, or with what they are to somebody: `Dr Wessel said`, `our guide Marta`."""

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_ROLE_BEFORE: Final = r"(?<![\w'-])(?:the|our|my|this)\s+(?:[a-z-]+\s+)?([a-z-]+)\s+(?={mark})"


def without_titles(text: str, names: Sequence[str], mark: str, lexicon: Lexicon) -> str:
    """The text with titles and names as the mark alone; what is the person's own is `your`."""
    known = {name.casefold() for name in names}

    def bare(match: re.Match[str]) -> str:
        name = match["name"]
        if name in {mark, "your"}:
            return name
        if name.casefold() not in known or name.islower():
            return match[0]
        return "your" if match["own"] else mark

    text = lexicon.title_before.sub(bare, text)
    if mark not in text:
        return text
    text = re.sub(
        rf"{mark} ([^\W\d_]+)",
        lambda match: mark if lexicon.has("titles_after", match[1]) else match[0],
        text,
    )
    text = re.sub(
        rf"\b((?-i:[A-Z])[a-z]+) (?={mark})",
        lambda match: "" if lexicon.has("person_words", match[1]) else match[0],
        text,
    )
    return re.sub(
        _ROLE_BEFORE.format(mark=mark),
        lambda match: "" if lexicon.has("person_words", match[1]) else match[0],
        text,
        flags=re.IGNORECASE,
    )
