"""A delivery job with all that it needs, and a sender that does what its script says."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.conversation import Address, Reply
from bot.errors import (
    InDoubtError,
)
from bot.jobs.deliver import Deliver
from bot.jobs.deliver.agenda import LEASE
from bot.ports import Due
from tests.helpers.clock import FakeClock
from tests.helpers.memory_boxes import MONDAY, MemoryBoxes, person

ARRIVES = None


class LostAnswerError(InDoubtError):
    """The message arrives, its answer does not."""


@dataclass
class ScriptedSender:
    """Does what its script says, one line a call; then everything arrives."""

    script: deque[Exception | None] = field(default_factory=deque)
    arrived: list[tuple[Address, str]] = field(default_factory=list)
    tried: int = 0
    inside: int = 0
    most_inside: int = 0
    door: asyncio.Event | None = None

    async def send(self, address: Address, reply: Reply) -> None:
        """Deliver, or fail."""
        self.tried += 1
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        try:
            await asyncio.sleep(0)
            if self.door:
                await self.door.wait()
            self._act(address, reply)
        finally:
            self.inside -= 1

    def _act(self, address: Address, reply: Reply) -> None:
        outcome = self.script.popleft() if self.script else ARRIVES
        if outcome is None or isinstance(outcome, LostAnswerError):
            self.arrived.append((address, reply.text))
        if outcome is not None:
            raise outcome


class Watch:
    """A monotonic clock that stands still until it is told to go on."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Post:
    """A job with all that it needs."""

    def __init__(self, people: int = 1, script: Iterable[Exception | None] = ()) -> None:
        self.boxes = MemoryBoxes()
        self.deliveries = self.boxes.deliveries
        self.sender = ScriptedSender(deque(script))
        self.clock = FakeClock(MONDAY)
        self.watch = Watch()
        for number in range(people):
            self.deliveries.subscribe(person(number), MONDAY)
        self.job = self.new_job()

    def new_job(self, **options: Any) -> Deliver:
        """The job, as after a restart."""
        usual: dict[str, Any] = {"letter": letter, "channel": "test", "monotonic": self.watch}
        return Deliver(self.boxes, self.sender, self.clock, **usual | options)

    def pass_time(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self.watch.seconds += seconds
        self.clock.forward(seconds=seconds)

    def only_row(self) -> tuple[str, int]:
        """State and attempts of the one row."""
        (row,) = self.deliveries.rows.values()
        return row.state, row.attempts


async def letter(due: Due) -> tuple[Reply, ...]:
    return (Reply(text=f"week {due.week}"),)


def always(*replies: Reply) -> Callable[[Due], Awaitable[tuple[Reply, ...]]]:
    """The same for everybody."""

    async def written(_: Due) -> tuple[Reply, ...]:
        return replies

    return written


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - many conditions, no events
            await asyncio.sleep(0)


async def after_the_lease(post: Post) -> int:
    """The first round of a new run in which what is left over counts as orphaned."""
    job = post.new_job()
    assert await job.once() == 0
    post.watch.seconds += LEASE
    return await job.once()


async def crash_in_mid_send(post: Post) -> None:
    """The process ends with all in flight on the way: neither answers nor marks come to anything."""
    post.sender.door = asyncio.Event()
    running = asyncio.create_task(after_the_lease(post) if post.deliveries.rows else post.new_job().once())
    await until(lambda: post.sender.inside > 0)
    await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    post.sender.door = None
