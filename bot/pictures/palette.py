"""The colours of a picture: a card of its own, the same on the light or dark ground of a chat.

Lightness alone sets the states apart, in steps of at least 3 to 1: the card, skipped, done. Text has at least
4.5 to 1. The tests reckon all of it.
"""

from typing import Final

from msgspec import Struct

from bot.coach.year import TileState

CARD: Final = "#f6f3ec"
EDGE: Final = "#7d848d"  # around the card, for a white ground and for a black one
TEXT: Final = "#23282d"
NOW: Final = "#1257b0"


class Look(Struct, frozen=True):
    """How the tiles of one state look; `line` is the width of the outline in pixels."""

    fill: str
    outline: str
    line: int
    text: str


LOOKS: Final[dict[TileState, Look]] = {
    "done": Look("#0b3d2e", "#0b3d2e", 0, "#ffffff"),
    "skipped": Look("#828991", "#828991", 0, "#000000"),
    "waiting": Look(CARD, "#8a4b00", 5, TEXT),
    "ahead": Look(CARD, "#828991", 2, "#4a5058"),
}
