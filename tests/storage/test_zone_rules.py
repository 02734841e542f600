"""Two real releases of the time zone rules, 2026.1 and 2026.6: between them 13 zones change their clocks.

`zones/` has the files of these 13 out of both; all others are the same in both, and come out of the package.
"""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import whenever

from bot.coach.schedule import next_due
from bot.conversation import Address
from bot.storage import SqliteStore, open_store, store
from tests.storage.kit import Clock, subscribe

OLD, NEW = "2026.1", "2026.6"
FOLDER = Path(__file__).parent / "zones"
CHANGED = sorted(str(file.relative_to(FOLDER / OLD)) for file in (FOLDER / OLD).rglob("*") if file.is_file())
NOW = datetime(2026, 12, 28, 12, tzinfo=UTC)  # a Monday
SLOTS = ((0, 9 * 60), (6, 23 * 60 + 30))
SENT_EARLY = timedelta(hours=6)


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Iterator["Rules"]:
    yield Rules(monkeypatch)
    zoneinfo.reset_tzpath(to=[])
    zoneinfo.ZoneInfo.clear_cache()
    whenever.reset_tzpath()
    whenever.clear_tzcache()


class Rules:
    """Which release is installed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def install(self, release: str) -> None:
        """As if the process had started with it."""
        self._monkeypatch.setattr(store, "version", lambda _: release)
        zoneinfo.reset_tzpath(to=[str(FOLDER / release)])
        zoneinfo.ZoneInfo.clear_cache()
        whenever.reset_tzpath([str(FOLDER / release)])
        whenever.clear_tzcache()


def right(zone: str, weekday: int, minute: int) -> datetime:
    """The slot after now by the rules that are installed, as another library reads them."""
    days = (NOW.date() + timedelta(days=number) for number in range(8))
    walls = [
        whenever.PlainDateTime(day.year, day.month, day.day, *divmod(minute, 60))
        for day in days
        if day.weekday() == weekday
    ]
    found = (wall.assume_tz(zone, disambiguation="raise").to_instant().to_stdlib() for wall in walls)
    return next(due for due in found if due > NOW)


def people() -> list[tuple[Address, str, int, int]]:
    zones = sorted(zoneinfo.available_timezones() - {"localtime"})
    slots = [(zone, weekday, minute) for zone in zones for weekday, minute in SLOTS]
    return [(Address("telegram", str(number)), *slot) for number, slot in enumerate(slots)]


async def due_of(opened: SqliteStore, address: Address) -> datetime:
    found = (await opened.load(address)).subscription
    assert found is not None
    return found.next_due


async def test_open_when_a_newer_release_is_installed_then_13_zones_move_right_and_no_other(
    path: Path, rules: Rules
) -> None:
    clock, everybody = Clock(NOW), people()
    rules.install(OLD)
    before = {}
    async with open_store(path, clock.now) as opened:
        for address, zone, weekday, minute in everybody:
            before[address] = next_due(weekday, minute, zone, NOW)
            fields = {"weekday": weekday, "minute": minute, "zone": zone, "next_due": before[address]}
            await subscribe(opened, address, **fields)
    rules.install(NEW)
    moved = set()
    async with open_store(path, clock.now) as opened:
        for address, zone, weekday, minute in everybody:
            due = await due_of(opened, address)
            assert due == right(zone, weekday, minute)
            if due != before[address]:
                moved.add(zone)
        comes = {one.address: one.due_at for one in await opened.deliveries.due(NOW + timedelta(8), 2000)}
        assert comes == {address: await due_of(opened, address) for address, *_ in everybody}
    assert sorted(moved) == CHANGED
    assert len(CHANGED) == 13


async def test_open_when_a_slot_is_earlier_by_the_new_rules_then_it_is_sent_at_the_new_time_and_once(
    path: Path, rules: Rules
) -> None:
    anna, clock = Address("telegram", "1"), Clock(NOW)
    rules.install(OLD)
    async with open_store(path, clock.now) as opened:
        old = next_due(0, 9 * 60, "America/Vancouver", NOW)
        await subscribe(opened, anna, weekday=0, minute=540, zone="America/Vancouver", next_due=old)
    rules.install(NEW)
    new = right("America/Vancouver", 0, 540)
    assert new != old
    clock.instant = min(old, new)
    async with open_store(path, clock.now) as opened:
        sent = []
        while clock.instant < max(old, new) + SENT_EARLY:
            for due in await opened.deliveries.due(clock.instant, 10):
                await opened.deliveries.claim(due, clock.instant)
                await opened.deliveries.mark(due, "sent", clock.instant)
                sent.append(clock.instant)
            clock.instant += timedelta(minutes=10)
    assert sent == [new]
