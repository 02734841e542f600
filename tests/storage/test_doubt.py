"""The contract of Deliveries: what is settled, in doubt or taken back is never lost, and never piles up."""

from datetime import timedelta

import pytest

from bot.ports import DeliveryState
from bot.state import Unsubscribe
from tests.storage.kit import (
    ANNA,
    BORIS,
    MONDAY,
    WEEK,
    Engine,
    Opener,
    only_due,
    states,
    subscribe,
    subscription,
    turn,
)

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("state", ["sent", "dead", "parked"])
async def test_mark_when_settled_then_it_stays_and_is_not_claimed_again(
    store: Engine, state: DeliveryState
) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.deliveries.mark(due, state, MONDAY)
    await store.deliveries.mark(due, "dead", MONDAY)
    assert await states(store) == {1: state}
    assert await store.deliveries.in_doubt() == []
    assert await store.deliveries.claim(due, MONDAY) is None


async def test_mark_when_it_is_only_being_sent_then_nothing_is_settled(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.deliveries.mark(due, "sending", MONDAY)
    assert len(await store.deliveries.in_doubt()) == 1


async def test_in_doubt_when_a_run_ended_in_the_middle_then_it_can_be_claimed_again(opener: Opener) -> None:
    async with opener() as store:
        await subscribe(store)
        await subscribe(store, BORIS)
        for due in await store.deliveries.due(MONDAY, 10):
            await store.deliveries.claim(due, MONDAY)
        await store.deliveries.mark(due, "sent", MONDAY)
    async with opener() as store:
        (doubtful,) = await store.deliveries.in_doubt("telegram")
        assert (doubtful.address, doubtful.week, doubtful.due_at, doubtful.attempts) == (ANNA, 1, MONDAY, 1)
        assert await store.deliveries.in_doubt("console") == []
        claims = [await store.deliveries.claim(doubtful, MONDAY + HOUR) for _ in range(2)]
        assert claims == [2, None]
        assert (await store.load(ANNA)).subscription == subscription(next_week=2, next_due=MONDAY + WEEK)


async def test_in_doubt_when_parked_at_the_third_time_then_the_series_goes_on(store: Engine) -> None:
    await subscribe(store)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY)
    for _ in range(2):
        (doubtful,) = await store.deliveries.in_doubt()
        await store.deliveries.claim(doubtful, MONDAY)
    (doubtful,) = await store.deliveries.in_doubt()
    assert doubtful.attempts == 3
    await store.deliveries.mark(doubtful, "parked", MONDAY)
    assert await store.deliveries.in_doubt() == []
    assert (await only_due(store, MONDAY + WEEK)).week == 2


async def test_in_doubt_when_a_newer_challenge_is_due_then_the_old_one_is_parked(store: Engine) -> None:
    await subscribe(store)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY)
    now = MONDAY + WEEK
    (doubtful,) = await store.deliveries.in_doubt()
    assert await store.deliveries.claim(doubtful, now) is None
    assert await states(store) == {1: "parked"}
    assert await store.deliveries.claim(await only_due(store, now), now) == 1


async def test_in_doubt_when_unsubscribed_since_then_it_is_parked(store: Engine) -> None:
    await subscribe(store)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY)
    await store.commit(ANNA, turn(Unsubscribe()))
    (doubtful,) = await store.deliveries.in_doubt()
    assert await store.deliveries.claim(doubtful, MONDAY) is None
    assert await states(store) == {1: "parked"}


async def test_release_when_certainly_not_sent_then_it_is_due_again_as_before(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.deliveries.release(due)
    assert await only_due(store, MONDAY) == due
    assert await store.deliveries.in_doubt() == []
    assert (await store.load(ANNA)).subscription == subscription()
    assert await store.deliveries.claim(due, MONDAY) == 1


async def test_release_when_it_lasts_three_weeks_then_one_challenge_comes(store: Engine) -> None:
    await subscribe(store)
    for number in range(3):
        due = await only_due(store, MONDAY + number * WEEK)
        await store.deliveries.claim(due, MONDAY + number * WEEK)
        await store.deliveries.release(due)
    now = MONDAY + 3 * WEEK
    due = await only_due(store, now)
    assert (due.week, due.due_at) == (1, MONDAY)
    await store.deliveries.claim(due, now)
    assert await store.deliveries.due(now, 10) == []


async def test_release_when_an_earlier_attempt_is_in_doubt_then_that_one_still_counts(store: Engine) -> None:
    await subscribe(store)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY)
    (doubtful,) = await store.deliveries.in_doubt()
    await store.deliveries.claim(doubtful, MONDAY)
    await store.deliveries.release(doubtful)
    assert (await only_due(store, MONDAY)).attempts == 1
    assert await store.deliveries.claim(doubtful, MONDAY) == 2
    await store.deliveries.mark(doubtful, "sent", MONDAY)
    assert await store.deliveries.due(MONDAY, 10) == []


async def test_release_when_unsubscribed_since_then_nothing_comes(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.commit(ANNA, turn(Unsubscribe()))
    await store.deliveries.release(due)
    assert await store.deliveries.due(MONDAY + WEEK, 10) == []
    assert await store.deliveries.in_doubt() == []


async def test_release_when_the_series_was_begun_elsewhere_since_then_that_counts(store: Engine) -> None:
    await subscribe(store, next_week=9)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await subscribe(store, next_week=1, next_due=MONDAY + WEEK)
    await store.deliveries.release(due)
    assert (await store.load(ANNA)).subscription == subscription(next_week=1, next_due=MONDAY + WEEK)
