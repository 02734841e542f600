"""How many personal notes a free account has left this month."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

_DECEMBER: Final = 12


class Budget(Struct, frozen=True):
    """What is granted and used in a month, and the day on which it begins anew."""

    granted: int
    used: int
    renews: date

    @property
    def left(self) -> int:
        """How many are left, never fewer than none."""
        return max(0, self.granted - self.used)


def budget(sent: Iterable[date], granted: int, today: date) -> Budget:
    """Count what was sent in this calendar month.

    The site grants the notes a month (its help page, through a mirror, 2026-08) and does not say from
    which day it counts: the calendar month is what we suppose.
    """
    used = sum((day.year, day.month) == (today.year, today.month) for day in sent)
    return Budget(granted, used, _next_month(today))


def _next_month(day: date) -> date:
    return date(day.year + day.month // _DECEMBER, day.month % _DECEMBER + 1, 1)
