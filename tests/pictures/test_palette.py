"""Nobody has to tell colours apart: lightness and shape say it, too."""

from itertools import combinations

import pytest
from PIL import ImageColor

from bot.coach.year import TileState
from bot.pictures.palette import CARD, EDGE, LOOKS, NOW, TEXT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as the accessibility guidelines reckon it: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in ImageColor.getrgb(colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def test_contrast_when_black_on_white_then_the_largest() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("state", LOOKS)
def test_tile_when_on_the_card_then_its_number_and_sign_are_easily_read(state: TileState) -> None:
    look = LOOKS[state]
    assert contrast(look.text, look.fill) >= 4.5
    assert contrast(look.outline, CARD) >= 3
    assert look.line or look.fill == look.outline


def test_tiles_when_filled_differently_then_three_to_one_apart() -> None:
    fills = {look.fill for look in LOOKS.values()}
    assert len(fills) == 3
    assert all(contrast(one, other) >= 3 for one, other in combinations(fills, 2))


def test_tiles_when_filled_alike_then_their_outlines_differ_in_width() -> None:
    waiting, ahead = LOOKS["waiting"], LOOKS["ahead"]
    assert waiting.fill == ahead.fill
    assert waiting.line > ahead.line


def test_card_when_read_then_text_ring_and_edge_stand_out() -> None:
    assert contrast(TEXT, CARD) >= 4.5
    assert contrast(NOW, CARD) >= 3
    assert all(contrast(EDGE, ground) >= 3 for ground in (CARD, "#ffffff", "#000000"))
