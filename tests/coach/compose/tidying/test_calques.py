import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.calques import calqued
from bot.coach.compose.tidying.verb_calques import gerund


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("we have met us the past week at the fair", "we met last week at the fair"),
        ("we have known us in Toledo", "we met in Toledo"),
        ("we have seen us again in Bari", "we saw each other again in Bari"),
        ("she made us to repeat the song", "she made us repeat the song"),
        ("he did me see the error", "he made me see the error"),
        ("the manner that she cuts the bread", "the way she cuts the bread"),
        ("his way to teach", "his way of teaching"),
        ("she corrects without to shout", "she corrects without shouting"),
        ("a machine for clean the olives", "a machine for cleaning the olives"),
        ("I am baker since 6 years", "I have been baker for 6 years"),
        ("during three days he cooked for us", "for three days he cooked for us"),
        ("we study together in Porto in 2009", "we studied together in Porto in 2009"),
        ("she answered to all the children", "she answered all the children"),
        ("I assisted to her class", "I attended her class"),
        ("he told me the true and he had reason", "he told me the truth and he was right"),
        ("he is responsible of the archive", "he is responsible for the archive"),
        ("in the fair of Parma", "at the fair of Parma"),
        ("in the train to Iași", "on the train to Iași"),
        ("never she shouted", "she never shouted"),
        ("I follow since 3 years his garden", "I have followed his garden for 3 years"),
        ("we work together since 2016", "we have worked together since 2016"),
        ("he didn't laughed", "he didn't laugh"),
        ("she learned me to sew", "she taught me to sew"),
        ("we didn't see us since 2019", "we haven't seen each other since 2019"),
        ("she is who built the oven", "she is the one who built the oven"),
        ("she knows to wait", "she knows how to wait"),
        ("I was presented to him", "I was presented to him"),
        ("both we are from Nariño", "we are both from Nariño"),
    ],
)
def test_calqued_when_a_turn_is_carried_over_then_it_is_english(
    lexicon: Lexicon, told: str, meant: str
) -> None:
    assert calqued(told, lexicon) == meant


@pytest.mark.parametrize(
    "told",
    [
        "we met at the quarry",
        "we have met twice since",
        "the past year was hard",
        "in the last month of the war",
        "she had reason to leave",
        "a rope for work at height",
        "he left without a word",
        "the way to the mill",
        "she answered to the name of Pepa",
        "in the market hall",
        "he made a table to order",
        "we know the owner since he moved",
        "in the 2014 floods",
        "it did me good",
        "I rest for 2 months each winter",
        "we sailed around all the world",
        "she is who she is",
        "he had 40 years of practice",
        "on the Monday",
    ],
)
def test_calqued_when_the_words_are_sound_then_they_stay(lexicon: Lexicon, told: str) -> None:
    assert calqued(told, lexicon) == told


@pytest.mark.parametrize(
    ("verb", "form"), [("see", "seeing"), ("tie", "tying"), ("cut", "cutting"), ("open", "opening")]
)
def test_gerund_when_a_verb_ends_so_then_it_is_spelled_right(verb: str, form: str) -> None:
    assert gerund(verb) == form
