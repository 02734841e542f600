import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.mend import mended


@pytest.mark.parametrize(
    ("told", "mend"),
    [
        ("I was intern in her lab", "I was an intern in her lab"),
        ("he is owner of a dairy", "he is the owner of a dairy"),
        ("I'm nurse in Graz", "I'm a nurse in Graz"),
        ("my results is matching hers", "my results are matching hers"),
        ("my uncle drive the bus and pay for all", "my uncle drives the bus and pays for all"),
        ("each desk have a lamp", "each desk has a lamp"),
        ("sister keep the photo", "My sister keeps the photo"),
        ("workshop of him in Tbilisi", "his workshop in Tbilisi"),
        ("cousin me, Noor", "my cousin Noor"),
        ("he told that bees sleep", "he said that bees sleep"),
        ("she explained me the rules", "she explained to me the rules"),
        ("he showed us to fold the map", "he showed us how to fold the map"),
        ("we discussed about soil", "we discussed soil"),
        ("I try the same and use same seed", "I try the same and use the same seed"),
        ("till date I keep it", "I keep it to this day"),
        ("20 years I am teacher here", "I have been a teacher here for 20 years"),
        ("2 years before, I was his student", "2 years ago, I was his student"),
        ("we both from Osh", "we are both from Osh"),
        ("he fixed my brothers bike", "he fixed my brother's bike"),
        ("we was in the night class", "we were in the night class"),
        ("he use to sweep, wash chairs and sing", "he used to sweep and wash chairs and sing"),
        ("she thought us shorthand", "she taught us shorthand"),
        ("He does still send papers", "He still sends papers"),
        ("bus Accra to Tamale", "bus from Accra to Tamale"),
        ("she feeds anyone who ask", "she feeds anyone who asks"),
        ("poster is about frost", "The poster is about frost"),
    ],
)
def test_mended_when_a_slip_has_one_meaning_then_it_is_put_right(
    lexicon: Lexicon, told: str, mend: str
) -> None:
    assert mended(told, lexicon) == mend


@pytest.mark.parametrize(
    "told",
    [
        "he was right about the roof",
        "she is head of sales",
        "one of my friends is a baker",
        "she made my father laugh",
        "he helped my son read",
        "photo of him in the park",
        "because of her I stayed",
        "he told that story twice",
        "my physics is weak",
        "at the same time",
        "same school and same year",
        "he taught my brothers and me",
        "she is as good a teacher as he is",
        "did my mother call you",
    ],
)
def test_mended_when_the_words_are_sound_then_they_stay(lexicon: Lexicon, told: str) -> None:
    assert mended(told, lexicon) == told


@pytest.mark.parametrize(
    ("told", "mend"),
    [
        ("till date I use it in my class", "I use it in my class to this day"),
        ("she told papa to rest", "she told my papa to rest"),
        ("now son is walking again", "now my son is walking again"),
        ("now me also", "Now I do, too"),
        ("he explained whole class the trick", "he explained to the whole class the trick"),
        ("30 years I am midwife and never heard it", "I have been a midwife for 30 years and never heard it"),
    ],
)
def test_mended_when_the_order_is_another_languages_then_it_is_english(
    lexicon: Lexicon, told: str, mend: str
) -> None:
    assert mended(told, lexicon) == mend
