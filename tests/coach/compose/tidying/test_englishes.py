"""Englishes of home, and words with a slip."""

import pytest

from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.englishes import common
from bot.coach.compose.tidying.typos import Speller


@pytest.fixture(scope="module")
def speller(grammar: Grammar, lexicon: Lexicon) -> Speller:
    return Speller(lexicon, frozenset(" ".join(grammar.english.words.values()).split()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("he no dey shout for anybody", "he does not shout for anybody"),
        ("we dey same church for Enugu", "we were in same church for Enugu"),
        ("he dey go prison every thursday", "he goes to prison every thursday"),
        ("he go just smile and start again", "he would just smile and start again"),
        ("na him teach me welding", "he teach me welding"),
        ("him say nobody is too small", "he say nobody is too small"),
        ("she confirm double check, queue damn long lah", "she always double-check, queue really long"),
        ("he aye telt us whit we needed", "he always told us what we needed"),
        ("met im down the club", "met him down the club"),
        ("I know im the author of it", "I know im the author of it"),
        ("he pick me up 5am, 14 yo", "he pick me up at 5am when I was 14"),
        ("she go shout till dem bring light", "she would shout till they bring light"),
        ("she knew every body by name", "she knew everybody by name"),
        ("plenty of people say no", "plenty of people say no"),
    ],
)
def test_common_when_it_is_of_one_place_then_everybody_reads_it(typed: str, meant: str) -> None:
    assert common(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("very claer", "very clear"),
        ("drivng a brokn bus", "driving a broken bus"),
        ("a conferance togather", "a conference together"),
        ("it helped alot", "it helped a lot"),
        ("sacred files were filed and fired in a kiln", "sacred files were filed and fired in a kiln"),
        ("at the salon du livre", "at the salon du livre"),
        ("Claer taught me", "Claer taught me"),
        ("a gnome in kotoka", "a gnome in kotoka"),
    ],
)
def test_spelled_when_only_one_word_can_be_meant_then_it_is_that(
    speller: Speller, typed: str, meant: str
) -> None:
    assert speller.spelled(typed) == meant
