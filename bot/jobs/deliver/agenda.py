"""Which of the deliveries that were found can be begun now."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from bot.conversation import Address
from bot.ports import Due

LEASE: Final = 90.0  # seconds until a claim that does not end counts as orphaned
IN_DOUBT: Final = (30.0, 300.0)  # seconds until another copy: a short failure must not use up all three
LONGEST_PAUSE: Final = 60.0
Key = tuple[Address, str]


class Agenda:
    """What is to be done next: one delivery for each person, what is in doubt before anything new.

    A claim of somebody else is left alone for the time of a lease, reckoned from when it was first seen here:
    so no clock has to agree with another, and none that is set can end a lease early.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._waiting: deque[Due] = deque()
        self._begun: set[Key] = set()
        self._seen: dict[str, float] = {}
        self._pauses: dict[Key, tuple[int, float]] = {}

    @property
    def put_off(self) -> int:
        """How many are left alone for a while: as many may stand before what can be begun."""
        return len(self._pauses) + len(self._begun)

    def fill(self, doubtful: Iterable[Due], due: Iterable[Due]) -> None:
        """Put down what can be begun, of all that was found in doubt and of what was found due."""
        doubtful = list(doubtful)
        found = {_key(one): one for one in (*doubtful, *due)}
        now = self._monotonic()
        self._seen = {one.lease: self._seen.get(one.lease, now) for one in doubtful if one.lease}
        self._pauses = {key: pause for key, pause in self._pauses.items() if key in found}
        first: dict[Address, Due] = {}
        for one in found.values():
            first.setdefault(one.address, one)
        self._waiting = deque(one for one in first.values() if self._is_ready(one, now))

    def take(self) -> Due | None:
        """The next one, if there is any; it counts as begun."""
        if not self._waiting:
            return None
        due = self._waiting.popleft()
        self._begun.add(_key(due))
        return due

    def end(self, due: Due) -> None:
        """It is not under way any more."""
        self._begun.discard(_key(due))

    def settled(self, due: Due) -> None:
        """There is nothing more to be done about it."""
        self._pauses.pop(_key(due), None)

    def put_off_shortly(self, due: Due) -> None:
        """Leave it alone for a while that grows: 1 second, 2, 4, up to a minute."""
        times, _ = self._pauses.get(_key(due), (0, 0.0))
        self._pause(due, times + 1, min(2.0**times, LONGEST_PAUSE))

    def put_off_in_doubt(self, due: Due) -> None:
        """Leave it alone for long: another copy is the last thing a person wants."""
        self._pause(due, 0, IN_DOUBT[min(due.attempts, len(IN_DOUBT)) - 1])

    def _pause(self, due: Due, times: int, seconds: float) -> None:
        self._pauses[_key(due)] = times, self._monotonic() + seconds

    def _is_ready(self, due: Due, now: float) -> bool:
        if _key(due) in self._begun:
            return False
        if due.lease is not None and now < self._seen.get(due.lease, now) + LEASE:
            return False
        _, not_before = self._pauses.get(_key(due), (0, 0.0))
        return now >= not_before


def _key(due: Due) -> Key:
    return due.address, due.slot
