"""A clock that stands still until it is told to go on."""

from datetime import UTC, datetime, timedelta

A_WEDNESDAY = datetime(2027, 3, 10, 10, 0, tzinfo=UTC)


class FakeClock:
    """Shows the time it was given."""

    def __init__(self, now: datetime = A_WEDNESDAY) -> None:
        self._now = now

    def now(self) -> datetime:
        """The present instant."""
        return self._now

    def forward(self, **delta: float) -> None:
        """Let time pass."""
        self._now += timedelta(**delta)
