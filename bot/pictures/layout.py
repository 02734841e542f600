"""Where things are on the picture of a year, in its pixels: themes fill one column and then the next."""

from collections.abc import Iterator
from typing import Final

from bot.coach.year import Tile, Year
from bot.pictures.canvas import Point

WIDTH: Final = 1080
COLUMNS: Final = 2
TILE: Final = 84
NAME_SIZE: Final = 37
_MARGIN: Final = 44
_GAP: Final = 13
_COLUMN: Final = 506
_HEAD: Final = 142
_ROW: Final = 168
_NAME: Final = 30  # from the top of a theme to the base line of its name
_TILES: Final = 46  # and to its tiles
TITLE: Final[Point] = (_MARGIN, 92)


def height(year: Year) -> int:
    """How high the picture is."""
    return _HEAD + _rows(year) * _ROW + _MARGIN - _GAP


def names(year: Year) -> Iterator[tuple[Point, str]]:
    """The names of the themes, each with the left end of its base line."""
    for number, stretch in enumerate(year.stretches):
        left, top = _corner(year, number)
        yield (left, top + _NAME), stretch.theme


def tiles(year: Year) -> Iterator[tuple[Point, Tile]]:
    """The tiles, each with its upper left corner."""
    for number, stretch in enumerate(year.stretches):
        left, top = _corner(year, number)
        for place, tile in enumerate(stretch.tiles):
            yield (left + place * (TILE + _GAP), top + _TILES), tile


def legend(year: Year) -> Point:
    """The upper left corner of the legend: it comes after the last theme."""
    return _corner(year, len(year.stretches))


def _rows(year: Year) -> int:
    return -(-(len(year.stretches) + 1) // COLUMNS)


def _corner(year: Year, number: int) -> Point:
    column, row = divmod(number, _rows(year))
    return _MARGIN + column * _COLUMN, _HEAD + row * _ROW
