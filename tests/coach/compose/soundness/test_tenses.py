"""Verbs without endings, in the time that was meant."""

import pytest

from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.soundness.tags import Tagger
from bot.coach.compose.soundness.tenses import Tenses


@pytest.fixture(scope="module")
def tenses(grammar: Grammar, lexicon: Lexicon) -> Tenses:
    return Tenses(grammar.english, lexicon, Tagger(grammar.english, lexicon))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("he sell me my first bicycle at Katong", "he sold me my first bicycle at Katong"),
        ("last year I visit his factory with my boss", "last year I visited his factory with my boss"),
        ("he train us when i small", "he trained us when i small"),
        ("sit next to her in class 2022", "sat next to her in class 2022"),
        ("he is driver who bring me to hospital", "he is driver who brought me to hospital"),
        ("she has shown me the new sensor at the fair", "she showed me the new sensor at the fair"),
        ("he has been my boss in a call center", "he was my boss in a call center"),
        ("she is my mentor when i first join the bank", "she was my mentor when i first joined the bank"),
    ],
)
def test_told_when_a_meeting_is_over_then_it_was(tenses: Tenses, typed: str, meant: str) -> None:
    assert tenses.told({"how_met": typed})["how_met"] == meant


@pytest.mark.parametrize(
    "typed",
    [
        "linkedin, she comment a lot on Paulo's posts",
        "I read her blog every week",
        "we work together since 2019",
        "I have followed her for years",
        "we meet every Tuesday at the allotment",
    ],
)
def test_told_when_it_goes_on_then_it_stays(tenses: Tenses, typed: str) -> None:
    assert tenses.told({"how_met": typed})["how_met"] == typed


@pytest.mark.parametrize(
    ("met", "typed", "meant"),
    [
        ("we met at a fair", "he check every screw by himself", "he checked every screw by himself"),
        ("we met at a fair", "he stay and never hide it", "he stayed and never hid it"),
        ("we met at a fair", "she stay until my sister come", "she stayed until my sister came"),
        ("we met at a fair", "she find bug that nobody see", "she found bug that nobody saw"),
        ("we met at a fair", "she will check it herself", "she would check it herself"),
        ("we met at a fair", "he know every machine", "he know every machine"),
        ("we met at a fair", "he explains it and never shout", "he explains it and never shout"),
        ("we met at a fair", "he still remember my bike", "he still remember my bike"),
        ("we met at a fair", "can he look at my work", "can he look at my work"),
        ("I read her blog", "she explain it well", "she explain it well"),
        ("", "she explain it well", "she explain it well"),
        ("", "she send me a long letter", "she sent me a long letter"),
        ("we met at a fair", "always buy coffee for all", "always bought coffee for all"),
        ("we met at a fair", "he no shout, she not angry", "he did not shout, she was not angry"),
        ("he teaches at our school", "he no shout", "he does not shout"),
        ("we met at a fair", "he no longer shouts", "he no longer shouts"),
        ("we met at a fair", "he no nonsense man", "he no nonsense man"),
        ("we met at a fair", "he will always be my hero", "he will always be my hero"),
        ("we met at a fair", "he has never refused us", "he never refused us"),
    ],
)
def test_told_when_it_stands_out_then_it_has_its_time(
    tenses: Tenses, met: str, typed: str, meant: str
) -> None:
    assert tenses.told({"how_met": met, "standout": typed})["standout"] == meant
