"""Work in lanes: of one chat one piece after the other, of different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

Work = Callable[[], Awaitable[None]]
WIDTH: Final = 64


class Lanes:
    """Runs pieces of work as tasks of a group, so that the first error ends the group."""

    def __init__(self, group: asyncio.TaskGroup, width: int = WIDTH) -> None:
        self._group = group
        self._slots = asyncio.Semaphore(width)
        self._waiting: dict[str, deque[Work]] = {}
        self._closed = False

    def put(self, lane: str, work: Work) -> None:
        """Add a piece of work at the end of a lane."""
        if lane in self._waiting:
            self._waiting[lane].append(work)
        elif not self._closed:
            self._waiting[lane] = deque([work])
            self._group.create_task(self._run(lane))

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
        del self._waiting[lane]
