"""What the coach writes passes what the coach checks: the composer with the real critique as its judge."""

from typing import Any

import pytest

from bot.coach.compose.composer import Composer
from bot.coach.critique.engine import Engine
from bot.coach.model import Verdict
from bot.content import Content, find_folder
from tests.coach.compose.test_cases import CASES, by_id


@pytest.fixture(scope="module")
def engine() -> Engine:
    content = Content(find_folder())
    return Engine(content.rules, content.criteria, content.model)


@pytest.mark.parametrize("case", CASES, ids=by_id)
def test_compose_when_the_critique_is_the_judge_then_every_note_is_one_to_send(
    engine: Engine, case: dict[str, Any]
) -> None:
    composer = Composer(Content(find_folder()).grammar, engine.judge)
    composition = composer.compose(case["answers"], case["limit"])
    assert composition.outcome == case.get("outcome", "note"), composition.advice
    for note in composition.notes:
        assert engine.judge(note.text, case["limit"]).verdict is Verdict.SEND
