"""Sentences put together to a note, with the places of the writer's own words."""

import re

from bot.coach.compose.writing.fitting import Fitted
from bot.coach.compose.writing.plans import Line, Plan
from bot.coach.model import Note, Part
from bot.coach.text import units


def note(plan: Plan, fitted: Fitted, limit: int) -> Note:
    """The text, its length, and which stretches come from which slot."""
    text, parts = plan.greeting.text, list(plan.greeting.parts)
    for index, line in enumerate(fitted.lines):
        start = len(text) + 1
        text += " " + (line.text if index else line.inner)
        parts += [Part(part.start + start, part.end + start, part.slot) for part in line.parts]
    return Note(text, units(text), limit, tuple(parts))


def leads(fitted: Fitted) -> Line:
    """The sentence after the greeting."""
    return fitted.lines[0]


def differ(one: str, other: str) -> bool:
    """Whether two notes differ in more than a word: in their first sentence, or in three words."""
    if _opening(one) != _opening(other):
        return True
    return len(_words(one) ^ _words(other)) >= 3  # noqa: PLR2004 - "more than a word", with its partner and one more


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w']+", text.lower()))


def _opening(text: str) -> str:
    return text.partition(", ")[2].partition(". ")[0]
