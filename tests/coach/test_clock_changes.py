"""Slots across clock changes, held against another library's reading of the same zone files.

A time that a clock change leaves out is due at the first instant after the gap; one that happens twice is due
at its first pass. `whenever` says which local times are left out or repeated, and never resolves one for us.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import available_timezones

import pytest
from whenever import Instant, PlainDateTime, SkippedTime, TimeZoneNotFoundError, reset_tzpath

from bot.coach.schedule import next_due

FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
HOURS = [(weekday, hour * 60) for weekday in range(7) for hour in range(24)]
WITHIN = [(weekday, hour * 60 + 20) for weekday in range(7) for hour in range(5)]  # in the middle of gaps
DAY = timedelta(days=1)
ZONES = sorted(zone for zone in available_timezones() if zone != "localtime")


@pytest.fixture(autouse=True)
def _the_same_zone_files() -> Iterator[None]:
    reset_tzpath([])  # the pinned package, as for us
    yield
    reset_tzpath()


def due_by_other_hands(day: date, minute: int, zone: str) -> datetime:
    """The instant of a local minute by `whenever`."""
    wall = PlainDateTime(day.year, day.month, day.day, *divmod(minute, 60))
    try:
        return wall.assume_tz(zone, disambiguation="raise").to_instant().to_stdlib()
    except SkippedTime:
        return _end_of_gap(wall.assume_tz(zone, disambiguation="later").to_instant(), zone)
    except ValueError:  # it happens twice
        return wall.assume_tz(zone, disambiguation="earlier").to_instant().to_stdlib()


def _end_of_gap(after: Instant, zone: str) -> datetime:
    """The first second with the offset that holds after the gap, from a time beyond it backwards."""
    offset = after.to_tz(zone).offset
    step = 4096
    while step:
        while after.subtract(seconds=step).to_tz(zone).offset == offset:
            after = after.subtract(seconds=step)
        step //= 2
    return after.to_stdlib()


def days_of_changes(zone: str) -> list[date]:
    """The local days on which the clocks are changed, seen from noon to noon."""
    days = (FIRST + number * DAY for number in range((LAST - FIRST).days + 1))
    offsets = [(day, PlainDateTime(day.year, day.month, day.day, 12).assume_tz(zone).offset) for day in days]
    return [day for (day, before), (_, after) in pairwise(offsets) if before != after]


def differences(zone: str, first: date, last: date) -> list[str]:
    """Where slots from one day to another are not as they have to be: one each week, at the right time."""
    found = []
    for weekday, minute in (*HOURS, *WITHIN):
        day = first + (weekday - first.weekday()) % 7 * DAY
        after = due_by_other_hands(day - 7 * DAY, minute, zone)
        while day <= last:
            due, expected = next_due(weekday, minute, zone, after), due_by_other_hands(day, minute, zone)
            if due != expected:
                found.append(
                    f"{zone} {day} {minute // 60:02}:{minute % 60:02} due {due}, expected {expected}"
                )
            after, day = due, day + 7 * DAY
    return found


def test_next_due_when_clocks_are_changed_anywhere_then_as_another_library_reads_the_zone() -> None:
    found, changes = [], 0
    for zone in ZONES:
        for day in days_of_changes(zone):
            changes += 1
            found += differences(zone, day - DAY, day + 6 * DAY)
    assert found == []
    assert changes > 700  # 599 zones, two years


def test_the_other_library_knows_every_zone_we_know() -> None:
    for zone in ZONES:
        try:
            Instant.now().to_tz(zone)
        except TimeZoneNotFoundError:
            pytest.fail(f"{zone} is not known")


def test_end_of_gap_when_the_clocks_skip_half_an_hour_then_the_first_instant_after_it() -> None:
    assert due_by_other_hands(date(2027, 10, 3), 2 * 60 + 10, "Australia/Lord_Howe") == datetime(
        2027, 10, 2, 15, 30, tzinfo=UTC
    )


@pytest.mark.long
@pytest.mark.parametrize("zone", ZONES)
def test_next_due_when_any_hour_of_any_week_of_two_years_then_as_another_library_reads_it(zone: str) -> None:
    assert differences(zone, FIRST, LAST) == []
