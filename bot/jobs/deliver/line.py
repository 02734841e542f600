"""Whether the server can be reached at all."""

from collections.abc import Callable
from typing import Final

LONGEST_REST: Final = 60.0


class Line:
    """The line to the server: after so many failures in a row it rests, and one message tries it out.

    Without it, a server that fails for an hour would use up the three attempts of everybody who is due.
    """

    def __init__(self, patience: int, monotonic: Callable[[], float]) -> None:
        self._patience = patience
        self._monotonic = monotonic
        self._failures = 0
        self._rests_until = 0.0

    @property
    def is_down(self) -> bool:
        """Whether it was down when it was last tried."""
        return self._failures >= self._patience

    @property
    def rests(self) -> bool:
        """Whether it is not yet time to try it again."""
        return self.is_down and self._monotonic() < self._rests_until

    def worked(self) -> None:
        """The server answered."""
        self._failures = 0

    def failed(self) -> None:
        """No answer, or none that means anything: once more without a good one between."""
        self._failures += 1
        if self.is_down:
            rest = min(2.0 ** min(self._failures - self._patience, 10), LONGEST_REST)
            self._rests_until = self._monotonic() + rest
