"""What is told of time and place behind a sentence gets the small words that belong before it."""

import pytest

from bot.coach.compose.language.timed import led
from bot.coach.compose.lexicon import Lexicon


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("I fitted your boiler, Leeds, May 2021", "I fitted your boiler in Leeds in May 2021"),
        ("you took the service in Croydon, January", "you took the service in Croydon in January"),
        ("you teach my son chess in Haifa, Tuesdays", "you teach my son chess in Haifa on Tuesdays"),
        (
            "I heard your talk on eels, University of Bergen",
            "I heard your talk on eels at the University of Bergen",
        ),
        ("I heard your talk on eels, Stamford Library", "I heard your talk on eels at Stamford Library"),
        ("we sang in the choir, last winter", "we sang in the choir last winter"),
        (
            "we sat in the corner, the blue one, last winter",
            "we sat in the corner, the blue one, last winter",
        ),
        ("you mended the pump, the gate, the roof", "you mended the pump, the gate, the roof"),
    ],
)
def test_led_when_times_and_places_stand_behind_commas_then_with_their_small_words(
    told: str, whole: str, lexicon: Lexicon
) -> None:
    assert led(told, lexicon) == whole
