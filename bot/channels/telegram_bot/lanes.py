"""Work in lanes: of one chat one piece after the other, of different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

Work = Callable[[], Awaitable[None]]
WIDTH: Final = 64
MOST_WAITING: Final = 2000  # pieces; beyond, what brings them is to wait


class Lanes:
    """Runs pieces of work as tasks of a group, so that the first error ends the group.

    Fair: a lane queues for its turn piece by piece, so that a long one holds others up by one piece at most.
    """

    def __init__(self, group: asyncio.TaskGroup, width: int = WIDTH) -> None:
        self._group = group
        self._slots = asyncio.Semaphore(width)
        self._waiting: dict[str, deque[Work]] = {}
        self._count = 0
        self._room = asyncio.Event()
        self._room.set()
        self._closed = False

    def put(self, lane: str, work: Work) -> None:
        """Add a piece of work at the end of a lane."""
        if self._closed:
            return
        self._counted(1)
        if lane in self._waiting:
            self._waiting[lane].append(work)
        else:
            self._waiting[lane] = deque([work])
            self._group.create_task(self._run(lane))

    async def room(self) -> None:
        """Wait until there is room for more: memory stays bounded, whatever comes."""
        await self._room.wait()

    def close(self) -> None:
        """Begin nothing new; what is under way goes to its end, what waits stays where it is stored."""
        self._closed = True

    async def _run(self, lane: str) -> None:
        waiting = self._waiting[lane]
        while waiting:
            async with self._slots:
                if self._closed:
                    break
                await waiting[0]()
            waiting.popleft()
            self._counted(-1)
        del self._waiting[lane]

    def _counted(self, more: int) -> None:
        self._count += more
        if self._count < MOST_WAITING:
            self._room.set()
        else:
            self._room.clear()
