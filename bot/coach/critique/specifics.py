"""Whether words are about something in particular: a name, a number, a quoted title."""

import re
from typing import Final

from bot.coach.critique.reading import Reading
from bot.coach.critique.words import NO_NAMES
from bot.coach.model import Span

_NUMBER_OR_TITLE: Final = re.compile(r"\d|\"[^\"\n]{2,80}\"|(?<!\w)'[^'\n]{2,80}'(?!\w)")
_CAPITAL: Final = re.compile(r"(?<=[\w,;:)'\"-] )[^\W\d_a-zß-ÿ][\w'-]*")


def is_specific(reading: Reading, span: Span) -> bool:
    """Whether the stretch has a number, a quoted title, or a name that does not merely begin a sentence.

    The name of the greeted is nothing in particular: a template has it, too.
    """
    if (name := reading.greeted) and span.start < name.end:
        span = Span(name.end, max(name.end, span.end))
    if _NUMBER_OR_TITLE.search(reading.plain, span.start, span.end):
        return True
    if not reading.has_case:
        return False
    return any(
        word[0].lower() not in NO_NAMES and word[0][0].isupper()
        for word in _CAPITAL.finditer(reading.text, span.start, span.end)
    )
