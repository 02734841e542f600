"""The picture of a year, read back."""

import asyncio
import io
import threading
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from bot.coach.year import Legend, TileState, Year, stretches
from bot.content import Content
from bot.pictures import layout, paint
from bot.pictures.canvas import length, missing
from bot.pictures.palette import CARD, LOOKS, NOW
from bot.pictures.year import draw

CHALLENGES = Content(Path(__file__).parents[2] / "prompts").challenges
LEGEND = Legend(done="done", skipped="skipped", waiting="waiting", ahead="to come", now="this week")
STATES: dict[int, TileState] = {1: "done", 2: "skipped", 3: "waiting"}
NEAR = 8  # of 256: smoothing and the small number of colours leave a little


def year(states: dict[int, TileState], now: int | None = None, title: str = "A title") -> Year:
    return Year(title=title, stretches=stretches(CHALLENGES, states), legend=LEGEND, now=now)


def opened(drawn: bytes) -> Image.Image:
    return Image.open(io.BytesIO(drawn)).convert("RGB")


def corner(shown: Year, week: int) -> tuple[int, int]:
    (left, top) = next(at for at, tile in layout.tiles(shown) if tile.week == week)
    return round(left), round(top)


def tile(image: Image.Image, shown: Year, week: int) -> Image.Image:
    left, top = corner(shown, week)
    return image.crop((left, top, left + layout.TILE, top + layout.TILE))


def is_like(pixel: object, colour: str) -> bool:
    wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert isinstance(wanted, tuple)
    return all(abs(one - other) <= NEAR for one, other in zip(pixel, wanted, strict=True))


def test_picture_when_drawn_then_as_wide_as_a_phone_and_small_enough_to_send() -> None:
    every: tuple[dict[int, TileState], ...] = tuple(dict.fromkeys(CHALLENGES, state) for state in LOOKS)
    for states in (STATES, *every):
        drawn = draw(year(states, now=3))
        assert drawn.startswith(b"\x89PNG")
        assert len(drawn) < 100_000
        assert opened(drawn).width == 1080
        assert opened(drawn).height < 1400


def test_picture_when_drawn_again_then_the_same_bytes() -> None:
    assert draw(year(STATES, now=3)) == draw(year(STATES, now=3))


@pytest.mark.parametrize(("week", "state"), [(1, "done"), (2, "skipped"), (3, "waiting"), (4, "ahead")])
def test_tile_when_in_a_state_then_filled_and_outlined_so(week: int, state: TileState) -> None:
    shown = year(STATES)
    square = tile(opened(draw(shown)), shown, week)
    look = LOOKS[state]
    assert is_like(square.getpixel((layout.TILE // 2, 9)), look.fill)
    assert is_like(square.getpixel((layout.TILE // 2, 1 if look.line != 2 else 0)), look.outline)


def test_tiles_when_in_different_states_then_different_even_in_black_and_white() -> None:
    squares = []
    for state in LOOKS:
        shown = year({8: state})
        squares.append(tile(opened(draw(shown)), shown, 8).convert("1", dither=Image.Dither.NONE))
    for one, other in combinations(squares, 2):
        assert ImageChops.difference(one.convert("L"), other.convert("L")).getbbox() is not None


def test_tiles_when_of_different_weeks_then_their_numbers_differ() -> None:
    shown = year({})
    image = opened(draw(shown))
    squares = {tile(image, shown, week).tobytes() for week in CHALLENGES}
    assert len(squares) == len(CHALLENGES) == 52


def test_ring_when_a_week_is_the_newest_then_around_its_tile_alone() -> None:
    shown = year(STATES, now=3)
    image = opened(draw(shown))
    for week in (2, 3, 4):
        left, top = corner(shown, week)
        pixel = image.getpixel((left + layout.TILE // 2, top - 5))
        assert is_like(pixel, NOW) is (week == 3)
        assert is_like(pixel, CARD) is (week != 3)


def test_names_when_drawn_then_each_has_room_in_its_column() -> None:
    for (left, _), name in layout.names(year({})):
        end = left + length(name, layout.NAME_SIZE)
        assert end < (layout.WIDTH if left > layout.WIDTH / 2 else layout.WIDTH / 2)


def test_tiles_when_laid_out_then_none_overlaps_and_all_are_on_the_card() -> None:
    shown = year({})
    corners = [at for at, _ in layout.tiles(shown)]
    for (left, top), (other_left, other_top) in combinations(corners, 2):
        assert abs(left - other_left) > layout.TILE or abs(top - other_top) > layout.TILE
    assert all(
        left + layout.TILE < layout.WIDTH and top + layout.TILE < layout.height(shown)
        for left, top in corners
    )


def test_title_when_long_then_it_is_written_smaller() -> None:
    long = opened(draw(year({}, title="A rather long title that some other language may well want to have")))
    edge = long.crop((1080 - 40, 20, 1080 - 10, 120))
    assert edge.getcolors() is not None
    assert {is_like(pixel, CARD) for _, pixel in edge.getcolors() or []} == {True}


def test_missing_when_a_letter_is_not_in_the_font_then_named_once() -> None:
    assert not missing("Close by, through a screen: 9 of 12!")
    assert missing("Über den Zaun, über alles") == "Üü"


async def test_paint_when_asked_then_the_same_as_drawn() -> None:
    assert await paint(year(STATES)) == draw(year(STATES))


async def test_paint_when_drawing_takes_long_then_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    others_went_on = threading.Event()

    def slow(_: Year) -> bytes:
        return b"drawn" if others_went_on.wait(10) else b"nobody could do anything meanwhile"

    monkeypatch.setattr("bot.pictures.draw", slow)
    drawing = asyncio.create_task(paint(year(STATES)))
    await asyncio.sleep(0)
    others_went_on.set()
    assert await drawing == b"drawn"
