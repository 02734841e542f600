"""When it cannot be told who is meant, the writer says so, and the note follows."""

import pytest

from bot.coach.compose.composer import Composer

WHO = "Dr. Ines Prado"


def told(composer: Composer, standout: str, meant: dict[str, bool] | None = None) -> tuple[str | None, str]:
    answers = {"who": WHO, "how_met": "we met at the Coimbra clinic in May", "standout": standout}
    composition = composer.compose(answers, 300, meant=meant or {})
    return composition.doubt, " ".join(note.text for note in composition.notes[:1])


@pytest.mark.parametrize(
    ("standout", "all_along", "another"),
    [
        ("she sat with my mother and held her hand", "held your hand", "held her hand"),
        ("she sat with my sister until she slept", "until you slept", "until she slept"),
        ("she told my aunt that she never gives up", "that you never give up", "that she never gives up"),
    ],
)
def test_compose_when_somebody_else_could_be_meant_then_asked_and_done_as_said(
    composer: Composer, standout: str, all_along: str, another: str
) -> None:
    doubt, note = told(composer, standout)
    assert doubt == "standout"
    assert all_along not in note
    assert another not in note
    for said, words in ((True, all_along), (False, another)):
        doubt, note = told(composer, standout, {"standout": said})
        assert doubt is None
        assert words in note


@pytest.mark.parametrize(
    "standout", ["she never hurries a child", "she sat with my father and held his hand"]
)
def test_compose_when_only_one_can_be_meant_then_nothing_is_asked(composer: Composer, standout: str) -> None:
    assert told(composer, standout)[0] is None
