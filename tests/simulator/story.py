"""What happens in a world: three weeks of deliveries, with all that can go wrong."""

import asyncio
from datetime import timedelta
from hashlib import sha256
from typing import Final

from tests.simulator.loop import this_process
from tests.simulator.telegram import Odds
from tests.simulator.world import PEOPLE, REPLICAS, WEEK, World

WEEKS: Final = 3
MOST_CRASHES: Final = 7
MOST_FREEZES: Final = 3
SETTLING: Final = 2.5 * 3600  # seconds after which nothing may be open, the longest of floods included
CLOCK_STEPS: Final = (
    timedelta(hours=1),
    timedelta(hours=-1),
    timedelta(days=1),
    timedelta(days=-1),
    timedelta(minutes=-2),
)


class Story:
    """Plays the three weeks. What goes wrong is drawn from the world's luck before and while it happens."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._crashes = MOST_CRASHES
        self._freezes = MOST_FREEZES
        luck = world.luck
        self._steps = luck.random() < 0.3
        flood = (
            0.0 if self._steps else 0.01
        )  # how long a flood lasts is told in seconds, and stored as a time
        waits = (1, 35, 35, 3600) if luck.random() < 0.2 else (1, 35)
        world.telegram.odds = Odds(0.05, 0.02, 0.05, flood, waits)
        world.database.before_each = self._mishap
        world.telegram.before_each = self._mishap

    def play(self) -> None:
        """All of it."""
        loop = self.world.loop
        asyncio.set_event_loop(None)
        try:
            loop.run_until_complete(self._weeks())
        finally:
            loop.close()

    async def _weeks(self) -> None:
        for number in range(WEEKS):
            self._plan(number)
            await self._settle()
            if self.world.step:
                self.world.step = timedelta(0)
                await self._settle()
            self.world.loop.jump((number + 1) * WEEK.total_seconds() - self.world.loop.time())
        for replica in range(REPLICAS):
            self.world.stop(replica)

    def _plan(self, week: int) -> None:
        """What does not depend on what is being done."""
        world, luck = self.world, self.world.luck
        for replica in range(REPLICAS):
            world.start(replica)
        if self._steps and luck.random() < 0.7:
            step = luck.choice(CLOCK_STEPS)
            world.loop.outside(luck.uniform(30, 240), lambda: setattr(world, "step", step))
        if luck.random() < 0.1:
            world.telegram.blocked.add(str(luck.randrange(PEOPLE)))
        if luck.random() < 0.2:
            number = str(luck.randrange(PEOPLE))
            world.telegram.moved[number] = f"{number}+{week}"
        if luck.random() < 0.1:
            world.loop.outside(luck.uniform(50, 200), world.fill_disk)
        if luck.random() < 0.3:
            replica = luck.randrange(REPLICAS)
            world.loop.outside(luck.uniform(50, 200), lambda: self._restart(replica))

    async def _settle(self) -> None:
        """Wait until nothing is open."""
        world, begun = self.world, self.world.loop.time()
        while world.loop.time() < begun + SETTLING:
            await asyncio.sleep(20)
            if world.loop.time() > begun + 240 and world.is_whole() and not world.open_ends():
                return

    def _mishap(self) -> None:
        """While a process does something, it may soon be killed or frozen."""
        world, luck = self.world, self.world.luck
        chance, replica = luck.random(), int(this_process().name[0])
        if chance < 0.012 and self._crashes:
            self._crashes -= 1
            world.loop.outside(luck.random() * 0.3, lambda: self._crash(replica))
        elif chance > 0.994 and self._freezes:
            self._freezes -= 1
            seconds = luck.choice((luck.uniform(1, 30), luck.uniform(95, 400)))
            world.loop.outside(luck.random() * 0.3, lambda: world.freeze(replica, seconds))

    def _crash(self, replica: int) -> None:
        self.world.crash(replica)
        self.world.loop.outside(self.world.luck.uniform(1, 40), lambda: self.world.start(replica))

    def _restart(self, replica: int) -> None:
        self.world.stop(replica)
        self.world.loop.outside(self.world.luck.uniform(1, 10), lambda: self.world.start(replica))


def fingerprint(world: World) -> str:
    """The same for the same history, to the last bit."""
    attempts = [
        (one.person, one.slot, one.process.name, one.at, one.arrived) for one in world.telegram.attempts
    ]
    rows = [(row["person"], row["slot"], row["state"], row["attempts"]) for row in world.rows()]
    return sha256(repr((attempts, rows)).encode()).hexdigest()
