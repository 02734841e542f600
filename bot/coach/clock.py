"""What people type and read about clocks and weekdays, and which zones their clock may stand for."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.coach.schedule import zone_info
from bot.coach.text import fold

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
