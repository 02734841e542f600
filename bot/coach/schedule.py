"""When the weekly challenge is due, in somebody's own calendar, and what they type about times and days.

Everything here is local calendar time: a weekday and a minute of the day in a zone, never steps of seven
days in UTC, which clock changes would move. A time that a clock change leaves out is due at the first instant
after the gap; a time that happens twice is due at its first pass.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.coach.text import fold
from bot.errors import UnknownZoneError

DAY_MINUTES: Final = 24 * 60
TOLERANCE: Final = timedelta(minutes=10)  # clocks are off, and typing takes a while
MOST_ZONES: Final = 5
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK_WORDS: Final = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}
_AROUND_A_CLOCK: Final = frozenset(
    ["it", "is", "its", "it's", "it’s", "at", "about", "around", "now", "here", "just"]
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}?)"
    r"(?:\s?[:.h]\s?(?P<minute>\d\d)|(?P<packed>\d\d))?"
    r"(?:\s?(?:h|hrs|uhr|o['’]?clock))?"
    r"(?:\s?(?P<half>[ap])\.?\s?m?\.?)?",
)
_WEEKDAY = re.compile(r"(?:on |every )?(?P<day>[a-z]{2,}?)s?\.?")


class KnownZone(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of prompts/zones.yaml: an IANA zone and the city that people know it by."""

    zone: str
    city: str


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


def zones_at(now: datetime, hour: int, minute: int, known: Sequence[KnownZone]) -> tuple[KnownZone, ...]:
    """The zones of somebody whose clock shows that time now.

    Clocks that are up to ten minutes off still find their zone: the nearest one counts. Zones whose clocks
    will be changed alike are one answer, the first of them.

    Args:
        now: aware.
        hour: what the clock shows.
        minute: the same.
        known: well-known zones, those of most people first.

    Returns:
        At most five, in the order of `known`; none where no known zone has that time.
    """
    shown = timedelta(hours=hour, minutes=minute)
    off_by = {place: _apart(shown, now, zone_info(place.zone)) for place in known}
    nearest = min(off_by.values(), default=TOLERANCE)
    if nearest > TOLERANCE:
        return ()
    candidates = (place for place in known if off_by[place] == nearest)
    return tuple(_one_for_each_rule(candidates, now))[:MOST_ZONES]


def parse_clock(text: str) -> int | None:
    """The minute of the day that somebody typed: "9", "9:30", "9.30 pm", "18h", "1830", "noon"."""
    typed = " ".join(word for word in fold(text).rstrip(".!").split() if word not in _AROUND_A_CLOCK)
    if typed in _CLOCK_WORDS:
        return _CLOCK_WORDS[typed]
    found = _CLOCK.fullmatch(typed)
    if found is None:
        return None
    hour = _hour_of_day(int(found["hour"]), found["half"])
    minute = int(found["minute"] or found["packed"] or 0)
    return None if hour is None or minute >= 60 else hour * 60 + minute  # noqa: PLR2004 - minutes of an hour


def parse_weekday(text: str) -> int | None:
    """The weekday that somebody typed, Monday as 0: "mon", "Tuesday", "on Saturdays"."""
    found = _WEEKDAY.fullmatch(fold(text).rstrip("!"))
    if found is None:
        return None
    return next((index for index, name in enumerate(WEEKDAYS) if name.startswith(found["day"])), None)


def parse_slot(text: str) -> tuple[int, int] | None:
    """Weekday and minute of the day out of one line, the day first: "Friday 8am", "on Fridays at 18:00"."""
    words = text.replace(",", " ").split()
    for place in range(1, len(words)):
        weekday, minute = parse_weekday(" ".join(words[:place])), parse_clock(" ".join(words[place:]))
        if weekday is not None and minute is not None:
            return weekday, minute
    return None


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


def _apart(shown: timedelta, now: datetime, rules: ZoneInfo) -> timedelta:
    """How far a clock that shows this is from the zone's, the short way round the dial."""
    local = now.astimezone(rules)
    ahead = (shown - timedelta(hours=local.hour, minutes=local.minute)) % timedelta(days=1)
    return min(ahead, timedelta(days=1) - ahead)


def _one_for_each_rule(places: Iterable[KnownZone], now: datetime) -> Iterable[KnownZone]:
    seen = set()
    for place in places:
        rules = zone_info(place.zone)
        year_ahead = tuple((now + timedelta(days=day)).astimezone(rules).utcoffset() for day in range(366))
        if year_ahead not in seen:
            seen.add(year_ahead)
            yield place


def _hour_of_day(hour: int, half: str | None) -> int | None:
    """The hour in 24, from one in 12 where `half` is a or p; None where there is no such hour."""
    if half == "a":
        return hour % 12 if hour <= 12 else None  # noqa: PLR2004 - the dial
    if half == "p" and 1 <= hour <= 12:  # noqa: PLR2004
        return hour % 12 + 12
    return hour if hour < 24 and not (half and hour == 0) else None  # noqa: PLR2004
