import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.company import Company
from bot.coach.compose.viewpoint.roles import OTHER


@pytest.mark.parametrize(
    ("pronoun", "pieces", "last"),
    [
        ("he", ["my nephew's first boat", "taught him to row"], f"taught {OTHER}him to row"),
        ("he", ["we met on a boat", "taught him to row"], "taught him to row"),
        ("he", ["my nephew's boat sank", "he was 12 and furious"], f"{OTHER}he was 12 and furious"),
        ("he", ["my nephew's boat sank", "he dived for it"], "he dived for it"),
        ("she", ["my aunt's stall", "gave her a lift"], f"gave {OTHER}her a lift"),
        ("she", ["my aunt's stall", "gave her speech"], "gave her speech"),
        ("he", ["he kept it after he died my uncle i mean not him"], f"he kept it after {OTHER}he died"),
    ],
)
def test_heard_when_somebody_else_was_brought_up_then_their_pronoun_is_marked(
    lexicon: Lexicon, pronoun: str, pieces: list[str], last: str
) -> None:
    company = Company(lexicon, pronoun)
    assert [company.heard(piece) for piece in pieces][-1] == last


def test_knows_when_a_man_was_brought_up_then_he_but_not_she(lexicon: Lexicon) -> None:
    company = Company(lexicon, "they")
    company.heard("they carried my dad home")
    assert (company.knows({"he", "him"}), company.knows({"her"})) == (True, False)
