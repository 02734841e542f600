"""The recipient with a title, or with what they are to somebody: `Dr Wessel said`, `our guide Marta`."""

import re
from collections.abc import Container, Mapping, Sequence
from typing import Final

from bot.coach.compose.language.verbs import is_verb
from bot.coach.compose.lexicon import Lexicon
from bot.coach.model import Slot

_SHORT_NAME: Final = re.compile(r"(?<![\w'-])[A-Z][a-z]{2,}(?![\w-])")
_ROLE_BEFORE: Final = r"(?<![\w'-])(?:the|our|my|this)\s+(?:[a-z-]+\s+)?([a-z-]+)\s+(?={mark})"


def with_full_name(
    given: Mapping[Slot, str], slots: Container[Slot], names: Sequence[str], lexicon: Lexicon
) -> dict[Slot, str]:
    """`Bron took over` as `Bronwyn took over`; a short form that may be another word or person stays."""
    full = names[0] if names else ""
    texts = [text for slot, text in given.items() if slot in slots]
    found = {match[0] for text in texts for match in _SHORT_NAME.finditer(text)}
    short = next((word for word in found if _is_short_for(word, full, lexicon)), "")
    if not short or any(_is_another(short, text, lexicon) for text in given.values()):
        return dict(given)
    named = re.compile(rf"(?<![\w'-]){short}(?![\w-])")
    return {slot: named.sub(full, text) if slot in slots else text for slot, text in given.items()}


def _is_short_for(word: str, full: str, lexicon: Lexicon) -> bool:
    short = word.lower()
    other = short in lexicon.capitals or is_verb(short, lexicon) or lexicon.has("person_words", short)
    return len(full) > len(word) and full.lower().startswith(short) and not other


def _is_another(short: str, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody else is called so: `my brother Sam`, `Sam Roe`."""
    if re.search(rf"\b{short} [A-Z]", text):
        return True
    return any(match[1].lower() in lexicon.relations for match in re.finditer(rf"([\w-]+) {short}\b", text))


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
