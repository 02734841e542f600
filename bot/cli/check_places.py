"""Checks the two tables of towns: every line has its columns, and what it names is known."""

from collections.abc import Collection, Iterator
from pathlib import Path
from zoneinfo import available_timezones

from bot.errors import ContentError
from bot.files import read_text

Row = tuple[int, list[str]]


def problems(folder: Path) -> Iterator[str]:
    """What is wrong with cities.tsv and countries.tsv, a line each; of each file the first fault."""
    codes: set[str] = set()
    for number, columns in _rows(folder / "countries.tsv"):
        if len(columns) != 3 or not _between_bars(columns[2]):  # noqa: PLR2004 - it says which
            yield f"countries.tsv: line {number} is not code, name and |spellings| with tabs between them"
            return
        codes.add(columns[0])
    zones = available_timezones()
    for number, columns in _rows(folder / "cities.tsv"):
        if wrong := _wrong_town(columns, codes, zones):
            yield f"cities.tsv: line {number} {wrong}"
            return


def _wrong_town(columns: list[str], codes: Collection[str], zones: Collection[str]) -> str | None:
    match columns:
        case [_, code, zone, population, spellings] if population.isdecimal() and _between_bars(spellings):
            if code not in codes:
                return f"names {code}, for which there is no line in countries.tsv"
            return None if zone in zones else f"names {zone}, and there is no such time zone"
        case _:
            return "is not name, code, zone, population and |spellings| with tabs between them"


def _between_bars(spellings: str) -> bool:
    return spellings.startswith("|") and spellings.endswith("|") and len(spellings) > 1


def _rows(path: Path) -> Iterator[Row]:
    lines = read_text(path).split("\n")
    if not any(lines):
        raise ContentError(f"{path.name}: there is nothing in it")
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")
