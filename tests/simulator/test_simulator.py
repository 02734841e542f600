"""Nothing is lost and every further copy is explained, in thousands of worlds where anything may go wrong."""

import asyncio
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.simulator.oracles import violations
from tests.simulator.planted import PLANTED
from tests.simulator.story import Story
from tests.simulator.world import PEOPLE, REPLICAS, WEEK, World

ROOT = Path(__file__).parents[2]
WITHIN = 200  # seeds


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def start(first: int, number: int, hash_seed: str = "random") -> subprocess.Popen[str]:
    """Play seeds in a process of its own, which no measuring of coverage slows down."""
    command = [sys.executable, "-m", "tests.simulator", str(first), str(number)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def ended(processes: list[subprocess.Popen[str]]) -> list[str]:
    """What they say in the end; all they have to say when something does not hold."""
    said = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), "".join(said)
    return [text.splitlines()[-1] for text in said]


@pytest.mark.process
def test_many_worlds_then_nothing_is_lost_and_every_further_copy_is_explained() -> None:
    for line in ended([start(0, 1000), start(1000, 1000)]):
        found = re.search(r"(\d+) further copies", line)
        assert found is not None
        assert int(found[1]) > 1000  # else hardly anything has gone wrong, and nothing is shown


@pytest.mark.long
@pytest.mark.process
def test_a_hundred_thousand_worlds_then_the_same() -> None:
    ended([start(1_000_000, 50_000), start(2_000_000, 50_000)])


@pytest.mark.process
def test_seed_when_played_again_then_the_same_to_the_last_bit() -> None:
    said = [ended([start(7, 25, hash_seed)])[0] for hash_seed in ("0", "1", "12345")]
    assert said[1:] == said[:2]


@pytest.mark.parametrize("bug", PLANTED)
def test_planted_bug_then_found_soon_and_by_what_it_does(bug: str) -> None:
    world_of, sign = PLANTED[bug]
    for seed in range(WITHIN):
        world = world_of(seed)
        Story(world).play()
        if any(sign in violation for violation in violations(world)):
            return
    pytest.fail(f"not found in {WITHIN} seeds")


def played(seed: int, begins: datetime, happens: Callable[[World], None], weeks: float) -> World:
    """A world in which little goes wrong: two replicas, and what `happens` to them."""
    world = World(seed, begins=begins)

    async def days() -> None:
        happens(world)
        await asyncio.sleep(weeks * WEEK.total_seconds())

    asyncio.set_event_loop(None)
    try:
        world.loop.run_until_complete(days())
    finally:
        world.loop.close()
    return world


def both(world: World) -> None:
    for replica in range(REPLICAS):
        world.start(replica)


def after_three_weeks(world: World) -> None:
    world.loop.outside(3 * WEEK.total_seconds() - 1800, lambda: both(world))


def test_outage_of_three_weeks_then_the_newest_once_and_what_was_missed_can_be_told() -> None:
    world = played(1, datetime(2027, 1, 11, 9, tzinfo=UTC), after_three_weeks, weeks=2.999)
    rows = world.rows()
    assert [row["state"] for row in rows] == ["sent"] * PEOPLE
    assert len(world.telegram.attempts) == PEOPLE
    assert {(row["intent_at"] - row["due_at"]) // int(WEEK.total_seconds()) for row in rows} == {2}
    due = {row["next_due"] for row in world.connection.execute("SELECT next_due FROM subscriptions")}
    assert min(due) == int((world.begins + 3 * WEEK).timestamp())


def test_time_beyond_2038_then_each_slot_once() -> None:
    begins = datetime(2038, 1, 19, 3, 14, 7, tzinfo=UTC).replace(second=0)
    world = World(2, begins=begins)
    Story(world).play()
    assert violations(world) == []
    assert max(row["due_at"] for row in world.rows()) > 2**31


@pytest.mark.parametrize("hours", [1, -1, 24, -24])
def test_clock_set_while_messages_are_under_way_then_each_once(hours: int) -> None:
    def to_and_fro(world: World) -> None:
        world.step = timedelta(0) if world.step else timedelta(hours=hours)

    def happens(world: World) -> None:
        both(world)
        for number in range(60):
            world.loop.outside(55 + number * 3.1, lambda: to_and_fro(world))

    world = played(3, datetime(2027, 1, 11, 9, tzinfo=UTC), happens, weeks=0.003)
    assert [row["state"] for row in world.rows()] == ["sent"] * PEOPLE
    assert len(world.telegram.attempts) == PEOPLE
