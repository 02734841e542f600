"""Whether two notes are too alike."""

import pytest

from bot.coach.likeness import are_alike

NOTE = "Hi Lena, we met at the Riga tram fair. Your drawings of sand boxes stayed with me. Glad to connect."


@pytest.mark.parametrize(
    "other",
    [
        NOTE,
        NOTE.upper(),
        NOTE.replace("Lena", "Omar"),
        "Hi Omar, we met at the Oslo tram fair! Your drawings of sand boxes stayed with me. Glad to link.",
    ],
)
def test_are_alike_when_little_but_the_name_differs_then_yes(other: str) -> None:
    assert are_alike(NOTE, other)


@pytest.mark.parametrize(
    "other",
    [
        "",
        "Hi Lena, thank you for the rye starter. It has risen twice since Sunday.",
        "Hi Omar, we met at the Riga tram fair. You fixed my bell with a spoon, and it rings. Glad.",
    ],
)
def test_are_alike_when_they_say_different_things_then_no(other: str) -> None:
    assert not are_alike(NOTE, other)
    assert not are_alike("", other)
