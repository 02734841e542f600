"""What the workers of one round have in common."""

import asyncio
from dataclasses import dataclass, field


@dataclass(slots=True)
class Round:
    """A round ends when it is `done`, with nothing left to begin, when it is `halted`, or when the job stops.

    `parked` counts deliveries that were given up and that nobody has been told of yet.
    """

    done: bool = False
    halted: bool = False
    parked: int = 0
    stop: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_over(self) -> bool:
        """Whether nothing more may be sent."""
        return self.halted or self.stop.is_set()

    def begin(self) -> None:
        """Another round."""
        self.done = self.halted = False

    async def rest(self, seconds: float) -> None:
        """Wait, but not beyond the time to stop."""
        try:
            await asyncio.wait_for(self.stop.wait(), seconds)
        except TimeoutError:
            return
