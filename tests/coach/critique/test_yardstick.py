"""The promise: how well the shipped critique reads notes of briefs that nothing was made or tuned with."""

from collections.abc import Sequence
from functools import cache

import pytest

from bot.coach.model import Criterion, Report
from bot.training.corpus import Example, is_locked, read
from bot.training.evaluate import Figures, drafts, figures, judge_all, rewrites
from tests.helpers.critique import content, engine

C = Criterion
PROMISED = {
    C.CONTEXT: 0.85,
    C.REFERRER: 0.80,
    C.STANDOUT: 0.85,
    C.COMMON_GROUND: 0.75,
    C.VALUE: 0.75,
    C.INTRODUCTION: 0.85,
    C.REASON: 0.70,
    C.ASK: 0.85,
    C.PITCH: 0.85,
    C.GENERIC: 0.85,
    C.PLACEHOLDER: 0.95,
    C.BLANK: 0.95,
}
VERDICTS = 0.92


@cache
def judged() -> tuple[Sequence[Report], Sequence[Example]]:
    locked = [one for one in read(content().folder / "examples") if is_locked(one.brief)]
    chosen = drafts(locked)
    return judge_all(engine(), chosen), chosen


@cache
def measured() -> dict[C, Figures]:
    return figures(*judged())


def test_yardstick_when_counted_then_long_enough_to_measure_with() -> None:
    assert len(judged()[1]) >= 500
    assert PROMISED.keys() == set(C) - {C.LENGTH}


@pytest.mark.parametrize("criterion", PROMISED)
def test_critique_when_it_reads_strangers_notes_then_as_well_as_promised(criterion: C) -> None:
    assert measured()[criterion].f1 >= PROMISED[criterion], measured()[criterion]


def test_critique_when_it_decides_on_strangers_notes_then_rightly() -> None:
    assert rewrites(*judged()) >= VERDICTS
