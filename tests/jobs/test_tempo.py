"""The pace: never more in any second, and hardly less."""

import asyncio
import random
from itertools import pairwise

import pytest

from bot.jobs.deliver.tempo import Pace, Tempo


class Timeline:
    """A monotonic clock that goes on when somebody sleeps, by that and a bit more."""

    def __init__(self, late: float) -> None:
        self.seconds = 1000.0
        self._late = late
        self._luck = random.Random(7)

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds + self._luck.random() * self._late


async def passing(a_second: int, number: int, late: float, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When so many messages go."""
    timeline = Timeline(late)
    monkeypatch.setattr(asyncio, "sleep", timeline.sleep)
    pace, passed = Pace(a_second, timeline), []
    for _ in range(number):
        await pace.turn()
        passed.append(timeline.seconds)
    return passed


def most_in_a_second(passed: list[float]) -> int:
    return max(sum(begin <= other < begin + 1 for other in passed) for begin in passed)


@pytest.mark.parametrize("late", [0.0, 0.002, 0.02])
@pytest.mark.parametrize("a_second", [1, 25, 30])
async def test_pace_when_kept_for_long_then_never_above_it_and_hardly_below(
    a_second: int, late: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = await passing(a_second, a_second * 40, late, monkeypatch)
    assert most_in_a_second(passed) <= a_second
    rate = (len(passed) - 1) / (passed[-1] - passed[0])
    assert rate >= 0.98 * a_second if late < 0.02 else 0.9 * a_second


async def test_pace_when_fast_then_never_above_it_however_late_the_timers_ring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passed = await passing(1000, 4000, 0.004, monkeypatch)
    assert most_in_a_second(passed) <= 1000


async def test_pace_when_idle_for_long_then_it_begins_without_a_burst(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    timeline = Timeline(0)
    monkeypatch.setattr(asyncio, "sleep", timeline.sleep)
    pace, passed = Pace(25, timeline), []
    for _ in range(3):
        timeline.seconds += 3600
        for _ in range(25):
            await pace.turn()
            passed.append(timeline.seconds)
    assert most_in_a_second(passed) <= 25
    assert (
        sum(later - earlier < 0.039 for earlier, later in pairwise(passed)) <= 9
    )  # a tenth of a second each


async def test_pace_when_lifted_then_nobody_waits() -> None:
    pace = Pace(None, lambda: 0.0)
    await asyncio.wait_for(asyncio.gather(*(pace.turn() for _ in range(1000))), 5)


@pytest.mark.parametrize(("a_second", "at_once"), [(1, 1), (5, 5), (25, 8), (30, 8), (200, 20), (1000, 100)])
def test_tempo_when_of_a_pace_then_as_many_at_once_as_it_needs(a_second: int, at_once: int) -> None:
    assert Tempo.of(a_second).at_once == at_once
