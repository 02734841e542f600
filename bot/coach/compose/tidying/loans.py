"""Words of another language around an occasion: `seminar sa Cebu` is a seminar in Cebu."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_OPENS: Final = re.compile(
    r"^(?P<before>(?:(?:at|in|on) )?(?:the|a|an) )?(?P<event>[^\W\d_]+)(?= (?:in|at|on|about|for|with)\b)"
)


def at_home(text: str, lexicon: Lexicon) -> str:
    """The text with a foreign `in` before a town, and a foreign word for an occasion, in English."""
    english = lexicon.foreign_in.sub("in ", text)
    if any(lexicon.has("abroad", word) for word in english.split()):
        return text  # `curso de soldadura en Bilbao`: half of it would be stranger than all of it
    match = _OPENS.match(english)
    event = lexicon.loans.get(match["event"]) if match else None
    return f"{match['before'] or 'the '}{event}{english[match.end() :]}" if match and event else english
