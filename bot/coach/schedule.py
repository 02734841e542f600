"""When the weekly challenge is due, in somebody's own calendar.

Everything here is local calendar time: a weekday and a minute of the day in a zone, never steps of seven
days in UTC, which clock changes would move. A time that a clock change leaves out is due at the first instant
after the gap; a time that happens twice is due at its first pass.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.errors import UnknownZoneError

DAY_MINUTES: Final = 24 * 60


class LocalTime(Struct, frozen=True):
    """An instant as calendar and clock show it; weekday counts from Monday as 0, month from January as 1."""

    weekday: int
    day: int
    month: int
    year: int
    hour: int
    minute: int


def zone_info(zone: str) -> ZoneInfo:
    """The rules of a zone by its IANA name.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    try:
        return ZoneInfo(zone)
    except (
        KeyError,
        ValueError,
        OSError,
    ) as error:  # unknown, not a name at all, or a folder there
        raise UnknownZoneError(f"there is no time zone {zone!r}") from error


def next_due(weekday: int, minute: int, zone: str, after: datetime) -> datetime:
    """The first instant strictly after `after` at which that weekday and minute of the day come round.

    Args:
        weekday: Monday is 0.
        minute: of the local day, 0 to 1439.
        zone: an IANA name.
        after: aware, in any zone.

    Returns:
        An aware instant in UTC, at most eight days ahead.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    rules = zone_info(zone)
    today = after.astimezone(rules).date()
    days = (today + timedelta(days=ahead) for ahead in range(9))  # nine: a second pass may be over already
    slots = (_instant(day, minute, rules) for day in days if day.weekday() == weekday)
    return next(slot for slot in slots if slot > after)


def is_at(due: datetime, weekday: int, minute: int, zone: str) -> bool:
    """Whether clocks there show just that weekday and minute at an instant, for the first time that day.

    Not so at the end of a gap that leaves the minute out: then only `next_due` can tell.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    local = due.astimezone(zone_info(zone))
    shown = local.hour * 60 + local.minute, local.second, local.fold
    return shown == (minute, 0, 0) and local.weekday() == weekday


def instant_of(day: date, minute: int, zone: str) -> datetime:
    """The UTC instant of a minute of a local day: its first pass, or the end of the gap that leaves it out.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    return _instant(day, minute, zone_info(zone))


def local_day(now: datetime, zone: str) -> date:
    """Which day it is there.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    return now.astimezone(zone_info(zone)).date()


def upcoming(weekday: int, minute: int, zone: str, first: datetime, number: int) -> list[datetime]:
    """A slot and those that follow it, as many as are asked for.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    found = [first]
    while len(found) < number:
        found.append(next_due(weekday, minute, zone, found[-1]))
    return found


def calendar_week(due: datetime, zone: str) -> int:
    """The number of the week of the year in which an instant falls there, 1 to 52: the rare 53rd is a 52nd.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    return min(52, local_day(due, zone).isocalendar().week)


def in_words(due: datetime, zone: str) -> LocalTime:
    """The parts from which content makes a sentence about an instant.

    Raises:
        UnknownZoneError: there is no such zone (any more).
    """
    local = due.astimezone(zone_info(zone))
    return LocalTime(local.weekday(), local.day, local.month, local.year, local.hour, local.minute)


def _instant(day: date, minute: int, rules: ZoneInfo) -> datetime:
    """The UTC instant of a local minute: its first pass, or the end of the gap that leaves it out."""
    wall = datetime.combine(day, time(*divmod(minute, 60)))
    first_pass = wall.replace(tzinfo=rules).astimezone(UTC)
    if _wall(first_pass, rules) == wall:
        return first_pass
    before_the_gap = wall.replace(tzinfo=rules, fold=1).astimezone(UTC)
    return _end_of_gap(before_the_gap, first_pass, wall, rules)


def _end_of_gap(before: datetime, after: datetime, wall: datetime, rules: ZoneInfo) -> datetime:
    """The first whole second after `before`, up to `after`, at which the clocks are past `wall`."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _wall(middle, rules) < wall:
            before = middle
        else:
            after = middle
    return after


def _wall(instant: datetime, rules: ZoneInfo) -> datetime:
    return instant.astimezone(rules).replace(tzinfo=None, fold=0)
