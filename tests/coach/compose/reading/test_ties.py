import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.read import read


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        ("pen pal since 1994", "met.said", "you have been my pen pal since 1994"),
        ("uni housemate in Ghent, 2009-11", "met.role", "my uni housemate in Ghent, 2009-11"),
        ("neighbour downstairs", "met.as", "my neighbour downstairs"),
        ("porter on our trek", "met.role", "a porter on our trek"),
        ("choir director at St Olaf's", "met.as", "the choir director at St Olaf's"),
        ("head of the eel market", "met.as", "the head of the eel market"),
        ("the guy who taught me to splice rope", "met.said", "you are the guy who taught me to splice rope"),
        ("both on the night shift at the mill", "met.were", "both on the night shift at the mill"),
    ],
)
def test_tie_when_told_in_few_words_then_it_is_said_in_its_time(
    lexicon: Lexicon, answer: str, kind: str, text: str
) -> None:
    fact = read({"who": "Ida Falk", "how_met": answer}, lexicon).facts[0]
    assert (fact.kind, fact.texts[-1]) == (kind, text)


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("Jukka from the juniors", "I know you from"),
        ("Siv, the sound engineer at the mill", "I know you as"),
    ],
)
def test_place_when_it_stands_beside_the_name_alone_then_it_is_how_they_know_each_other(
    lexicon: Lexicon, who: str, answer: str
) -> None:
    kinds = {"I know you from": "met.from", "I know you as": "met.as"}
    assert [fact.kind for fact in read({"who": who}, lexicon).facts] == [kinds[answer]]


@pytest.mark.parametrize(
    ("value", "about"),
    [("architect in Lyon", "an architect in Lyon"), ("learning the oboe", "learning the oboe")],
)
def test_offer_when_it_says_who_somebody_is_then_it_tells_who_writes(
    lexicon: Lexicon, value: str, about: str
) -> None:
    facts = read({"who": "Ida Falk", "value": value}, lexicon).facts
    assert [(fact.slot, fact.texts[-1]) for fact in facts] == [("about_me", about)]
