"""Punctuation that was said aloud: `comma`, `full stop`, `new paragraph`."""

import re
from typing import Final

# punctuation that was said aloud, in a text that has none
_SAID_STOP = re.compile(r"\s+(?:full stop|new line|new paragraph|question mark|exclamation mark)\b")
_SAID_COMMA = re.compile(
    r"(?<! a)(?<! the)(?<! missing)(?<! oxford)(?<! extra)(?<! one)(?<! every)\s+comma(?= \w)"
)
_SAID_PERIOD = re.compile(
    r"(?<! a)(?<! the)(?<! this)(?<! that)(?<! same)(?<! trial)(?<! long)\s+period\b"
    r"(?! (?:drama|costume|piece|house|film|of|when|in which)\b)"
)
_SAID_LAST = re.compile(r"(?<=\w)(?<! a)(?<! the)(?<! this)(?<! that)(?<! same) period\.?$")
SEVERAL: Final = 2  # marks that were said


def spoken(text: str) -> str:
    """`asked him comma nobody else did full stop`, which a phone took down, with its marks."""
    several = len(_SAID_COMMA.findall(text)) + len(_SAID_STOP.findall(text)) >= SEVERAL
    if not several and any(mark in text for mark in ".,;!?"):
        return text
    text = _SAID_COMMA.sub(",", _SAID_STOP.sub(".", text))
    return _SAID_PERIOD.sub(".", text) if several else _SAID_LAST.sub(".", text)
