import pytest

from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.one_person import as_one
from bot.coach.model import Slot


def test_as_one_when_he_and_she_can_only_be_one_then_they_are(lexicon: Lexicon) -> None:
    given: dict[Slot, str] = {"who": "Eszter", "how_met": "she sat beside me", "standout": "He said his word"}
    assert as_one(given, lexicon) == {**given, "standout": "She said her word"}


@pytest.mark.parametrize(
    ("how_met", "standout"),
    [
        ("my wife knows her", "He fixed the bell"),
        ("she sat beside me", "He told her to stay"),
        ("she sat beside me", "the man said he was late"),
        ("she sat beside me", "She said a word"),
    ],
)
def test_as_one_when_somebody_else_may_be_meant_then_nothing_is_changed(
    how_met: str, standout: str, lexicon: Lexicon
) -> None:
    given: dict[Slot, str] = {"how_met": how_met, "standout": standout}
    assert as_one(given, lexicon) == given
