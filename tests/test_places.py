"""Towns by name, over the data that ships."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.schedule import zone_info
from bot.conversation import Location
from bot.errors import ContentError
from bot.places import CityPlaces, spelling
from bot.ports import Place, Places

PROMPTS = Path(__file__).parents[1] / "prompts"
PLACES: Places = CityPlaces(PROMPTS)


def zones(name: str) -> list[str]:
    return [place.zone for place in PLACES.find(name)]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("München", "Europe/Berlin"),
        ("munich", "Europe/Berlin"),
        ("Muenchen", "Europe/Berlin"),
        ("Bengaluru", "Asia/Kolkata"),
        ("BANGALORE", "Asia/Kolkata"),
        ("new york", "America/New_York"),
        ("NYC", "America/New_York"),
        ("Sao Paulo", "America/Sao_Paulo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("東京", "Asia/Tokyo"),
        ("서울", "Asia/Seoul"),
        ("Москва", "Europe/Moscow"),
        ("القاهرة", "Africa/Cairo"),
        ("Tromso", "Europe/Oslo"),
        ("Tübingen", "Europe/Berlin"),
        ("Tuebingen", "Europe/Berlin"),
        ("saint-etienne", "Europe/Paris"),
        ("ho chi minh city", "Asia/Ho_Chi_Minh"),
        ("Łódź", "Europe/Warsaw"),
    ],
)
def test_find_when_spelled_in_any_usual_way_then_first_is_the_largest(typed: str, zone: str) -> None:
    assert zones(typed)[0] == zone


def test_find_when_found_then_name_country_and_zone() -> None:
    assert PLACES.find("munich") == [Place("Munich", "Germany", "Europe/Berlin")]


def test_find_when_towns_lie_in_several_zones_then_each_zone_once_the_largest_first() -> None:
    found = PLACES.find("Portland")
    assert found[0] == Place("Portland", "Oregon, United States", "America/Los_Angeles")
    assert Place("Portland", "Maine, United States", "America/New_York") in found
    assert len({place.zone for place in found}) == len(found) <= 5


def test_find_when_many_towns_share_zones_then_one_for_each() -> None:
    assert sorted(zones("Springfield")) == ["America/Chicago", "America/Los_Angeles", "America/New_York"]


@pytest.mark.parametrize("typed", ["San José", "Santa Cruz", "San Juan", "Victoria", "Santiago", "La Paz"])
def test_find_when_the_name_is_common_all_over_the_world_then_at_most_five(typed: str) -> None:
    assert 2 <= len(zones(typed)) <= 5


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Portland, Maine", "America/New_York"),
        ("Portland, ME", "America/New_York"),
        ("portland oregon", "America/Los_Angeles"),
        ("Portland, Oregon, USA", "America/Los_Angeles"),
        ("London, UK", "Europe/London"),
        ("London, England", "Europe/London"),
        ("london ontario", "America/Toronto"),
        ("London, Canada", "America/Toronto"),
        ("Birmingham, Alabama", "America/Chicago"),
        ("Valencia, Spain", "Europe/Madrid"),
        ("Valencia, Venezuela", "America/Caracas"),
    ],
)
def test_find_when_a_country_or_state_is_named_then_only_that_town(typed: str, zone: str) -> None:
    assert zones(typed) == [zone]


def test_find_when_a_namesake_is_far_smaller_then_it_has_to_be_named_with_its_region() -> None:
    assert zones("Paris") == ["Europe/Paris"]
    assert zones("Paris, Texas") == ["America/Chicago"]
    assert len(zones("London")) > 1


def test_find_when_the_region_is_unknown_then_it_is_left_aside() -> None:
    assert zones("Portland, the rainy one") == zones("Portland")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        ",",
        "|",
        "||",
        "qwxzv",
        "Munich, Japan",
        "1505005",
        "Europe/Berlin",
        "\t",
        "de",
        "\n|",
        "Rome " * 99,
    ],
)
def test_find_when_there_is_no_such_town_then_nothing(typed: str) -> None:
    assert PLACES.find(typed) == []


@given(st.text(max_size=40))
def test_find_when_any_text_then_no_error_and_distinct_zones(text: str) -> None:
    found = zones(text)
    assert len(found) == len(set(found)) <= 5


def test_find_when_the_file_is_missing_then_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"cities\.tsv"):
        CityPlaces(tmp_path).find("Munich")


def test_places_when_made_then_nothing_is_read_yet(tmp_path: Path) -> None:
    CityPlaces(tmp_path / "nowhere")


def rows(name: str) -> list[list[str]]:
    lines = (PROMPTS / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_files_when_read_then_every_zone_and_region_is_known() -> None:
    regions = {code for code, _, _ in rows("countries.tsv")}
    cities = rows("cities.tsv")
    assert {code for _, code, _, _, _ in cities} <= regions
    assert all(zone_info(zone) for zone in {zone for _, _, zone, _, _ in cities})


def test_files_when_read_then_sorted_and_spelled_as_the_search_expects() -> None:
    cities = rows("cities.tsv")
    populations = [int(population) for _, _, _, population, _ in cities]
    assert populations == sorted(populations, reverse=True)
    for line in (*cities[::29], *rows("countries.tsv")):
        known = line[-1]
        assert (known[0], known[-1]) == ("|", "|")
        assert all(name == spelling(name) != "" for name in known[1:-1].split("|")), line


def test_files_when_shipped_then_small_enough_and_credited() -> None:
    text = (PROMPTS / "cities.tsv").read_bytes()
    assert len(text) < 3_500_000
    assert b"GeoNames" in text[:500]
    assert b"CC BY 4.0" in text[:500]


def seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(5))


def test_find_when_compared_with_splitting_the_file_into_lines_then_cheaper() -> None:
    PLACES.find("Munich")
    text = (PROMPTS / "cities.tsv").read_text("utf-8")
    assert seconds(lambda: PLACES.find("qwxzv")) < seconds(
        lambda: [line.split("\t") for line in text.splitlines()]
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (60.17, 24.94, "Europe/Helsinki"),
        (-33.87, 151.21, "Australia/Sydney"),
        (27.7, 85.32, "Asia/Kathmandu"),
        (0.0, -30.0, "Etc/GMT+2"),
        (90.0, 180.0, "Etc/GMT-12"),
        (-90.0, 0.0, "Antarctica/McMurdo"),
    ],
)
def test_zone_at_when_a_place_is_shared_then_its_zone_also_at_sea(
    latitude: float, longitude: float, zone: str
) -> None:
    assert PLACES.zone_at(Location(latitude, longitude)) == zone


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_zone_at_when_it_is_anywhere_then_a_zone_we_have(latitude: float, longitude: float) -> None:
    zone = PLACES.zone_at(Location(latitude, longitude))
    assert zone is not None
    zone_info(zone)
