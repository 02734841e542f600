import pytest

from bot.coach.compose.dictated.dictation import restated
from bot.coach.compose.lexicon import Lexicon


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I was a patient no not a patient I was a volunteer", "I was a volunteer"),
        ("he came to do a talk no not a talk a demo on dyes", "he came to do a demo on dyes"),
        ("it was in 2019 well not together together but we met", "it was in 2019 but we met"),
        ("the fair in St Ives no in Truro last June", "the fair in Truro last June"),
        ("he drew it he actually drew it by hand", "he actually drew it by hand"),
        ("I bought one I bought the one with the crack", "I bought the one with the crack"),
        ("talking about how about grief", "talking about grief"),
        ("paired up for the for the hackathon", "paired up for the hackathon"),
        ("at the book launch of it was a friend's launch", "at a friend's launch"),
        ("soup every Tuesday every single Tuesday", "soup every single Tuesday"),
        ("made a sort of a sort of a soup", "made a soup"),
        ("we did the what's it called the Dragon Ride", "we did the Dragon Ride"),
        ("for I want to say six years no seven years", "for seven years"),
        ("my boss said my boss is Trevor he said hello", "my boss is Trevor he said hello"),
        ("you know nobody slept in that class", "nobody slept in that class"),
    ],
)
def test_restated_when_somebody_begins_again_then_the_last_counts(
    said: str, meant: str, lexicon: Lexicon
) -> None:
    assert restated(said, lexicon) == meant


@pytest.mark.parametrize(
    "said",
    [
        "I know what I know because of her",
        "he said that he said yes to everybody",
        "she knows no fear of the sea",
        "she was not afraid to say no to the builder",
        "we met at the station, no, it was at the stop",
        "from door to door with the paper",
        "she was a teacher, not a patient one",
        "worked with her in a care home in Truro",
        "met her at the stall at noon",
    ],
)
def test_restated_when_nothing_is_taken_back_then_it_stays(said: str, lexicon: Lexicon) -> None:
    assert restated(said, lexicon) == said
