import pytest

from bot.coach.critique.repair import without_faults
from tests.helpers.critique import engine

KEPT = "Hi Ana, I loved your workshop on seed saving in Braga last month. I keep a seed library in Faro."


@pytest.mark.parametrize(
    "added",
    [" Could we jump on a call next week?", " We offer seed software for libraries, 20% off in May."],
)
def test_without_faults_leaves_the_rest_word_for_word(added: str) -> None:
    text = KEPT + added
    assert without_faults(text, engine().judge(text, 300), engine().judge) == KEPT


@pytest.mark.parametrize(
    "text",
    [KEPT, "Could we jump on a call next week?", "I'd like to add you to my professional network.", ""],
)
def test_without_faults_when_nothing_better_would_be_left_then_none(text: str) -> None:
    assert without_faults(text, engine().judge(text, 300), engine().judge) is None
