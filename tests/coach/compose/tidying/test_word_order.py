import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.slips import unslipped
from bot.coach.compose.tidying.word_order import reordered


@pytest.mark.parametrize(
    ("told", "order"),
    [
        ("in July was I at his farm", "in July I was at his farm"),
        ("Yesterday bought we a kayak", "Yesterday we bought a kayak"),
        ("he sings, in the winter is he at sea", "he sings, in the winter he is at sea"),
        ("then have we met again", "then we have met again"),
        ("when was the flood she has cooked", "when there was the flood, she has cooked"),
        ("he cried and slept not", "he cried and did not sleep"),
        ("the lecture on moss I have heard twice", "I have heard the lecture on moss twice"),
        ("she opened every morning the gate", "she opened the gate every morning"),
        ("he draws also the maps", "he also draws the maps"),
        ("I was two weeks there", "I was there for two weeks"),
        ("he showed us how works the lock", "he showed us how the lock works"),
        ("she explained how does it work", "she explained how it works"),
    ],
)
def test_reordered_when_the_order_is_that_of_another_language_then_it_is_put_right(
    lexicon: Lexicon, told: str, order: str
) -> None:
    assert reordered(told, lexicon) == order


@pytest.mark.parametrize(
    "told",
    [
        "in the hut my aunt built we slept",
        "after we left he sang",
        "only then did I see it",
        "on the day I met her it rained",
        "we swim, not only in summer",
        "she is on the list, has it all in her head",
        "how fast the lock works",
        "in Split we were neighbours",
    ],
)
def test_reordered_when_the_order_is_english_then_it_stays(lexicon: Lexicon, told: str) -> None:
    assert reordered(told, lexicon) == told


@pytest.mark.parametrize(
    ("told", "put"),
    [
        ("we know us from the choir", "we know each other from the choir"),
        ("we know us since 2011", "we have known each other since 2011"),
        ("I follow her since 2 years", "I have followed her for 2 years"),
        ("he works since 2009 in the mint", "he has worked in the mint since 2009"),
        ("she has drawn it last winter", "she drew it last winter"),
        ("we met on a congress in Bled", "we met at a congress in Bled"),
        ("we met before three years", "we met three years ago"),
        ("I read it in the internet", "I read it on the internet"),
        ("he said me that eels sleep", "he told me that eels sleep"),
        ("she has an own bakery", "she has her own bakery"),
        ("he made a photo of the keel", "he took a photo of the keel"),
        ("I drive tram in Brno", "I drive a tram in Brno"),
        ("I work in library in Pärnu", "I work in a library in Pärnu"),
        ("who forgot a knot, he shows it again", "whoever forgot a knot, he shows it again"),
        ("in the last year he sailed", "last year he sailed"),
    ],
)
def test_unslipped_when_words_are_those_of_another_language_then_they_are_put_right(
    lexicon: Lexicon, told: str, put: str
) -> None:
    assert unslipped(told, lexicon) == put


@pytest.mark.parametrize(
    "told",
    [
        "she has shown us the mill",
        "we were on the same train",
        "he is on the school board",
        "since 2009 he sings",
        "who taught me knots, he is retired",
        "in the last year of school",
        "they let us in",
        "he has been there since May",
        "we walked before two of them came",
    ],
)
def test_unslipped_when_the_words_are_sound_then_they_stay(lexicon: Lexicon, told: str) -> None:
    assert unslipped(told, lexicon) == told


def test_unslipped_when_another_clause_follows_then_it_stays_behind_the_span(lexicon: Lexicon) -> None:
    said = "I live since 5 years in Linz but she is in Graz"
    assert unslipped(said, lexicon) == "I have lived in Linz for 5 years but she is in Graz"
