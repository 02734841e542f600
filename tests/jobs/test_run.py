"""The job as it runs on and on, until it is told to stop."""

import asyncio
import random
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

import pytest

from bot.conversation import Address
from bot.errors import (
    FloodError,
    InDoubtError,
    NotSentError,
    RefusedError,
    UnauthorizedError,
)
from bot.jobs.deliver import Tempo
from tests.helpers.memory_boxes import MONDAY, MemoryBoxes
from tests.jobs.post import (
    ARRIVES,
    LostAnswerError,
    Post,
    until,
)


async def test_run_when_stopped_then_what_is_in_flight_ends_and_nothing_new_begins() -> None:
    post = Post(people=30)
    post.sender.door, stop = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(post.job.run(stop))
    await until(lambda: post.sender.inside == 8)
    stop.set()
    post.sender.door.set()
    await asyncio.wait_for(running, 5)
    assert post.deliveries.states() == {"sent": 8}
    post.sender.door = None
    assert await post.new_job().once() == 22
    assert max(Counter(post.sender.arrived).values()) == 1


async def test_run_when_nothing_is_due_then_a_stop_wakes_it() -> None:
    post, stop = Post(people=0), asyncio.Event()
    running = asyncio.create_task(post.job.run(stop))
    await until(lambda: post.deliveries.calls["due"] == 1)
    stop.set()
    await asyncio.wait_for(running, 1)


async def test_run_when_something_becomes_due_then_delivered() -> None:
    post, stop = Post(), asyncio.Event()
    post.clock.forward(seconds=-10)
    running = asyncio.create_task(post.new_job(tempo=Tempo(every=0.001)).run(stop))
    await until(lambda: post.deliveries.calls["due"] >= 2)
    assert post.sender.arrived == []
    post.clock.forward(seconds=10)
    await until(lambda: bool(post.sender.arrived))
    stop.set()
    await running


async def test_run_when_the_store_fails_for_a_while_then_it_goes_on() -> None:
    post, stop = Post(people=5), asyncio.Event()
    post.deliveries.failures |= {"pause_until": 1, "in_doubt": 1, "due": 1, "claim": 2}
    running = asyncio.create_task(post.new_job(tempo=Tempo(every=0.001), monotonic=monotonic).run(stop))
    await until(lambda: len(post.sender.arrived) == 5)
    stop.set()
    await running
    assert post.deliveries.states() == {"sent": 5}


async def test_run_when_the_token_is_not_accepted_then_raised() -> None:
    post = Post(script=[UnauthorizedError("401")])
    with pytest.raises(UnauthorizedError):
        await post.job.run(asyncio.Event())


async def test_run_when_stopped_while_the_disk_is_full_then_it_ends_with_the_row_in_doubt() -> None:
    post, stop = Post(), asyncio.Event()
    post.deliveries.failures["mark"] = 1000
    running = asyncio.create_task(post.job.run(stop))
    await until(lambda: post.deliveries.calls["mark"] == 1)
    stop.set()
    await asyncio.wait_for(running, 5)
    assert post.only_row() == ("sending", 1)


FAULTS: tuple[Callable[[], Exception | None], ...] = (
    lambda: NotSentError("x"),
    lambda: InDoubtError("x"),
    lambda: LostAnswerError("x"),
    lambda: FloodError(20),
    lambda: KeyError("x"),
    lambda: RefusedError("x"),
)


async def some_days(post: Post, luck: random.Random) -> None:
    """Deliver, with faults and crashes, for as long as anything is left to do."""
    for _ in range(400):
        post.sender.script = deque(
            luck.choice(FAULTS)() if luck.random() < 0.3 else ARRIVES for _ in range(8)
        )
        step: Callable[[], Awaitable[Any]] = post.job.once
        if luck.random() < 0.1:
            await crash_somewhere(post, luck)
        else:
            await step()
        post.clock.forward(minutes=2)
        post.watch.seconds += 120
    post.sender.script.clear()
    post.job = post.new_job()
    await post.job.once()
    await post.job.once()


async def crash_somewhere(post: Post, luck: random.Random) -> None:
    running = asyncio.create_task(post.job.once())
    for _ in range(luck.randrange(12)):
        await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    post.job = post.new_job()


@pytest.mark.parametrize("seed", range(20))
async def test_run_when_anything_may_fail_then_all_settled_and_never_four_copies(seed: int) -> None:
    post = Post(people=12)
    await some_days(post, random.Random(seed))
    assert set(post.deliveries.states()) <= {"sent", "parked"}
    assert len(post.deliveries.rows) == 12
    copies = Counter(post.sender.arrived)
    assert max(copies.values()) <= 3
    settled: dict[Address, str] = {address: row.state for (address, _), row in post.deliveries.rows.items()}
    assert all(copies[person_, "week 1"] >= 1 for person_, state in settled.items() if state == "sent")


def test_pauses_when_a_flood_is_set_then_the_longer_one_stays() -> None:
    """The fake keeps what the port promises."""
    boxes = MemoryBoxes()
    early, late = MONDAY, MONDAY + timedelta(seconds=9)
    asyncio.run(_set_both(boxes, late, early))
    assert boxes.deliveries.pause == late


async def _set_both(boxes: MemoryBoxes, first: datetime, second: datetime) -> None:
    await boxes.deliveries.set_pause(first)
    await boxes.deliveries.set_pause(second)
