"""The picture of a year: a tile for each week, in the themes, with a legend."""

from typing import Final

from bot.coach.year import Legend, TileState, Year
from bot.pictures import layout, palette
from bot.pictures.canvas import Canvas, Point, length
from bot.pictures.palette import LOOKS

TITLE_SIZE: Final = 58
LEGEND_SIZE: Final = 32
SMALL_TILE: Final = 34
_LEGEND_ROW: Final = 46
_LEGEND_COLUMN: Final = 250
_RING: Final = 5  # pixels around a tile, after a gap as wide as half of it
_SHOWN: Final[tuple[TileState, ...]] = ("done", "skipped", "waiting", "ahead")
# In a tile of size 1: where the number is, and the sign below it, if there is one.
_NUMBER: Final = (0.5, 0.35)
_LOW: Final = (0.5, 0.77)
_MIDDLE: Final = (0.5, 0.5)
_TICK: Final = ((-0.15, 0.0), (-0.05, 0.09), (0.15, -0.09))
_DASH: Final = ((-0.14, 0.0), (0.14, 0.0))
_DOT: Final = 0.085


def draw(year: Year) -> bytes:
    """Draw a year; returns a PNG, 1,080 pixels wide. The same year gives the same bytes."""
    canvas = Canvas(layout.WIDTH, layout.height(year))
    canvas.text(layout.TITLE, year.title, _fitting(year.title), palette.TEXT)
    for at, name in layout.names(year):
        canvas.text(at, name, layout.NAME_SIZE, palette.TEXT)
    for at, tile in layout.tiles(year):
        _tile(canvas, at, layout.TILE, tile.state, _LOW)
        number = _inside(at, layout.TILE, _MIDDLE if tile.state == "ahead" else _NUMBER)
        canvas.text(number, str(tile.week), layout.TILE * 0.45, LOOKS[tile.state].text, "mm")
        if tile.week == year.now:
            _ring(canvas, at, layout.TILE)
    _legend(canvas, layout.legend(year), year.legend)
    return canvas.png()


def _fitting(title: str) -> float:
    """The size in which a title has room beside the margins."""
    room = layout.WIDTH - 2 * layout.TITLE[0]
    return min(TITLE_SIZE, TITLE_SIZE * room / length(title, TITLE_SIZE))


def _tile(canvas: Canvas, at: Point, size: float, state: TileState, sign: Point) -> None:
    look = LOOKS[state]
    canvas.box(at, size, look.outline, look.line, look.fill)
    middle = _inside(at, size, sign)
    if state == "done":
        canvas.stroke(_around(middle, size, _TICK), size / 12, look.text)
    elif state == "skipped":
        canvas.stroke(_around(middle, size, _DASH), size / 12, look.text)
    elif state == "waiting":
        canvas.dot(middle, size * _DOT, look.outline)


def _ring(canvas: Canvas, at: Point, size: float) -> None:
    wider = _RING * 1.5
    canvas.box((at[0] - wider, at[1] - wider), size + 2 * wider, palette.NOW, _RING)


def _legend(canvas: Canvas, corner: Point, legend: Legend) -> None:
    places = [
        (corner[0] + column * _LEGEND_COLUMN, corner[1] + row * _LEGEND_ROW)
        for row in range(3)
        for column in range(2)
    ]
    for at, state in zip(places, _SHOWN, strict=False):
        _tile(canvas, at, SMALL_TILE, state, _MIDDLE)
        _label(canvas, at, getattr(legend, state))
    at = places[len(_SHOWN)]
    canvas.box(at, SMALL_TILE, palette.NOW, _RING)
    _label(canvas, at, legend.now)


def _label(canvas: Canvas, at: Point, label: str) -> None:
    canvas.text((at[0] + SMALL_TILE + 14, at[1] + SMALL_TILE / 2), label, LEGEND_SIZE, palette.TEXT, "lm")


def _inside(at: Point, size: float, share: Point) -> Point:
    return at[0] + size * share[0], at[1] + size * share[1]


def _around(middle: Point, size: float, shape: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple((middle[0] + size * left, middle[1] + size * top) for left, top in shape)
