"""How fast messages go out: so many a second at most, and so many at a time."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final, NamedTuple, Self

AT_ONCE: Final = 8  # a crash makes at most so many extra copies
SLOWEST_ANSWER: Final = 0.1  # seconds: with answers as slow as this the pace is still kept
WINDOW: Final = 1.018  # seconds: one, and what the way to the server may shorten it by
CATCH_UP: Final = 0.1  # seconds: who is late by more than this has lost that time


class Tempo(NamedTuple):
    """Messages a second (None: as many as go), messages at a time, seconds between looks at what is due."""

    a_second: int | None = None
    at_once: int = AT_ONCE
    every: float = 5.0

    @classmethod
    def of(cls, a_second: int) -> Self:
        """The tempo for a pace: eight at a time, more where that would be too slow, fewer for a slow pace."""
        return cls(a_second, max(min(AT_ONCE, a_second), round(a_second * SLOWEST_ANSWER)))


class Pace:
    """A gate that lets through so many in any second, one after the other and at even distances."""

    def __init__(self, a_second: int | None, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._distance = 1 / a_second if a_second else 0.0
        self._passed: deque[float] = deque(maxlen=a_second or 0)
        self._next = 0.0
        self._gate = asyncio.Lock()

    async def turn(self) -> None:
        """Wait until one more may go."""
        if not self._distance:
            return
        async with self._gate:
            while (wait := self._opens() - self._monotonic()) > 0:  # noqa: ASYNC110 - a timer may ring early
                await asyncio.sleep(wait)
            now = self._monotonic()
            self._passed.append(now)
            self._next = max(self._next, now - CATCH_UP) + self._distance

    def _opens(self) -> float:
        """When the next may go: at its distance, and a second after whoever went so many places before."""
        full = len(self._passed) == self._passed.maxlen
        return max(self._next, self._passed[0] + WINDOW) if full else self._next
