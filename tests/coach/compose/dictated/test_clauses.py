import pytest

from bot.coach.compose.dictated.clauses import Cutter
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pov import NAMED


@pytest.mark.parametrize(
    ("speech", "clauses"),
    [
        (
            "we were at the mill and the wheel had stopped and she fixed it",
            ["we were at the mill", "the wheel had stopped", "she fixed it"],
        ),
        ("it was on the tram it was snowing", ["it was on the tram", "it was snowing"]),
        ("she told me he keeps bees in the yard", ["she told me he keeps bees in the yard"]),
        ("that is the song he sings at weddings", ["that is the song he sings at weddings"]),
        ("I swear I've read it twice", ["I swear I've read it twice"]),
        (
            "in the summer he mends boats and in the winter he paints them",
            ["in the summer he mends boats", "in the winter he paints them"],
        ),
        ("if mum was asleep he'd leave a note", ["if mum was asleep, he'd leave a note"]),
        ("he waited until the bus came", ["he waited", "the bus came"]),
        ("she takes a brush and paints the door", ["she takes a brush and paints the door"]),
        (
            f"the keys were lost and {NAMED} who was off duty found them",
            ["the keys were lost", f"{NAMED} found them"],
        ),
        ("by the time I sat down it was over", ["by the time I sat down, it was over"]),
        ("because of the rain we stayed", ["because of the rain we stayed"]),
    ],
)
def test_cut_when_speech_runs_on_then_every_clause_has_its_own_subject(
    lexicon: Lexicon, speech: str, clauses: list[str]
) -> None:
    assert [clause.text for clause in Cutter(speech, lexicon).cut()] == clauses


def test_cut_when_a_clause_cannot_stand_alone_then_it_is_lower(lexicon: Lexicon) -> None:
    clauses = Cutter("she stayed because the road was closed", lexicon).cut()
    assert [(clause.link, clause.lower) for clause in clauses] == [("", False), ("because", True)]
