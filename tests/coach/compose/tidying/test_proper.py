import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.tidying.proper import proper


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in feb at the mill", "in February at the mill"),
        ("jan to march", "January to March"),
        ("sept to may", "September to May"),
        ("aug 2022", "August 2022"),
        ("jan told me about it", "jan told me about it"),
        ("last tues", "last Tuesday"),
        ("every sat", "every Saturday"),
        ("thurs knitting club", "Thursday knitting club"),
        ("we sat in the sun", "we sat in the sun"),
        ("on fridays", "on Fridays"),
        ("a potter in sligo", "a potter in Sligo"),
        ("from stoke-on-trent", "from Stoke-on-Trent"),
        ("near newcastle upon tyne", "near Newcastle upon Tyne"),
        ("welder, gdynia", "welder, Gdynia"),
        ("at the swindon depot", "at the Swindon depot"),
        ("the course was of use in reading", "the course was of use in reading"),
        ("I had to save and to lend", "I had to save and to lend"),
        ("a facebook group", "a Facebook group"),
    ],
)
def test_proper_when_a_name_is_certain_then_it_has_its_capital(
    lexicon: Lexicon, text: str, wanted: str
) -> None:
    assert proper(text, lexicon) == wanted
