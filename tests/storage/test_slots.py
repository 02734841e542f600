"""Slots: reckoned anew when the rules of the time zones change, and found at the cost of what is due."""

import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage import SqliteStore, open_store, slots
from bot.storage.instants import to_epoch
from tests.storage.kit import ANNA, BORIS, MONDAY, WEEK, Clock, Engine, only_due, subscribe, subscription

HOUR = timedelta(hours=1)
BERLIN_NINE = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


async def outdate(store: SqliteStore) -> None:
    """As if the slots had been reckoned by the rules of an older version."""
    statement = "UPDATE meta SET value = '2001.1' WHERE key = 'tzdata'"
    await store._database.transaction(lambda connection: connection.execute(statement).rowcount)


@pytest.mark.parametrize("wrong_by", [-HOUR, timedelta(minutes=-30), timedelta(0), HOUR, 23 * HOUR])
async def test_open_when_the_rules_have_changed_then_the_slot_is_the_right_one(
    path: Path, clock: Clock, wrong_by: timedelta
) -> None:
    async with open_store(path, clock.now) as store:
        await subscribe(store, zone="Europe/Berlin", next_week=7, next_due=BERLIN_NINE + wrong_by)
        await outdate(store)
    async with open_store(path, clock.now) as store:
        expected = subscription(zone="Europe/Berlin", next_week=7, next_due=BERLIN_NINE)
        assert (await store.load(ANNA)).subscription == expected
        assert (await only_due(store, BERLIN_NINE)).due_at == BERLIN_NINE
        assert await store.deliveries.due(BERLIN_NINE - timedelta(seconds=1), 10) == []


async def test_open_when_the_new_rules_have_it_earlier_than_now_then_it_is_due_and_not_missed(
    path: Path, clock: Clock
) -> None:
    async with open_store(path, clock.now) as store:
        await subscribe(store, zone="Europe/Berlin", next_due=BERLIN_NINE + HOUR)
        await outdate(store)
    clock.instant = BERLIN_NINE + HOUR / 2
    async with open_store(path, clock.now) as store:
        assert (await only_due(store, clock.now())).due_at == BERLIN_NINE


async def test_open_when_the_new_rules_have_it_later_then_this_week_does_not_come_twice(
    path: Path, clock: Clock
) -> None:
    async with open_store(path, clock.now) as store:
        delivered = BERLIN_NINE - HOUR  # by the old rules; the new ones say an hour later
        await subscribe(store, zone="Europe/Berlin", next_due=delivered + WEEK)
        await outdate(store)
    clock.instant = delivered + HOUR / 2
    async with open_store(path, clock.now) as store:
        found = (await store.load(ANNA)).subscription
        assert found is not None
        assert found.next_due == BERLIN_NINE + WEEK


async def test_open_when_the_rules_are_the_same_then_nothing_is_touched(path: Path, clock: Clock) -> None:
    async with open_store(path, clock.now) as store:
        await subscribe(store, zone="Europe/Berlin", next_due=BERLIN_NINE + HOUR)
    async with open_store(path, clock.now) as store:
        assert (await only_due(store, MONDAY)).due_at == BERLIN_NINE + HOUR


async def test_open_when_it_is_due_already_or_paused_or_of_no_zone_then_left_as_it_is(
    path: Path, clock: Clock
) -> None:
    paused = subscription(zone="Europe/Berlin", paused=True, next_due=BERLIN_NINE + HOUR)
    async with open_store(path, clock.now) as store:
        await subscribe(store, zone="Mars/Base", next_due=MONDAY)
        await subscribe(store, BORIS, zone="Europe/Berlin", paused=True, next_due=BERLIN_NINE + HOUR)
        await outdate(store)
    async with open_store(path, clock.now) as store:
        assert (await store.load(ANNA)).subscription == subscription(zone="Mars/Base", next_due=MONDAY)
        assert (await store.load(BORIS)).subscription == paused


def test_following_when_the_series_ends_then_it_begins_again() -> None:
    assert [slots.following(week) for week in (1, 51, 52)] == [2, 52, 1]


def test_following_when_weeks_are_not_written_then_they_are_passed_over() -> None:
    assert [slots.following(week, (1, 5, 9)) for week in (1, 2, 5, 9, 52)] == [5, 5, 9, 1, 1]


DUE = 500


def fill(connection: sqlite3.Connection, number: int) -> None:
    """Many subscriptions over the week to come, and a few that are due."""
    now, week = to_epoch(MONDAY), int(WEEK.total_seconds())
    times = [now - 1 if user < DUE else now + 1 + user * 37 % week for user in range(number)]
    people = [(user, "telegram", str(user), now) for user in range(number)]
    connection.executemany("INSERT INTO users (id, channel, address, created_at) VALUES (?, ?, ?, ?)", people)
    connection.executemany(
        "INSERT INTO subscriptions (user_id, weekday, minute, zone, next_week, next_due, paused)"
        " VALUES (?, 0, 540, 'UTC', 7, ?, 0)",
        list(enumerate(times)),
    )
    due = [(at, user, "week") for user, at in enumerate(times)]
    connection.executemany("INSERT INTO due VALUES (?, ?, ?)", due)


async def cost(store: Engine) -> tuple[int, float]:
    """What one look at what is due costs: steps of the database's machine in hundreds, and seconds."""
    assert isinstance(store, SqliteStore)
    steps: list[int] = []
    await store._database.outside(
        lambda connection: connection.set_progress_handler(lambda: steps.append(1), 100)
    )
    assert len(await store.deliveries.due(MONDAY, 1000)) == DUE
    await store._database.outside(lambda connection: connection.set_progress_handler(None, 0))
    seconds = []
    for _ in range(7):
        begun = time.perf_counter()
        await store.deliveries.due(MONDAY, 1000)
        seconds.append(time.perf_counter() - begun)
    return len(steps), min(seconds)


async def test_due_when_a_hundred_times_more_have_subscribed_then_it_costs_by_what_is_due(
    tmp_path: Path,
) -> None:
    found = {}
    for number in (2_000, 200_000):
        async with open_store(tmp_path / f"{number}.db", lambda: MONDAY) as store:
            await store._database.transaction(lambda connection, number=number: fill(connection, number))  # type: ignore[misc]
            found[number] = await cost(store)
    (few_steps, few_seconds), (many_steps, many_seconds) = found[2_000], found[200_000]
    assert few_steps > 0
    assert many_steps <= few_steps * 1.2
    assert many_seconds <= few_seconds * 5
