"""Training: the same bytes every time, and a file that says what a plain computation says."""

import json
import warnings
from functools import cache
from math import exp, sqrt
from typing import Any

import numpy as np
import pytest

from bot.cli import main
from bot.coach.critique.engine import Engine
from bot.coach.critique.features import BUCKETS, bucket
from bot.coach.critique.learned import NO_SENTENCE, ZERO, EvidenceModel
from bot.coach.model import Criterion
from bot.training.corpus import Example, read
from bot.training.evaluate import drafts
from bot.training.prepare import CRITERIA, IN_SENTENCES, Prepared
from bot.training.train import train
from tests.helpers.critique import content

C = Criterion


@cache
def examples() -> list[Example]:
    return drafts(read(content().folder / "examples"))


@cache
def five_briefs() -> bytes:
    """A model of five briefs, chosen so that each criterion is there and is not."""
    return train(prepared())


def prepared() -> Prepared:
    briefs = sorted({example.brief for example in examples()})[:5]
    chosen = [example for example in examples() if example.brief in briefs]
    return Prepared(chosen, Engine(content().rules, content().criteria))


def test_train_when_done_twice_then_the_same_bytes() -> None:
    assert train(prepared()) == five_briefs()


def test_train_when_done_then_the_file_has_columns_for_drafts_and_for_sentences() -> None:
    head, _, weights = five_briefs().partition(b"\n")
    told = json.loads(head)
    assert told["criteria"] == list(CRITERIA)
    assert told["in_sentences"] == list(IN_SENTENCES)
    assert len(told["columns"]) == len(CRITERIA) + len(IN_SENTENCES)
    steps = np.frombuffer(weights, "<u2").reshape(BUCKETS, -1)
    assert steps.shape[1] == len(told["columns"])
    assert steps.min() >= 1
    assert steps.max() <= 127


def test_train_when_done_then_the_model_tells_the_notes_it_saw_from_each_other() -> None:
    model = EvidenceModel(five_briefs())
    engine = Engine(content().rules, content().criteria)
    briefs = sorted({example.brief for example in examples()})[:5]
    right = total = 0
    for example in examples():
        if example.brief in briefs:
            said = model.read(engine.features(example.text)[1]).probabilities
            right += sum((said[one] >= 0.5) == (one in example.labels) for one in CRITERIA)
            total += len(CRITERIA)
    assert right / total >= 0.85


def plainly(data: bytes, sentences: list[set[str]]) -> dict[C, float]:
    """The probabilities, by floats and dot products."""
    head, _, rest = data.partition(b"\n")
    told: dict[str, Any] = json.loads(head)
    steps = np.array([column["step"] for column in told["columns"]])
    bias = np.array([column["bias"] for column in told["columns"]])
    packed = np.frombuffer(rest, "<u2").reshape(BUCKETS, -1)

    def score(features: set[str]) -> Any:
        row = np.zeros(BUCKETS)
        row[[bucket(one) for one in features]] = 1.0
        used = np.flatnonzero(row)
        if not len(used):
            return np.full(len(steps), NO_SENTENCE)
        weights = (packed[used].astype(float) - ZERO) * steps
        return row[used] @ weights / sqrt(len(used)) + bias

    whole = score(set().union(*sentences))
    each = [score(one) for one in sentences]
    count = len(told["criteria"])
    found = {}
    for index, (name, blend) in enumerate(zip(told["criteria"], told["blends"], strict=True)):
        best = NO_SENTENCE
        if name in told["in_sentences"] and each:
            best = max(one[count + told["in_sentences"].index(name)] for one in each)
        found[C(name)] = 1 / (
            1 + exp(-(blend["bias"] + blend["draft"] * whole[index] + blend["sentence"] * best))
        )
    return found


def test_read_when_beside_floats_then_says_the_same_on_two_hundred_notes() -> None:
    data = (content().folder / "examples" / "evidence.model").read_bytes()
    model, engine = EvidenceModel(data), Engine(content().rules, content().criteria)
    for example in examples()[:: len(examples()) // 200][:200]:
        sentences = engine.features(example.text)[1]
        assert model.read(sentences).probabilities == pytest.approx(plainly(data, sentences), abs=1e-9)


@pytest.mark.long
def test_train_check_when_nothing_changed_then_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert main(["train", "--check"]) == 0
    assert capsys.readouterr().out == "the same\n"
