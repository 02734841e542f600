"""The mark behind a word after which something was said while thinking."""

from typing import Final

PAUSE: Final = "¦"
