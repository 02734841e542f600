import pytest

from bot.coach.compose.intake.foreign import is_foreign
from bot.coach.compose.lexicon import Lexicon


@pytest.mark.parametrize(
    ("clause", "foreign"),
    [
        ("sinabi niya sa akin ang sikreto", True),
        ("İzmir'de komşuyduk", True),
        ("the młyn wall", False),
        ("trabajamos juntos en la misma empresa", True),
        ("we met at the café in Malmö", False),
        ("Ayşe taught us the naïve way", False),
        ('he said "hep birlikte" and we sang', False),
        ("the workshop in Đà Lạt", False),
    ],
)
def test_is_foreign_when_a_clause_is_read_then_names_are_no_sign(
    lexicon: Lexicon, clause: str, *, foreign: bool
) -> None:
    assert is_foreign(clause, lexicon) is foreign
