"""Marks as a terminal shows them."""

from typing import Final

from bot.conversation import Mark

# Colours that can be read on a dark and on a light ground; what they say is said in words as well.
_ANSI: Final = {
    "good": "\x1b[4;32m",
    "fault": "\x1b[9;31m",
    "strong": "\x1b[1m",
    "quiet": "\x1b[3m",
    "details": "",
}
_RESET: Final = "\x1b[0m"
_PLAIN: Final = {"good": "_", "fault": "~", "strong": "*", "quiet": "", "details": ""}


def styled(text: str, marks: tuple[Mark, ...], *, colour: bool) -> str:
    """A text with its marks: underlined and struck out in colour, `_good_` and `~fault~` in plain text."""
    for mark in sorted(marks, reverse=True, key=lambda mark: mark.start):
        words = text[mark.start : mark.end]
        if colour:
            words = f"{_ANSI[mark.style]}{words}{_RESET}"
        else:
            words = f"{_PLAIN[mark.style]}{words}{_PLAIN[mark.style]}"
        text = text[: mark.start] + words + text[mark.end :]
    return text
