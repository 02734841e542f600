"""Nobody can flood the bot: so many messages at once, then one every few seconds; the rest is turned away."""

import time
from collections.abc import Callable
from typing import Final, Literal

AT_ONCE: Final = 20  # more than anybody types, or sends from a phone that was without a network for a while
PAUSE: Final = 2.0  # seconds
Verdict = Literal["admit", "tell", "drop"]


class Throttle:
    """Counts by person, in memory; whoever was quiet for long enough is forgotten."""

    def __init__(
        self, monotonic: Callable[[], float] = time.monotonic, at_once: int = AT_ONCE, pause: float = PAUSE
    ) -> None:
        self._monotonic = monotonic
        self._pause = pause
        self._patience = at_once * pause  # seconds
        self._rested: dict[int, float] = {}  # when all that a person has sent will be forgiven
        self._older: dict[int, float] = {}
        self._since = monotonic()
        self._told: set[int] = set()

    def admit(self, person: int, *, aloud: bool = True) -> Verdict:
        """Whether something is let through; "tell" for the first that is not, until there was quiet.

        Where they cannot be told, not `aloud`, that is left to the next.
        """
        now = self._monotonic()
        self._forget(now)
        rested = max(now, self._rested.get(person, self._older.get(person, now)))
        if rested == now:
            self._told.discard(person)
        if rested + self._pause > now + self._patience:
            if person in self._told or not aloud:
                return "drop"
            self._told.add(person)
            return "tell"
        self._rested[person] = rested + self._pause
        return "admit"

    def _forget(self, now: float) -> None:
        """Drop, in two generations, those who cannot have anything left to be forgiven."""
        if now - self._since >= self._patience:
            self._older, self._rested, self._since = self._rested, {}, now
            self._told &= self._older.keys()
