"""How the writer likes to sound: by first name or formally, and with or without a smile at the end."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from bot.coach.compose.facts import Greeting, Reading
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.recipient.names import given
from bot.coach.model import Manner, Note, Part, Slot
from bot.coach.text import units

_FELT: Final[tuple[Slot, ...]] = ("standout", "how_met", "common_ground", "value")
_JOINERS: Final = frozenset("\u200d\ufe0f")
AS_TYPED: Final = Manner()


def greeted(reading: Reading, names: tuple[str, ...], manner: Manner, lexicon: Lexicon) -> Reading:
    """The same, greeted as the writer likes it, where the name allows: a family name alone stays formal."""
    greeting = reading.greeting
    if manner.formality == "first" and greeting.formal and len(names) > 1:
        if first := given(names, "", lexicon):
            return replace(reading, greeting=Greeting(first))
    elif manner.formality == "formal" and greeting.name and not greeting.formal:
        return replace(reading, greeting=Greeting(" ".join(names) or greeting.name, formal=True))
    return reading


def with_smile(note: Note, answers: Mapping[str, str], manner: Manner) -> Note:
    """The note with the emoji that the writer typed, at its end, where they like that and it fits."""
    if not manner.emoji:
        return note
    slot, smile = next(((slot, one) for slot in _FELT if (one := _emoji_in(answers.get(slot, "")))), ("", ""))
    text = f"{note.text} {smile}"
    if not smile or units(text) > note.limit:
        return note
    start = len(note.text) + 1
    return Note(text, units(text), note.limit, (*note.parts, Part(start, len(text), slot)))


def _emoji_in(answer: str) -> str:
    """The first emoji of an answer, with the joiners that hold it together."""
    found = ""
    for char in answer:
        if unicodedata.category(char) in {"So", "Sk"} and not char.isascii():
            if found and found[-1] not in _JOINERS and unicodedata.category(char) != "Sk":
                break
            found += char
        elif found and char in _JOINERS:
            found += char
        elif found:
            break
    return found.rstrip("\u200d")
