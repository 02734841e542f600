"""The evidence model: a small linear model over words, which says where a draft shows which criterion.

It was trained on the labelled notes of prompts/examples/ (see bot/training/). For each criterion it has two
sets of weights, one for a draft as a whole and one for a sentence by itself; a third, tiny step makes a
probability of the two. All are sums of weights of features: every judgement can be traced to words.

The weights of one feature are packed side by side in one number. Adding such numbers adds all columns at
once, which takes microseconds and no library.
"""

from collections.abc import Collection, Sequence
from math import exp, sqrt
from struct import Struct as Packing
from typing import Final

import msgspec
from msgspec import Struct

from bot.coach.critique.features import BUCKETS, bucket
from bot.coach.critique.reading import Scores
from bot.coach.model import Criterion
from bot.errors import ContentError

FIELD: Final = 2  # bytes of a column in a sum
ZERO: Final = 64  # what stands for a weight of nothing; weights are 0 to 127
MOST: Final = 500  # features in one sum: more could run over into the next column
NO_SENTENCE: Final = -6.0  # the score of a draft without a sentence
FAINT: Final = (
    -1.5
)  # the score below which a sentence shows no fault, whatever the draft looks like as a whole
UNSHOWN: Final = 0.4  # the most likely that a fault is which no sentence shows


class Column(Struct, frozen=True):
    """One linear model: its bias, and what a step of a packed weight is worth."""

    bias: float
    step: float


class Blend(Struct, frozen=True):
    """How the score of the draft and of its best sentence make a probability."""

    draft: float
    sentence: float
    bias: float


class Head(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands before the weights in a model file: `columns` are those of drafts, then of sentences."""

    criteria: tuple[Criterion, ...]
    in_sentences: tuple[Criterion, ...]
    columns: tuple[Column, ...]
    blends: tuple[Blend, ...]

    def fits(self) -> bool:
        """Whether there is a column and a blend for everything that is judged."""
        count = len(self.criteria)
        return len(self.blends) == count and len(self.columns) == count + len(self.in_sentences)


class _Rows(dict[int, int]):
    """The weights of each bucket in one number; unpacked when first asked for, most never are."""

    def __init__(self, data: bytes, begin: int, size: int) -> None:
        self._data, self._begin, self._size = data, begin, size

    def __missing__(self, place: int) -> int:
        start = self._begin + place * self._size
        packed = self._data[start : start + self._size]
        self[place] = row = int.from_bytes(packed, "little")
        return row


class EvidenceModel:
    """A trained model.

    Args:
        data: a model file: a line of JSON, then the packed weights of every bucket.

    Raises:
        ContentError: it is not a model file of this version.
    """

    def __init__(self, data: bytes) -> None:
        begin = data.find(b"\n") + 1
        try:
            self._head = msgspec.json.decode(data[:begin], type=Head)
        except msgspec.MsgspecError as error:
            raise ContentError(f"evidence.model: {error}: run `outreach-coach train`") from error
        self._width = len(self._head.columns)
        self._row = self._width * FIELD
        self._rows = _Rows(data, begin, self._row)
        self._columns = Packing(f"<{self._width}H")
        self._lines = [(column.bias, column.step) for column in self._head.columns]
        if len(data) - begin != BUCKETS * self._row or not self._head.fits():
            raise ContentError("evidence.model is not whole: run `outreach-coach train`")

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """What it judges."""
        return self._head.criteria

    def read(self, sentences: Sequence[set[str]]) -> Scores:
        """Judge a draft by the features of its sentences."""
        known = {feature: bucket(feature) for feature in set().union(*sentences)}
        count = len(self._head.criteria)
        whole = self._scores(set(known.values()), slice(count))
        behind = slice(count, None)
        each = [self._scores({*map(known.__getitem__, words)}, behind) for words in sentences]
        by_sentence = {
            criterion: [scores[index] for scores in each]
            for index, criterion in enumerate(self._head.in_sentences)
        }
        return Scores(
            {
                criterion: _probability(criterion, blend, whole[index], by_sentence.get(criterion))
                for index, (criterion, blend) in enumerate(
                    zip(self._head.criteria, self._head.blends, strict=True)
                )
            },
            by_sentence,
        )

    def _scores(self, places: Collection[int], columns: slice) -> list[float]:
        """The value of some columns for a set of features, which counts for as much as a shorter one."""
        lines = self._lines[columns]
        if not places:
            return [NO_SENTENCE] * len(lines)
        chosen = [*map(self._rows.__getitem__, places)]
        nothing, scale = ZERO * len(chosen), sqrt(len(chosen))
        return [
            bias + step * (total - nothing) / scale
            for (bias, step), total in zip(lines, self._sums(chosen)[columns], strict=True)
        ]

    def _sums(self, rows: list[int]) -> Sequence[int]:
        """Each column added up."""
        if len(rows) <= MOST:
            sums: Sequence[int] = self._columns.unpack(sum(rows).to_bytes(self._row, "little"))
            return sums
        first, rest = self._sums(rows[:MOST]), self._sums(rows[MOST:])
        return [one + other for one, other in zip(first, rest, strict=True)]


def _probability(
    criterion: Criterion, blend: Blend, draft: float, sentences: Sequence[float] | None
) -> float:
    """How likely a criterion is there. A short draft that asks looks as a whole like one that sells."""
    best = max(sentences or (), default=NO_SENTENCE)
    likely = 1.0 / (1.0 + exp(-(blend.bias + blend.draft * draft + blend.sentence * best)))
    unshown = sentences is not None and criterion.is_fault and best < FAINT
    return min(likely, UNSHOWN) if unshown else likely
