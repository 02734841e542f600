"""From labelled notes to matrices."""

import numpy as np
import pytest

from bot.coach.critique.features import BUCKETS, bucket
from bot.coach.model import Criterion, Span
from bot.training.corpus import Example
from bot.training.prepare import Prepared, matrix
from tests.helpers.critique import engine

C = Criterion


def example(text: str, brief: str = "c1", **labels: list[str]) -> Example:
    return Example(
        id="c1-1",
        brief=brief,
        text=text,
        language="en",
        draft=True,
        labels={C(name): pieces for name, pieces in labels.items()},
    )


TWO = [
    example("We sang in Lund. Coffee on Friday?", context=["We sang in Lund."], ask=["Coffee on Friday?"]),
    example("Let's connect!", brief="c2", generic=[]),
]


def test_prepared_when_two_drafts_then_a_row_for_each_and_for_each_sentence() -> None:
    data = Prepared(TWO, engine())
    assert len(data) == 2
    assert data.drafts.shape == (2, BUCKETS)
    assert data.sentences.shape == (3, BUCKETS)
    assert data.owner.tolist() == [0, 0, 1]
    assert data.groups.tolist() == ["c1", "c2"]


def test_prepared_when_labelled_then_tells_drafts_and_sentences() -> None:
    data = Prepared(TWO, engine())
    assert data.present(C.ASK).tolist() == [True, False]
    assert data.present(C.GENERIC).tolist() == [False, True]
    assert data.shown(C.CONTEXT).tolist() == [True, False, False]
    assert data.shown(C.ASK).tolist() == [False, True, False]
    assert data.shown(C.VALUE).tolist() == [False, False, False]


def test_prepared_when_evidence_goes_over_two_sentences_then_both_show_it() -> None:
    data = Prepared([example("We sang. For two winters.", context=["We sang. For two winters."])], engine())
    assert data.shown(C.CONTEXT).tolist() == [True, True]


def test_prepared_when_evidence_touches_the_next_sentence_then_that_one_does_not_show_it() -> None:
    text = "We sang in the choir of Lund. For two long winters and one spring."
    data = Prepared([example(text, context=["We sang in the choir of Lund. For"])], engine())
    assert data.shown(C.CONTEXT).tolist() == [True, False]


def test_prepared_when_a_draft_has_no_sentence_then_its_row_is_empty() -> None:
    data = Prepared([example("", blank=[]), TWO[0]], engine())
    assert data.owner.tolist() == [1, 1]
    assert data.drafts[0].nnz == 0


def test_matrix_when_a_row_has_four_features_then_each_counts_half() -> None:
    rows = matrix([{"a", "b", "c", "d"}, set()])
    assert rows[0, bucket("a")] == pytest.approx(0.5)
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel()
    assert lengths.tolist() == pytest.approx([1.0, 0.0])


def test_engine_features_when_asked_then_a_span_for_each_sentence() -> None:
    spans, words = engine().features("We sang in Lund. Coffee?")
    assert spans == [Span(0, 16), Span(17, 24)]
    assert "lund" in words[0]
    assert "coffee" in words[1]
