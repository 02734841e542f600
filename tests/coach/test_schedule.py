"""The calendar of the weekly challenge, against real clock changes and an oracle that walks minutes."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.schedule import LocalTime, in_words, is_at, next_due, zone_info
from bot.errors import UnknownZoneError

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Antarctica/Troll",
    "America/Santiago",
    "America/Havana",
    "Atlantic/Azores",
    "Pacific/Chatham",
    "UTC",
)
MINUTE = timedelta(minutes=1)
case = pytest.param


@pytest.fixture(autouse=True)
def _pinned_zones() -> Iterator[None]:
    zoneinfo.reset_tzpath(to=[])
    ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "weekday", "clock", "after", "expected"),
    [
        case("Asia/Kolkata", MON, "09:00", "2027-01-02 00:00", "2027-01-04 03:30", id="half-hour zone"),
        case("UTC", MON, "00:00", "2027-01-02 00:00", "2027-01-04 00:00", id="midnight"),
        case("UTC", SUN, "23:59", "2027-01-02 00:00", "2027-01-03 23:59", id="last minute"),
        case("UTC", MON, "09:00", "2027-01-04 08:59:59", "2027-01-04 09:00", id="a second before"),
        case("UTC", MON, "09:00", "2027-01-04 09:00", "2027-01-11 09:00", id="exactly then is not after"),
        case("Europe/Berlin", MON, "09:00", "2027-03-22 09:00", "2027-03-29 07:00", id="summer begins"),
        case("Europe/Berlin", MON, "09:00", "2027-10-26 09:00", "2027-11-01 08:00", id="winter begins"),
        case("Europe/Berlin", SUN, "02:30", "2027-03-25 00:00", "2027-03-28 01:00", id="Berlin gap"),
        case("Europe/Berlin", SUN, "02:00", "2027-03-25 00:00", "2027-03-28 01:00", id="gap's start"),
        case("Europe/Berlin", SUN, "03:00", "2027-03-25 00:00", "2027-03-28 01:00", id="after the gap"),
        case("Europe/Berlin", SUN, "02:30", "2027-03-28 01:00", "2027-04-04 00:30", id="gap, then normal"),
        case("Europe/Berlin", SUN, "02:30", "2027-10-28 00:00", "2027-10-31 00:30", id="Berlin overlap"),
        case("Europe/Berlin", SUN, "02:30", "2027-10-31 00:30", "2027-11-07 01:30", id="no second pass"),
        case("Europe/Berlin", SUN, "02:30", "2027-10-31 01:00", "2027-11-07 01:30", id="between passes"),
        case("America/New_York", SUN, "02:30", "2027-03-12 00:00", "2027-03-14 07:00", id="New York gap"),
        case("America/New_York", SUN, "01:30", "2027-11-05 00:00", "2027-11-07 05:30", id="N.Y. overlap"),
        case("Australia/Lord_Howe", SUN, "02:15", "2027-10-01 00:00", "2027-10-02 15:30", id="30 min gap"),
        case("Australia/Lord_Howe", SUN, "01:45", "2027-04-01 00:00", "2027-04-03 14:45", id="30 min back"),
        case("Antarctica/Troll", SUN, "02:00", "2027-03-25 00:00", "2027-03-28 01:00", id="two-hour gap"),
        case("America/Santiago", SUN, "00:30", "2027-09-02 00:00", "2027-09-05 04:00", id="midnight gap"),
        case("Pacific/Apia", FRI, "09:00", "2011-12-28 00:00", "2011-12-30 10:00", id="a day left out"),
        case("Pacific/Apia", FRI, "09:00", "2011-12-30 10:00", "2012-01-05 19:00", id="Friday after"),
        case("Pacific/Apia", SAT, "09:00", "2011-12-28 00:00", "2011-12-30 19:00", id="the day after it"),
        case("America/St_Johns", SUN, "00:00", "2010-11-07 02:45", "2010-11-14 03:30", id="Saturday again"),
        case("Africa/Casablanca", SUN, "02:30", "2025-04-03 00:00", "2025-04-06 02:00", id="Ramadan ends"),
        case("Africa/Casablanca", SUN, "02:30", "2025-02-20 00:00", "2025-02-23 01:30", id="Ramadan"),
    ],
)
def test_next_due_when_clocks_change_then_as_specified(
    zone: str, weekday: int, clock: str, after: str, expected: str
) -> None:
    hour, minute = map(int, clock.split(":"))
    assert next_due(weekday, hour * 60 + minute, zone, utc(after)) == utc(expected)


def test_next_due_when_after_is_in_another_zone_then_utc_comes_back() -> None:
    after = datetime(2027, 1, 4, 14, 29, tzinfo=ZoneInfo("Asia/Kolkata"))
    due = next_due(MON, 9 * 60, "UTC", after)
    assert (due, due.utcoffset()) == (utc("2027-01-04 09:00"), timedelta(0))


@given(
    zone=st.sampled_from(ZONES),
    weekday=st.integers(0, 6),
    minute=st.integers(0, 1439),
    after=st.datetimes(datetime(2009, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_next_due_when_anything_then_after_and_soon_and_at_the_right_time(
    zone: str, weekday: int, minute: int, after: datetime
) -> None:
    due = next_due(weekday, minute, zone, after)
    assert after < due <= after + timedelta(days=8)
    local = due.astimezone(ZoneInfo(zone))
    if not ends_a_gap(due, zone):
        assert (local.weekday(), local.hour * 60 + local.minute, local.second) == (weekday, minute, 0)


@given(
    zone=st.sampled_from(ZONES),
    weekday=st.integers(0, 6),
    minute=st.integers(0, 1439),
    start=st.datetimes(datetime(2009, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_next_due_when_taken_again_and_again_then_one_a_local_week(
    zone: str, weekday: int, minute: int, start: datetime
) -> None:
    first = next_due(weekday, minute, zone, start)
    second = next_due(weekday, minute, zone, first)
    assert timedelta(days=5, hours=20) < second - first < timedelta(days=8, hours=4)


@given(
    zone=st.sampled_from(ZONES),
    weekday=st.integers(0, 6),
    minute=st.integers(0, 1439),
    start=st.datetimes(datetime(2009, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    off=st.sampled_from([0, 1, 60, -60, 1800, 3600, -3600, 86400]),
)
def test_is_at_when_a_slot_or_near_it_then_only_what_is_reckoned_to_be_one(
    zone: str, weekday: int, minute: int, start: datetime, off: int
) -> None:
    due = next_due(weekday, minute, zone, start)
    shown = due + timedelta(seconds=off)
    if is_at(shown, weekday, minute, zone):
        assert shown == next_due(weekday, minute, zone, shown - timedelta(days=1))
    elif off == 0:
        assert ends_a_gap(due, zone)


def test_is_at_when_the_clocks_show_it_a_second_time_then_not() -> None:
    first = utc("2027-10-31 00:30")
    assert is_at(first, SUN, 150, "Europe/Berlin")
    assert not is_at(first + timedelta(hours=1), SUN, 150, "Europe/Berlin")


def ends_a_gap(instant: datetime, zone: str) -> bool:
    rules = ZoneInfo(zone)
    before = (instant - timedelta(seconds=1)).astimezone(rules)
    return instant.astimezone(rules).replace(tzinfo=None) - before.replace(tzinfo=None) > timedelta(seconds=1)


def oracle(zone: str, start: datetime, days: int) -> dict[datetime, list[datetime]]:
    """Every wall-clock minute of a stretch of time, and the instant at which the rules say it is due.

    It walks UTC a minute at a time and only looks at clocks: a minute is due when a clock first shows it, and
    the minutes that a clock jumps over are due when it lands.
    """
    rules = ZoneInfo(zone)
    instant = start - timedelta(days=2)
    latest = instant.astimezone(rules).replace(tzinfo=None)
    due: dict[datetime, list[datetime]] = {}
    while instant < start + timedelta(days=days):
        instant += MINUTE
        shown = instant.astimezone(rules).replace(tzinfo=None)
        while latest < shown:
            latest += MINUTE
            due.setdefault(instant, []).append(latest)
    return due


def check_against_oracle(zone: str, start: datetime, days: int) -> int:
    checked = 0
    for instant, walls in oracle(zone, start, days).items():
        if instant < start:
            continue
        for wall in walls:
            minute = wall.hour * 60 + wall.minute
            for before in (timedelta(seconds=1), timedelta(days=2)):
                assert next_due(wall.weekday(), minute, zone, instant - before) == instant, (zone, wall)
            checked += 1
    return checked


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", date(2027, 3, 27)),
        ("Europe/Berlin", date(2027, 10, 30)),
        ("America/New_York", date(2027, 3, 13)),
        ("America/New_York", date(2027, 11, 6)),
        ("Australia/Lord_Howe", date(2027, 4, 3)),
        ("Australia/Lord_Howe", date(2027, 10, 2)),
        ("America/Havana", date(2027, 11, 6)),
        ("Africa/Casablanca", date(2025, 4, 5)),
        ("Asia/Kolkata", date(2027, 3, 27)),
    ],
)
def test_next_due_when_every_minute_about_a_change_then_the_oracle_agrees(zone: str, day: date) -> None:
    assert check_against_oracle(zone, datetime(day.year, day.month, day.day, tzinfo=UTC), 2) > 2000


@pytest.mark.long
def test_next_due_when_every_change_of_every_zone_of_two_years_then_the_oracle_agrees() -> None:
    changes = [(zone, hour) for zone in sorted(zoneinfo.available_timezones()) for hour in changes_of(zone)]
    assert len(changes) > 300
    for zone, hour in changes:
        check_against_oracle(zone, hour - timedelta(hours=6), 1)


def changes_of(zone: str) -> Iterator[datetime]:
    rules, hour = ZoneInfo(zone), utc("2027-01-01")
    while hour < utc("2029-01-01"):
        later = hour + timedelta(hours=6)
        if later.astimezone(rules).utcoffset() != hour.astimezone(rules).utcoffset():
            yield hour
        hour = later


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "Europe", "../etc/passwd", "a\0b", "/etc/localtime"])
def test_zone_when_there_is_none_then_its_own_error(zone: str) -> None:
    with pytest.raises(UnknownZoneError):
        zone_info(zone)
    with pytest.raises(UnknownZoneError):
        next_due(MON, 540, zone, utc("2027-01-01"))
    with pytest.raises(UnknownZoneError):
        in_words(utc("2027-01-01"), zone)


def test_in_words_when_the_local_day_differs_then_local_parts() -> None:
    assert in_words(utc("2027-12-31 23:30"), "Asia/Kolkata") == LocalTime(SAT, 1, 1, 2028, 5, 0)
