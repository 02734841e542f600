"""The evidence model as a file and as a reader."""

import json
from math import exp, sqrt
from typing import Any

import pytest

from bot.coach.critique.features import BUCKETS, bucket
from bot.coach.critique.learned import FIELD, MOST, NO_SENTENCE, ZERO, EvidenceModel
from bot.coach.model import Criterion
from bot.errors import ContentError
from tests.helpers.critique import content, engine

C = Criterion
HEAD: dict[str, Any] = {
    "criteria": ["ask", "generic"],
    "in_sentences": ["ask"],
    "columns": [{"bias": 0.5, "step": 0.1}, {"bias": -0.5, "step": 0.2}, {"bias": 0.25, "step": 0.05}],
    "blends": [{"draft": 1, "sentence": 2, "bias": 0.1}, {"draft": 1, "sentence": 0, "bias": 0}],
}
WIDTH = 3


def file(weights: dict[str, tuple[int, int, int]] | None = None, rest: int = ZERO, **head: Any) -> bytes:
    """A model file in which the named features have these weights, and all others `rest`."""
    rows = [(rest,) * WIDTH] * BUCKETS
    for feature, row in (weights or {}).items():
        rows[bucket(feature)] = row
    packed = b"".join(value.to_bytes(FIELD, "little") for row in rows for value in row)
    return json.dumps(HEAD | head).encode() + b"\n" + packed


def sure(value: float) -> float:
    return 1 / (1 + exp(-value))


def test_read_when_one_feature_weighs_then_the_sum_is_that_of_the_columns() -> None:
    model = EvidenceModel(file({"tea": (ZERO + 10, ZERO - 20, ZERO + 40)}))
    scores = model.read([{"tea", "x", "y", "z"}])
    draft, generic, sentence = 0.5 + 0.1 * 10 / 2, -0.5 - 0.2 * 20 / 2, 0.25 + 0.05 * 40 / 2
    assert scores.sentences == {C.ASK: [pytest.approx(sentence)]}
    assert scores.probabilities[C.ASK] == pytest.approx(sure(0.1 + draft + 2 * sentence))
    assert scores.probabilities[C.GENERIC] == pytest.approx(sure(generic))


def test_read_when_there_are_two_sentences_then_the_best_counts() -> None:
    model = EvidenceModel(file({"tea": (ZERO, ZERO, 127), "no": (ZERO, ZERO, 1)}))
    calm, keen = model.read([{"no"}, {"tea"}]).sentences[C.ASK]
    assert calm < keen
    both = model.read([{"no"}, {"tea"}]).probabilities[C.ASK]
    assert both == pytest.approx(sure(0.1 + 0.5 + 2 * keen))


@pytest.mark.parametrize("count", [MOST - 1, MOST, MOST + 1, 2 * MOST, 5 * MOST])
@pytest.mark.parametrize("weight", [1, ZERO, 127])
def test_read_when_features_are_many_then_no_column_runs_over_into_the_next(count: int, weight: int) -> None:
    many = {f"f{number}" for number in range(count)}
    places = {bucket(feature) for feature in many}
    score = EvidenceModel(file(rest=weight)).read([many]).sentences[C.ASK][0]
    assert score == pytest.approx(0.25 + 0.05 * (weight - ZERO) * len(places) / sqrt(len(places)))


def test_read_when_the_heaviest_weights_are_added_then_a_field_is_wide_enough() -> None:
    assert 127 * MOST < 1 << (8 * FIELD)


def test_read_when_there_is_no_sentence_then_the_score_of_none() -> None:
    scores = EvidenceModel(file()).read([])
    assert scores.sentences == {C.ASK: []}
    assert scores.probabilities[C.ASK] == pytest.approx(sure(0.1 + 3 * NO_SENTENCE))


def test_read_when_a_sentence_has_no_feature_then_the_score_of_none() -> None:
    assert EvidenceModel(file()).read([set()]).sentences == {C.ASK: [NO_SENTENCE]}


def test_read_when_text_is_a_lone_surrogate_then_probabilities_all_the_same() -> None:
    assert all(0 < one < 1 for one in EvidenceModel(file()).read([{"\ud800"}]).probabilities.values())


def test_read_when_asked_again_or_in_another_order_then_the_same() -> None:
    model = EvidenceModel(file({"tea": (80, 90, 100), "cup": (1, 2, 3)}))
    assert model.read([{"tea", "cup"}]) == model.read([{"cup", "tea"}]) == model.read([{"cup"} | {"tea"}])


def test_criteria_when_asked_then_those_of_the_file() -> None:
    assert EvidenceModel(file()).criteria == (C.ASK, C.GENERIC)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}\n",
        b"\xff\n",
        file()[:-1],
        file() + b"\0",
        file().replace(b'"ask"', b'"tea"'),
        file(mood=1),
        file(columns=HEAD["columns"][:2]),
        file(blends=HEAD["blends"][:1]),
        file(in_sentences=[]),
    ],
)
def test_evidence_model_when_the_file_is_broken_then_says_what_to_do(data: bytes) -> None:
    with pytest.raises(ContentError, match="outreach-coach train"):
        EvidenceModel(data)


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "\ud800", "Hi \udfff, we met.", "\x00"])
def test_shipped_model_when_there_is_hardly_a_text_then_a_report_and_the_same_again(text: str) -> None:
    assert content().model is not None
    report = engine().judge(text, sure=True)
    assert report == engine().judge(text, sure=True)
    assert report.criteria.keys() == set(C)
