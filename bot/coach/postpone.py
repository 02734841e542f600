"""When a challenge that was put off comes up again: what is offered, and what a typed day comes to."""

from datetime import datetime, timedelta
from typing import Final, Literal

from msgspec import Struct

from bot.coach.days import When
from bot.coach.schedule import in_words, instant_of, local_day

Offer = Literal["tonight", "tomorrow", "weekend"]
EVENING: Final = 19 * 60
_EARLY_ENOUGH: Final = 30  # minutes before the evening at which it can still be meant
_BEDTIME: Final = 22 * 60
_FRIDAY: Final = 4
_SATURDAY: Final = 5


class Habit(Struct, frozen=True):
    """By whose clock it is, the usual minute of the day, and the instant of the next challenge, if any."""

    zone: str
    minute: int
    before: datetime | None = None


def evening(now: datetime, zone: str) -> datetime | None:
    """At seven; from half past six on in an hour, and none when that is bedtime."""
    local = in_words(now, zone)
    minute = local.hour * 60 + local.minute
    if minute <= EVENING - _EARLY_ENOUGH:
        return instant_of(local_day(now, zone), EVENING, zone)
    return now + timedelta(hours=1) if minute + 60 <= _BEDTIME else None


def offers(now: datetime, habit: Habit) -> dict[Offer, datetime]:
    """What can be offered before the next challenge comes, the soonest first.

    On a Friday the weekend is tomorrow, and once it has begun there is none to offer.
    """
    today = local_day(now, habit.zone)
    found: dict[Offer, datetime | None] = {
        "tonight": evening(now, habit.zone),
        "tomorrow": instant_of(today + timedelta(days=1), habit.minute, habit.zone),
    }
    if today.weekday() < _FRIDAY:
        saturday = today + timedelta(days=_SATURDAY - today.weekday())
        found["weekend"] = instant_of(saturday, habit.minute, habit.zone)
    before = habit.before
    return {name: at for name, at in found.items() if at and (before is None or at < before)}


def resolve(when: When, now: datetime, habit: Habit) -> datetime | None:
    """The instant of a typed day, at the usual hour where none is named; None where it is over."""
    if when.minute is None and when.day == local_day(now, habit.zone):
        return evening(now, habit.zone)
    minute = habit.minute if when.minute is None else when.minute
    at = instant_of(when.day, minute, habit.zone)
    if at <= now and when.minute == EVENING and when.day == local_day(now, habit.zone):
        return evening(now, habit.zone)
    return at if at > now else None
