"""How a week went is asked once, a day before the next."""

from datetime import timedelta

import pytest

from bot.ports import CHECK_IN
from bot.state import (
    BeginYear,
    MarkWeek,
    Remind,
    Subscribe,
    Unsubscribe,
)
from tests.storage.kit import (
    ANNA,
    DAY,
    MONDAY,
    SUNDAY,
    WEEK,
    Clock,
    Engine,
    arrives,
    nothing,
    only_due,
    subscribe,
    subscription,
    turn,
)


async def test_check_in_when_wanted_then_a_day_before_the_next_challenge_and_once(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store, check_in=True)
    await arrives(store, clock, MONDAY)
    assert await nothing(store, SUNDAY - timedelta(seconds=1))
    asked = await arrives(store, clock, SUNDAY)
    assert (asked.kind, asked.week) == (CHECK_IN, 1)
    assert await nothing(store, MONDAY + WEEK - timedelta(seconds=1))
    following = await arrives(store, clock, MONDAY + WEEK)
    assert (following.kind, following.week) == ("week", 2)


async def test_check_in_when_not_wanted_then_nothing_is_asked(store: Engine, clock: Clock) -> None:
    await subscribe(store)
    await arrives(store, clock, MONDAY)
    assert await nothing(store, SUNDAY)


@pytest.mark.parametrize(
    "change",
    [
        MarkWeek(1, "done"),
        MarkWeek(1, "skipped"),
        Unsubscribe(),
        Subscribe(subscription(paused=True, check_in=True)),
        Subscribe(subscription(next_due=MONDAY + WEEK)),
        Remind(1, SUNDAY - DAY / 2),
        BeginYear(),
    ],
)
async def test_check_in_when_the_week_is_over_or_silence_is_wanted_then_not_asked(
    store: Engine, clock: Clock, change: MarkWeek | Unsubscribe | Subscribe | Remind | BeginYear
) -> None:
    await subscribe(store, check_in=True)
    await arrives(store, clock, MONDAY)
    await store.commit(ANNA, turn(change))
    due = await store.deliveries.due(SUNDAY, 10)
    assert CHECK_IN not in {one.kind for one in due}


async def test_check_in_when_the_week_was_done_before_it_came_then_not_asked(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store, check_in=True)
    await store.commit(ANNA, turn(MarkWeek(1, "done")))
    await arrives(store, clock, MONDAY)
    assert await nothing(store, SUNDAY)


async def test_check_in_when_the_slot_moves_then_a_day_before_the_new_one(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store, check_in=True)
    await arrives(store, clock, MONDAY)
    thursday = MONDAY + 3 * DAY
    await subscribe(store, check_in=True, weekday=3, next_week=2, next_due=thursday)
    assert (await only_due(store, thursday - DAY)).kind == CHECK_IN
    await subscribe(store, check_in=True, weekday=1, next_week=2, next_due=MONDAY + DAY)
    assert await nothing(store, MONDAY + DAY / 2)  # the day before is over already


async def test_check_in_when_nobody_could_send_for_days_then_the_next_challenge_alone(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store, check_in=True)
    await arrives(store, clock, MONDAY)
    assert (await arrives(store, clock, MONDAY + WEEK + DAY)).kind == "week"
    assert await nothing(store, MONDAY + WEEK + DAY)


async def test_check_in_when_a_reminder_waits_too_then_only_one_of_them_comes(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store, check_in=True)
    await arrives(store, clock, MONDAY)
    await store.commit(ANNA, turn(Remind(1, MONDAY + DAY)))
    late = SUNDAY + timedelta(hours=1)
    clock.instant = late
    due = (await store.deliveries.due(late, 10))[0]
    await store.deliveries.claim(due, late)
    await store.deliveries.mark(due, "sent", late)
    assert due.kind == "again"
    assert await nothing(store, late)


async def test_check_in_when_certainly_not_sent_then_due_again(store: Engine, clock: Clock) -> None:
    await subscribe(store, check_in=True)
    await arrives(store, clock, MONDAY)
    due = await only_due(store, SUNDAY)
    await store.deliveries.claim(due, SUNDAY)
    await store.deliveries.release(due)
    assert await only_due(store, SUNDAY) == due
