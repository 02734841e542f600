"""Somebody's year of challenges as a value: small enough to wait with a letter, drawn when it is sent."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from msgspec import Struct

from bot.coach.challenge import Challenge

TileState = Literal["done", "skipped", "waiting", "ahead"]
_RANGE: Final = 3  # from so many in a row it is shorter
SIGNS: Final[dict[TileState, str]] = {"done": "✓", "skipped": "–", "waiting": "•", "ahead": " "}


class Tile(Struct, frozen=True, array_like=True):
    """One week: `waiting` are those that came, or were put off, and have no end yet."""

    week: int
    state: TileState


class Stretch(Struct, frozen=True):
    """The weeks of one theme."""

    theme: str
    tiles: tuple[Tile, ...]


class Legend(Struct, frozen=True, kw_only=True):
    """What the signs on the tiles are called."""

    done: str
    skipped: str
    waiting: str
    ahead: str
    now: str


class Year(Struct, frozen=True, kw_only=True):
    """All weeks in their themes, under a title; `now` is the week that came last."""

    title: str
    stretches: tuple[Stretch, ...]
    legend: Legend
    now: int | None = None


def stretches(challenges: Mapping[int, Challenge], states: Mapping[int, TileState]) -> tuple[Stretch, ...]:
    """The weeks in their order, side by side where they have the same theme; without a state, still ahead."""
    found: list[tuple[str, list[Tile]]] = []
    for week, challenge in sorted(challenges.items()):
        if not found or found[-1][0] != challenge.theme:
            found.append((challenge.theme, []))
        found[-1][1].append(Tile(week, states.get(week, "ahead")))
    return tuple(Stretch(theme, tuple(tiles)) for theme, tiles in found)


def states(
    challenges: Mapping[int, Challenge], came: Iterable[int], marked: Mapping[int, str]
) -> dict[int, TileState]:
    """What became of the weeks so far: of those that came, and of those that were marked, and are there."""
    found: dict[int, TileState] = dict.fromkeys(came, "waiting")
    for week, mark in marked.items():
        found[week] = "done" if mark == "done" else "skipped" if mark == "skipped" else "waiting"
    return {week: found[week] for week in sorted(found) if week in challenges}


def in_ranges(weeks: Iterable[int]) -> str:
    """Numbers in their order, three and more in a row as a range: "1–3, 6"."""
    rows: list[list[int]] = []
    for week in sorted(weeks):
        if rows and rows[-1][-1] == week - 1:
            rows[-1].append(week)
        else:
            rows.append([week])
    return ", ".join(
        f"{row[0]}–{row[-1]}" if len(row) >= _RANGE else ", ".join(map(str, row)) for row in rows
    )


def in_text(year: Year) -> str:
    """The same for those who see no picture: a line for each theme, and one that explains the signs."""
    lines = [f"{one.theme}: {'  '.join(_sign(year, tile) for tile in one.tiles)}" for one in year.stretches]
    legend = year.legend
    signs = [f"{SIGNS[state]} {getattr(legend, state)}" for state in ("done", "skipped", "waiting")]
    signs += [f"7 {legend.ahead}", f"[7] {legend.now}"]
    return "\n".join([*lines, "", ", ".join(signs)])


def _sign(year: Year, tile: Tile) -> str:
    written = f"{tile.week} {SIGNS[tile.state]}".strip()
    return f"[{written}]" if tile.week == year.now else written
