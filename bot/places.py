"""Towns by name, out of two files of the content folder, and the time zones of places: no network."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from bot.coach.text import fold
from bot.conversation import Location
from bot.errors import ContentError
from bot.ports import Place

MOST_PLACES: Final = 5
OVERSHADOWED: Final = 50
LONGEST_NAME: Final = 100
# Letters that Unicode does not take apart, as people without them on the keyboard write them.
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
)
_DROPPED: Final = str.maketrans("", "", ".'’‘`ʻʼʿʹ")


def spelling(name: str) -> str:
    """How a name is spelled in the files: no capitals, accents or punctuation.

    >>> spelling("Saint-Étienne"), spelling("St. John's")
    ('saint etienne', 'st johns')
    """
    plain = fold(name).translate(_LETTERS).translate(_DROPPED)
    return " ".join(
        "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in plain).split()
    )


class CityPlaces:
    """The towns of cities.tsv.

    The file is searched as it stands, with no index: its lines are in the order of population, and every
    spelling in it stands between two bars, so that one pass over the bytes finds a name in a millisecond.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str) -> Sequence[Place]:
        """The towns of that name, in any common spelling, the largest first; at most five, zones distinct.

        "Portland, Oregon", "Portland OR" and "London, UK" narrow the answer. A region nobody knows is left
        aside; one that is known and has no such town makes the answer empty. Without a region, a town fifty
        times smaller than its namesake is not meant: "Paris" is the one in France.

        Raises:
            ContentError: a file is missing.
        """
        if len(name) > LONGEST_NAME:
            return []
        for town, regions in self._readings(name):
            if found := self._in_regions(town, regions):
                return found
        return []

    def zone_at(self, location: Location) -> str | None:
        """The IANA name of the time zone of a place, also at sea; None where there is none."""
        from tzfpy import get_tz  # noqa: PLC0415 - its map takes 30 MB: only for those who share a place

        return get_tz(location.longitude, location.latitude) or None

    def _readings(self, name: str) -> Iterator[tuple[str, set[str]]]:
        """What the words may mean: a town, and the codes of the regions it may be in (none: anywhere)."""
        town, comma, region = name.partition(",")
        if comma:
            yield spelling(town), self._region_codes(region)
            return
        words = spelling(name).split()
        yield " ".join(words), set()
        for last in range(len(words) - 1, 0, -1):
            if regions := self._region_codes(" ".join(words[last:])):
                yield " ".join(words[:last]), regions

    def _in_regions(self, town: str, regions: set[str]) -> list[Place]:
        by_zone: dict[str, Place] = {}
        largest = 0
        for name, code, zone, population in self._towns(town):
            largest = largest or population
            if regions and not regions & {code, code.partition("-")[0]}:
                continue
            if regions or population * OVERSHADOWED >= largest:
                by_zone.setdefault(zone, Place(name, self._regions[code][0], zone))
        return list(by_zone.values())[:MOST_PLACES]

    def _towns(self, town: str) -> Iterator[tuple[str, str, str, int]]:
        """Name, code of region, zone and population of each town that is spelled like this, largest first."""
        wanted, at = f"|{town}|".encode(), -1
        while town and (at := self._cities.find(wanted, at + 1)) >= 0:
            line = self._cities[self._cities.rfind(b"\n", 0, at) + 1 : at].decode()
            name, code, zone, population, _ = line.split("\t")
            yield name, code, zone, int(population)

    def _region_codes(self, region: str) -> set[str]:
        """Codes of the countries and states that are spelled like this; a part of "Maine, USA" will do."""
        for part in map(spelling, (region, *region.split(","))):
            if codes := {code for code, (_, known) in self._regions.items() if part in known}:
                return codes
        return set()

    @cached_property
    def _cities(self) -> bytes:
        return self._read("cities.tsv")

    @cached_property
    def _regions(self) -> dict[str, tuple[str, frozenset[str]]]:
        lines = self._read("countries.tsv").decode().splitlines()
        rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
        return {code: (name, frozenset(known.strip("|").split("|"))) for code, name, known in rows}

    def _read(self, name: str) -> bytes:
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise ContentError(f"{name}: it cannot be read: {error.strerror}") from error
