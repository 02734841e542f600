"""Trains the evidence model: linear models over hashed features, blended, rounded and packed.

The same examples give the same file, bit for bit: nothing is drawn by chance, and weights are rounded to
seven bits, coarser than the last digits in which machines differ.
"""

from typing import Any, Final

import msgspec
import numpy as np
from scipy.sparse import diags
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from bot.coach.critique.learned import FIELD, NO_SENTENCE, ZERO, Blend, Column, Head
from bot.coach.model import Criterion
from bot.training.prepare import CRITERIA, IN_SENTENCES, Prepared

FOLDS: Final = 5
STEPS: Final = 63  # of a weight to either side of zero
SPARED: Final = 0.9995  # of the weights keep their value; the few beyond are cut to the largest step
DIGITS: Final = 5  # of what is written to the file as text


def train(data: Prepared) -> bytes:
    """The model file made from these drafts."""
    everything = np.arange(len(data))
    fitted = _Fitted(data, everything)
    columns = [_packed(*weights) for weights in fitted.weights()]
    head = Head(
        criteria=CRITERIA,
        in_sentences=IN_SENTENCES,
        columns=tuple(column for column, _ in columns),
        blends=tuple(_blends(data)),
    )
    weights = np.stack([steps for _, steps in columns], axis=1).astype(f"<u{FIELD}")
    return msgspec.json.encode(head) + b"\n" + weights.tobytes()


class _Fitted:
    """Linear models for drafts and for sentences, fitted on some drafts and their sentences."""

    def __init__(self, data: Prepared, chosen: Any) -> None:
        inside = np.isin(data.owner, chosen)
        drafts, sentences = data.drafts[chosen], data.sentences[inside]
        self._rarity = _rarity(drafts), _rarity(sentences)
        drafts, sentences = drafts @ diags(self._rarity[0]), sentences @ diags(self._rarity[1])
        self._drafts = {one: _fit(drafts, data.present(one)[chosen]) for one in CRITERIA}
        self._sentences = {one: _fit(sentences, data.shown(one)[inside]) for one in IN_SENTENCES}

    def scores(self, data: Prepared, chosen: Any) -> dict[Criterion, Any]:
        """For each criterion the score of each draft, and that of its best sentence."""
        inside = np.isin(data.owner, chosen)
        place = np.full(len(data), -1)
        place[chosen] = np.arange(len(chosen))
        drafts = data.drafts[chosen] @ diags(self._rarity[0])
        sentences = data.sentences[inside] @ diags(self._rarity[1])
        found = {}
        for criterion in CRITERIA:
            best = np.full(len(chosen), NO_SENTENCE)
            if criterion in self._sentences:
                each = self._sentences[criterion].decision_function(sentences)
                np.maximum.at(best, place[data.owner[inside]], each)
            found[criterion] = np.c_[self._drafts[criterion].decision_function(drafts), best]
        return found

    def weights(self) -> list[tuple[Any, float]]:
        """The weights of every bucket, and the bias, of each column of the model."""
        drafts = [(one.coef_[0] * self._rarity[0], one.intercept_[0]) for one in self._drafts.values()]
        sentences = [(one.coef_[0] * self._rarity[1], one.intercept_[0]) for one in self._sentences.values()]
        return drafts + sentences


def _fit(rows: Any, truth: Any) -> Any:
    model = LogisticRegression(
        C=1.0, class_weight="balanced", solver="liblinear", max_iter=500, random_state=0
    )
    return model.fit(rows, truth)


def _rarity(rows: Any) -> Any:
    """What a bucket counts for: the rarer the more; what was seen but once teaches nothing."""
    seen = np.asarray((rows > 0).sum(axis=0)).ravel()
    return np.where(seen > 1, np.log((1 + rows.shape[0]) / (1 + seen)) + 1, 0.0)


def _blends(data: Prepared) -> list[Blend]:
    """How much to believe of draft and sentence, learned on briefs that the scores were not fitted on."""
    scores = {criterion: np.zeros((len(data), 2)) for criterion in CRITERIA}
    for known, unknown in GroupKFold(FOLDS).split(data.drafts, groups=data.groups):
        for criterion, values in _Fitted(data, known).scores(data, unknown).items():
            scores[criterion][unknown] = values
    return [_blend(scores[criterion], data.present(criterion)) for criterion in CRITERIA]


def _blend(scores: Any, truth: Any) -> Blend:
    model = LogisticRegression(C=0.5, max_iter=1000, random_state=0).fit(scores, truth)
    (draft, sentence), bias = model.coef_[0], model.intercept_[0]
    return Blend(*(round(float(value), DIGITS) for value in (draft, sentence, bias)))


def _packed(weights: Any, bias: float) -> tuple[Column, Any]:
    """A column: its weights as steps from 0 to 127."""
    used = np.abs(weights[weights != 0])
    step = float(np.quantile(used, SPARED)) / STEPS if len(used) else 1.0
    step = round(step, DIGITS + 2)
    steps = np.clip(np.rint(weights / step), -STEPS, STEPS) + ZERO
    return Column(round(float(bias), DIGITS), step), steps
