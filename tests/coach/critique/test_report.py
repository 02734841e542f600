import json

from bot.coach.critique.report import to_json
from bot.coach.model import Criterion
from tests.helpers.critique import engine

DRAFT = "We met on Monday at the Hull allotment meeting. Could we grab a coffee?"


def test_to_json_when_a_draft_then_the_fields_of_the_contract_in_order() -> None:
    data = to_json(engine().judge(DRAFT, 50), "n1")
    assert list(data) == ["id", "draft", "language", "length", "verdict", "criteria", "next_step", "version"]
    assert data["id"] == "n1"
    assert data["draft"] is True
    assert data["language"] == "en"
    assert data["length"] == {"units": len(DRAFT), "limit": 50, "over": len(DRAFT) - 50}
    assert data["verdict"] == "rewrite"
    assert data["version"] == 1


def test_to_json_when_a_draft_then_each_criterion_has_its_four_fields() -> None:
    criteria = to_json(engine().judge(DRAFT))["criteria"]
    assert list(criteria) == [str(criterion) for criterion in Criterion]
    for judgement in criteria.values():
        assert list(judgement) == ["present", "confidence", "evidence", "advice"]
        assert isinstance(judgement["present"], bool)
        assert judgement["advice"] is None or isinstance(judgement["advice"], str)
    (span,) = criteria["ask"]["evidence"]
    assert list(span) == ["start", "end"]
    assert "grab a coffee" in DRAFT[span["start"] : span["end"]]


def test_to_json_when_something_is_to_be_done_then_next_step_has_criterion_and_advice() -> None:
    step = to_json(engine().judge(DRAFT))["next_step"]
    assert list(step) == ["criterion", "advice"]
    assert step["criterion"] == "ask"


def test_to_json_when_ready_or_without_id_then_null() -> None:
    data = to_json(engine().judge("Fellow beekeeper here: your post on wasp traps saved my August."))
    assert data["verdict"] == "send"
    assert data["next_step"] is None
    assert data["id"] is None


def test_to_json_when_written_then_it_is_json() -> None:
    data = to_json(engine().judge("Hi 👩🏽‍🚀, could we grab a coffee?"), 7)
    assert json.loads(json.dumps(data)) == data
