"""A card to draw on. Sizes are pixels of the finished picture."""

import io
from collections.abc import Sequence
from functools import cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from bot.pictures import palette

SCALE: Final = 2  # drawn larger and taken down, so that edges are smooth
COLOURS: Final = 64
_EDGE: Final = 3
_TRY: Final = 20
_UNDEFINED: Final = "\uffff"  # is in no font
Point = tuple[float, float]


class Canvas:
    """An empty card with an edge; what is drawn first lies below."""

    def __init__(self, width: int, height: int) -> None:
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), palette.CARD)
        self._draw = ImageDraw.Draw(self._image)
        corners = (0, 0, width * SCALE - 1, height * SCALE - 1)
        self._draw.rectangle(corners, outline=palette.EDGE, width=_EDGE * SCALE)

    def text(self, at: Point, text: str, size: float, colour: str, anchor: str = "ls") -> None:
        """Write a line; `at` is the left end of its base line, unless `anchor` says otherwise."""
        self._draw.text(_scaled(at), text, colour, _font(size), anchor)

    def box(self, at: Point, size: float, outline: str, line: float = 0, fill: str | None = None) -> None:
        """Draw a square with round corners; its outline lies within it."""
        left, top = _scaled(at)
        corners = (left, top, left + size * SCALE - 1, top + size * SCALE - 1)
        self._draw.rounded_rectangle(corners, size * SCALE / 6, fill, outline, round(line * SCALE))

    def stroke(self, points: Sequence[Point], line: float, colour: str) -> None:
        """Draw a line from point to point, its ends round."""
        self._draw.line([_scaled(point) for point in points], colour, round(line * SCALE), joint="curve")
        for end in (points[0], points[-1]):
            self.dot(end, line / 2, colour)

    def dot(self, at: Point, radius: float, colour: str) -> None:
        """Draw a dot around a point."""
        self._draw.circle(_scaled(at), radius * SCALE, colour)

    def png(self) -> bytes:
        """The finished picture: the same drawing gives the same bytes."""
        finished = self._image.reduce(SCALE).quantize(
            COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        stored = io.BytesIO()
        finished.save(stored, "PNG")
        return stored.getvalue()


def length(text: str, size: float) -> float:
    """How long a line of text is."""
    return _font(size).getlength(text) / SCALE


def missing(text: str) -> str:
    """The letters of a text that cannot be drawn."""
    font = _font(_TRY)
    blank = _shape(font, _UNDEFINED)
    return "".join(dict.fromkeys(one for one in text if not one.isspace() and _shape(font, one) == blank))


def _shape(font: ImageFont.FreeTypeFont | ImageFont.ImageFont, text: str) -> bytes:
    return bytes(font.getmask(text))


@cache
def _font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size * SCALE)


def _scaled(point: Point) -> Point:
    return point[0] * SCALE, point[1] * SCALE
