"""Counting and cleaning text."""

import re
import unicodedata
from typing import Final

MESSAGE_UNITS: Final = 4096
MAX_COMBINING: Final = 8

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and line break
    "\u202a-\u202e\u2066-\u2069\ufeff"  # marks that turn the direction of what follows
    "\ud800-\udfff"  # lone surrogates, which no database takes
    "\U000e0000-\U000e001f\U000e0080-\U000e0fff]",  # invisible tag characters (those of flags stay)
)
_COMBINING = r"[\u0300-\u036f\u0489\u1ab0-\u1aff\u20d0-\u20ff]"
_COMBINING_RUN = re.compile(f"({_COMBINING}{{{MAX_COMBINING}}}){_COMBINING}+")


# What shows nothing, as Telegram sees it: marks of no width, blanks of every width, fillers.
_INVISIBLE = re.compile(
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202f\u205f-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufffc\U000e0000-\U000e0fff]*"
)


def is_blank(text: str) -> bool:
    """Whether there is nothing to be seen in a text: a message of it alone would be refused."""
    return _INVISIBLE.fullmatch(text) is not None


def units(text: str) -> int:
    """Count as the site is believed to: UTF-16 code units, a line break (also CRLF) as one."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Make what somebody typed safe to store and to show, and leave everything that can be read as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return _UNWANTED.sub("", text)
    text = _UNWANTED.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n"))
    return unicodedata.normalize("NFC", _COMBINING_RUN.sub(r"\1", text))


def fold(text: str) -> str:
    """The same for comparison only: case, accents and runs of white space gone."""
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())
