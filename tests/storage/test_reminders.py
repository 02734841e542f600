"""The contract of Deliveries: a challenge that somebody asked to be reminded of."""

from datetime import timedelta

import pytest

from bot.state import MarkWeek, Remind, Subscribe, Unsubscribe, WeekState
from tests.storage.kit import (
    ANNA,
    MONDAY,
    WEEK,
    Engine,
    only_due,
    subscribe,
    subscription,
    turn,
)

HOUR = timedelta(hours=1)


async def test_remind_when_due_then_the_week_comes_again_and_the_standing_slot_stays(store: Engine) -> None:
    await subscribe(store, next_week=5, next_due=MONDAY + WEEK)
    await store.commit(ANNA, turn(Remind(4, MONDAY + HOUR)))
    assert await store.deliveries.due(MONDAY, 10) == []
    due = await only_due(store, MONDAY + HOUR)
    assert (due.week, due.due_at) == (4, MONDAY + HOUR)
    assert await store.deliveries.claim(due, MONDAY + HOUR) == 1
    assert await store.deliveries.due(MONDAY + HOUR, 10) == []
    await store.deliveries.mark(due, "sent", MONDAY + HOUR)
    assert (await store.load(ANNA)).subscription == subscription(next_week=5, next_due=MONDAY + WEEK)
    assert (await store.export(ANNA))["reminder"] is None


async def test_remind_when_asked_twice_then_the_last_wish_counts(store: Engine) -> None:
    await store.commit(ANNA, turn(Remind(4, MONDAY)))
    old = await only_due(store, MONDAY)
    await store.commit(ANNA, turn(Remind(4, MONDAY + HOUR)))
    assert await store.deliveries.claim(old, MONDAY) is None
    assert (await only_due(store, MONDAY + HOUR)).due_at == MONDAY + HOUR


async def test_remind_when_a_new_challenge_is_due_too_then_only_that_one_comes(store: Engine) -> None:
    await store.commit(ANNA, turn(Subscribe(subscription(next_week=5)), Remind(4, MONDAY + HOUR)))
    now = MONDAY + 2 * HOUR
    due = await only_due(store, now)
    assert due.week == 5
    await store.deliveries.claim(due, now)
    assert await store.deliveries.due(now, 10) == []


async def test_remind_when_it_is_later_than_the_challenge_then_both_come_in_turn(store: Engine) -> None:
    await store.commit(ANNA, turn(Subscribe(subscription(next_week=5)), Remind(4, MONDAY + HOUR)))
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY)
    assert (await only_due(store, MONDAY + HOUR)).week == 4


@pytest.mark.parametrize(
    ("week", "state", "comes"), [(4, "done", 0), (4, "skipped", 0), (4, "later", 1), (5, "done", 1)]
)
async def test_remind_when_the_week_is_settled_before_then_it_does_not_come(
    store: Engine, week: int, state: WeekState, comes: int
) -> None:
    await store.commit(ANNA, turn(Remind(4, MONDAY)))
    await store.commit(ANNA, turn(MarkWeek(week, state)))
    assert len(await store.deliveries.due(MONDAY, 10)) == comes


async def test_remind_when_released_then_it_is_due_again(store: Engine) -> None:
    await store.commit(ANNA, turn(Remind(4, MONDAY)))
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.deliveries.release(due)
    assert await only_due(store, MONDAY) == due


async def test_remind_when_in_doubt_then_it_can_be_claimed_again(store: Engine) -> None:
    await store.commit(ANNA, turn(Remind(4, MONDAY)))
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY)
    (doubtful,) = await store.deliveries.in_doubt()
    assert await store.deliveries.claim(doubtful, MONDAY) == 2


async def test_remind_when_there_is_no_subscription_then_unsubscribe_silences_it(store: Engine) -> None:
    await store.commit(ANNA, turn(Remind(4, MONDAY)))
    assert (await store.load(ANNA)).reminder == 4
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.commit(ANNA, turn(Unsubscribe()))
    await store.deliveries.release(due)
    assert (await store.load(ANNA)).reminder is None
    assert await store.deliveries.due(MONDAY + WEEK, 10) == []


async def test_remind_when_asked_for_in_a_pause_then_pausing_again_silences_it(store: Engine) -> None:
    pause = Subscribe(subscription(paused=True))
    await store.commit(ANNA, turn(pause))
    await store.commit(ANNA, turn(Remind(4, MONDAY)))
    assert len(await store.deliveries.due(MONDAY, 10)) == 1
    await store.commit(ANNA, turn(pause))
    assert await store.deliveries.due(MONDAY + WEEK, 10) == []


@pytest.mark.parametrize("end", [Unsubscribe(), Subscribe(subscription(paused=True))])
async def test_remind_when_paused_or_ended_then_it_is_silent_too(
    store: Engine, end: Subscribe | Unsubscribe
) -> None:
    await store.commit(ANNA, turn(Subscribe(subscription(next_due=MONDAY + WEEK)), Remind(4, MONDAY)))
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.commit(ANNA, turn(end))
    await store.deliveries.release(due)
    assert await store.deliveries.due(MONDAY, 10) == []
