"""What people type about clocks and weekdays, and whose clock shows what they say."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.clock import KnownZone, parse_clock, parse_slot, parse_weekday, zones_at
from bot.coach.schedule import zone_info
from bot.files import read_yaml

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


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
