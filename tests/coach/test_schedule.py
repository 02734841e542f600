"""The calendar of the weekly challenge, against real clock changes and an oracle that walks minutes."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.schedule import (
    KnownZone,
    LocalTime,
    in_words,
    next_due,
    parse_clock,
    parse_slot,
    parse_weekday,
    zone_info,
    zones_at,
)
from bot.errors import UnknownZoneError
from bot.files import read_yaml

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


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("9", 540),
        ("09", 540),
        ("9:30", 570),
        ("9.30 pm", 1290),
        ("9:30PM", 1290),
        ("9 p.m.", 1260),
        ("9pm", 1260),
        ("7 a", 420),
        ("18h", 1080),
        ("18h30", 1110),
        ("18 Uhr", 1080),
        ("9 o’clock", 540),
        ("at 9", 540),
        ("it is 11:05 here", 665),
        ("It’s 7pm now.", 1140),
        (" 1830 ", 1110),
        ("930", 570),
        ("0:05", 5),
        ("23:59", 1439),
        ("noon", 720),
        ("Midnight", 0),
        ("at noon!", 720),
        ("12 pm", 720),
        ("12 am", 0),
        ("12:15 am", 15),
        ("18:30 pm", 1110),
        ("９：３０", 570),
    ],
)
def test_parse_clock_when_a_time_then_minutes_of_the_day(typed: str, minute: int) -> None:
    assert parse_clock(typed) == minute


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "24", "24:00", "9:60", "9:5", "99", "13 am", "0 pm", "12345", "9 or 10", "-3"],
)
def test_parse_clock_when_no_time_then_none(typed: str) -> None:
    assert parse_clock(typed) is None


@given(st.integers(0, 1439))
def test_parse_clock_when_written_in_any_usual_way_then_the_same_minute(minute: int) -> None:
    hour, rest = divmod(minute, 60)
    half = "am" if hour < 12 else "pm"
    for written in (f"{hour}:{rest:02}", f"{hour:02}{rest:02}", f"{(hour - 1) % 12 + 1}.{rest:02} {half}"):
        assert parse_clock(written) == minute


@given(st.text(max_size=12))
def test_parse_clock_when_any_text_then_a_minute_of_the_day_or_none(text: str) -> None:
    assert parse_clock(text) in {None, *range(1440)}


@pytest.mark.parametrize(
    ("typed", "weekday"),
    [
        ("mon", MON),
        ("Tuesday", TUE),
        ("tues", TUE),
        ("weds", WED),
        ("Thur", THU),
        ("thurs.", THU),
        ("FRI", FRI),
        ("on Saturdays", SAT),
        ("every sunday", SUN),
        ("su", SUN),
        ("Monday!", MON),
    ],
)
def test_parse_weekday_when_a_day_then_its_number(typed: str, weekday: int) -> None:
    assert parse_weekday(typed) == weekday


@pytest.mark.parametrize("typed", ["", "s", "t", "day", "someday", "tomorrow", "9", "mon tue", "mondayish"])
def test_parse_weekday_when_no_day_then_none(typed: str) -> None:
    assert parse_weekday(typed) is None


@pytest.mark.parametrize(
    ("typed", "slot"),
    [
        ("friday 8am", (FRI, 8 * 60)),
        ("on Saturdays at 18:30", (SAT, 18 * 60 + 30)),
        ("Mon, noon", (MON, 12 * 60)),
    ],
)
def test_parse_slot_when_day_and_hour_then_both(typed: str, slot: tuple[int, int]) -> None:
    assert parse_slot(typed) == slot


@pytest.mark.parametrize("typed", ["", "friday", "8am", "friday 25:99", "blursday 8am", "friday monday 8"])
def test_parse_slot_when_one_is_missing_then_none(typed: str) -> None:
    assert parse_slot(typed) is None


def known(*zones: str) -> tuple[KnownZone, ...]:
    return tuple(KnownZone(zone, zone.rsplit("/", 1)[-1]) for zone in zones)


def zones_of(found: tuple[KnownZone, ...]) -> list[str]:
    return [place.zone for place in found]


SUMMER = utc("2027-07-01 12:00")
WINTER = utc("2027-01-15 12:00")


def test_zones_at_when_clocks_are_changed_alike_then_the_first_stands_for_all() -> None:
    table = known("Europe/Berlin", "Europe/Paris", "Africa/Lagos", "Asia/Tokyo")
    assert zones_of(zones_at(WINTER, 13, 0, table)) == ["Europe/Berlin", "Africa/Lagos"]


def test_zones_at_when_summer_then_the_offset_of_now_counts() -> None:
    table = known("Europe/Berlin", "Africa/Lagos", "Africa/Johannesburg")
    assert zones_of(zones_at(SUMMER, 14, 0, table)) == ["Europe/Berlin", "Africa/Johannesburg"]


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (17, 30, ["Asia/Kolkata"]),
        (17, 35, ["Asia/Kolkata"]),
        (17, 40, ["Asia/Kathmandu"]),
        (17, 20, ["Asia/Kolkata"]),
        (17, 19, []),
        (17, 56, []),
    ],
)
def test_zones_at_when_the_clock_is_off_then_the_nearest_within_ten_minutes(
    hour: int, minute: int, expected: list[str]
) -> None:
    assert zones_of(zones_at(WINTER, hour, minute, known("Asia/Kolkata", "Asia/Kathmandu"))) == expected


def test_zones_at_when_midnight_lies_between_then_still_found() -> None:
    now = utc("2027-01-15 23:58")
    assert zones_of(zones_at(now, 0, 3, known("UTC", "Asia/Tokyo"))) == ["UTC"]


def test_zones_at_when_two_dates_have_that_time_then_both_sides_of_the_date_line() -> None:
    table = known("Pacific/Auckland", "Pacific/Pago_Pago")
    assert zones_of(zones_at(WINTER, 1, 0, table)) == ["Pacific/Auckland", "Pacific/Pago_Pago"]


def test_zones_at_when_many_zones_have_that_time_then_the_first_five() -> None:
    three_ahead = known(  # in July 2009 they all were, and went their own ways in autumn
        "Europe/Kyiv",
        "Asia/Damascus",
        "Africa/Cairo",
        "Asia/Jerusalem",
        "Africa/Nairobi",
        "Asia/Gaza",
    )
    assert zones_at(utc("2009-07-01 12:00"), 15, 0, three_ahead) == three_ahead[:5]


def test_zones_at_when_the_table_is_empty_then_nothing() -> None:
    assert zones_at(WINTER, 9, 0, ()) == ()


PROMPTS = Path(__file__).parents[2] / "prompts"


def test_zones_file_when_read_then_every_zone_exists_once() -> None:
    table = read_yaml(PROMPTS / "zones.yaml", tuple[KnownZone, ...])
    assert len({place.zone for place in table}) == len(table)
    assert all(zone_info(place.zone) for place in table)


@pytest.mark.parametrize("now", [SUMMER, WINTER])
def test_zones_file_when_any_clock_of_the_world_then_one_to_five_answers(now: datetime) -> None:
    table = read_yaml(PROMPTS / "zones.yaml", tuple[KnownZone, ...])
    for zone in ("America/New_York", "Europe/London", "Asia/Kolkata", "Asia/Tokyo", "Pacific/Honolulu"):
        local = now.astimezone(ZoneInfo(zone))
        found = zones_of(zones_at(now, local.hour, local.minute, table))
        assert zone in found or same_rules(zone, found, now)
        assert 1 <= len(found) <= 5


def same_rules(zone: str, others: list[str], now: datetime) -> bool:
    year = [now + timedelta(days=day) for day in range(366)]
    offsets = {name: [day.astimezone(ZoneInfo(name)).utcoffset() for day in year] for name in (zone, *others)}
    return any(offsets[zone] == offsets[other] for other in others)
