"""Whom a draft greets: the name after "Hi", which says nothing about the rest, whatever it is."""

import re
from typing import Final

from bot.coach.critique.reading import Reading
from bot.coach.model import Span

MOST: Final = 60  # code points of a name with its titles
MOST_WORDS: Final = 6
FURTHEST: Final = 110  # code points: no name of a greeted one ends behind
_GREETING: Final = re.compile(
    r"\W{0,20}(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))\b[ ,]{1,9}"
    r"(?!(?:there|all|everyone|everybody|again|both|team)\b)(?=\S)"
)
_STOP: Final = re.compile(r"[,;:!?\n]|\.(?=\s|$)| - |$")
# Words that begin to say something: a greeting without a comma has gone over into the note.
_SAID: Final = re.compile(
    r"\b(?:i|we|you|your|my|our|it|this|that|the|is|was|are|were|had|have|thanks?|great|nice|just|from|"
    r"at|in|on|with|for|to|i'\w+|we'\w+|it's)\b"
)
_CAPITALS: Final = re.compile(r"[^\W\d_a-zß-ÿ][\w'’.-]*(?: (?!I\b)[^\W\d_a-zß-ÿ][\w'’.-]*){0,5}")


def addressee(reading: Reading) -> Span | None:
    """The name that a draft begins by greeting, titles and all; None when it greets nobody by name."""
    greeting = _GREETING.match(reading.plain)
    if not greeting:
        return None
    start = greeting.end()
    stop = _STOP.search(reading.plain, start, start + MOST + 1)
    end = stop.start() if stop else start
    if not _is_name(reading.plain[start:end]):
        capitals = _CAPITALS.match(reading.text, start, start + MOST)
        end = capitals.end() if capitals else start
    return Span(start, end) if end > start else None


def begin_of(sentence: Span, reading: Reading) -> int:
    """Where a sentence begins to say something: after the greeting, if it has one."""
    greeted = addressee(reading)
    if greeted is None or not sentence.start <= greeted.start < greeted.end < sentence.end:
        return sentence.start
    rest = reading.plain[greeted.end : sentence.end]
    said = rest.lstrip(" ,;:!-")
    return greeted.end + len(rest) - len(said) if len(said) > 1 else sentence.start


def _is_name(words: str) -> bool:
    return len(words) <= MOST and len(words.split()) <= MOST_WORDS and not _SAID.search(words)
