"""From labelled notes to numbers: the features of drafts and sentences, and what is true of them."""

from collections.abc import Sequence
from math import sqrt
from typing import Any, Final

import numpy as np
from scipy.sparse import csr_matrix

from bot.coach.critique.engine import Engine
from bot.coach.critique.features import BUCKETS, bucket
from bot.coach.model import Criterion, Span
from bot.training.corpus import Example

CRITERIA: Final = (
    Criterion.CONTEXT,
    Criterion.REFERRER,
    Criterion.STANDOUT,
    Criterion.COMMON_GROUND,
    Criterion.VALUE,
    Criterion.INTRODUCTION,
    Criterion.REASON,
    Criterion.ASK,
    Criterion.PITCH,
    Criterion.GENERIC,
)
IN_SENTENCES: Final = CRITERIA[:-1]  # a draft is generic as a whole, or not
OVERLAP: Final = 0.35  # of the shorter of sentence and evidence


class Prepared:
    """Drafts as matrices.

    Attributes:
        drafts, sentences: a row each, a column for every bucket.
        owner: the draft of each sentence.
        groups: the brief of each draft.
    """

    def __init__(self, examples: Sequence[Example], engine: Engine) -> None:
        read = [engine.features(example.text) for example in examples]
        self.groups = np.array([example.brief for example in examples])
        self.owner = np.array([index for index, (spans, _) in enumerate(read) for _ in spans])
        self.drafts = matrix([set().union(*words) for _, words in read])
        self.sentences = matrix([one for _, words in read for one in words])
        self._labels = [example.labels for example in examples]
        self._evidence = [
            _shown(example, span)
            for example, (spans, _) in zip(examples, read, strict=True)
            for span in spans
        ]

    def __len__(self) -> int:
        return len(self._labels)

    def present(self, criterion: Criterion) -> Any:
        """Whether each draft has it."""
        return np.array([criterion in labels for labels in self._labels])

    def shown(self, criterion: Criterion) -> Any:
        """Whether each sentence shows it."""
        return np.array([criterion in shown for shown in self._evidence])


def matrix(rows: Sequence[set[str]]) -> Any:
    """A row for each set of features: the same value in each of its buckets, of length one in all."""
    places, values, ends = [], [], [0]
    for row in rows:
        mine = sorted({bucket(feature) for feature in row})
        places += mine
        values += [1 / sqrt(len(mine) or 1)] * len(mine)
        ends.append(len(places))
    return csr_matrix((values, places, ends), shape=(len(rows), BUCKETS))


def _shown(example: Example, sentence: Span) -> set[Criterion]:
    return {
        criterion
        for criterion, pieces in example.labels.items()
        for words in pieces
        if _overlaps(sentence, example.text.find(words), len(words))
    }


def _overlaps(sentence: Span, start: int, length: int) -> bool:
    shared = min(sentence.end, start + length) - max(sentence.start, start)
    return shared > OVERLAP * min(sentence.end - sentence.start, length)
