"""The contract of Deliveries: each occasion once, the newest only."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.conversation import Address
from bot.state import Forget, Unsubscribe
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


async def test_due_when_before_the_time_then_nothing(store: Engine) -> None:
    await subscribe(store)
    assert await store.deliveries.due(MONDAY - timedelta(seconds=1), 10) == []


async def test_due_when_the_time_has_come_then_oldest_first_and_no_more_than_asked(store: Engine) -> None:
    people = [Address("telegram", str(number)) for number in range(3)]
    for number, address in enumerate(people):
        await subscribe(store, address, next_due=MONDAY - number * HOUR, next_week=number + 1)
    found = await store.deliveries.due(MONDAY, limit=2)
    assert [(due.address, due.week, due.due_at, due.attempts) for due in found] == [
        (people[2], 3, MONDAY - 2 * HOUR, 0),
        (people[1], 2, MONDAY - HOUR, 0),
    ]
    assert await store.deliveries.due(MONDAY, limit=2) == found


async def test_due_when_a_channel_is_asked_for_then_only_its_people(store: Engine) -> None:
    me = Address("console", "me")
    await subscribe(store, me)
    await subscribe(store)
    assert [due.address for due in await store.deliveries.due(MONDAY, 10, "console")] == [me]
    assert len(await store.deliveries.due(MONDAY, 10)) == 2


async def test_due_when_a_person_is_asked_for_then_others_do_not_use_up_the_limit(store: Engine) -> None:
    for number, address in enumerate((BORIS, ANNA)):
        await subscribe(store, address, next_due=MONDAY + number * HOUR)
    now = MONDAY + 2 * HOUR
    (mine,) = await store.deliveries.due(now, 1, address=ANNA)
    assert mine.address == ANNA
    assert await store.deliveries.due(now, 10, "telegram", Address("console", ANNA.id)) == []
    for due in await store.deliveries.due(now, 10):
        await store.deliveries.claim(due, now)
    assert [due.address for due in await store.deliveries.in_doubt(address=BORIS)] == [BORIS]


async def test_claim_when_due_then_the_subscription_moves_on(store: Engine) -> None:
    await subscribe(store)
    assert await store.deliveries.claim(await only_due(store, MONDAY), MONDAY) == 1
    moved_on = (await store.load(ANNA)).subscription
    assert moved_on == subscription(next_week=2, next_due=MONDAY + WEEK)
    assert await store.deliveries.due(MONDAY, 10) == []
    assert (await only_due(store, MONDAY + WEEK)).week == 2


async def test_claim_when_clocks_change_then_the_next_slot_is_the_same_local_time(store: Engine) -> None:
    before = datetime(2026, 3, 23, 8, 0, tzinfo=UTC)  # nine in Berlin, in winter time
    await subscribe(store, zone="Europe/Berlin", next_due=before)
    await store.deliveries.claim(await only_due(store, before), before)
    after = (await store.load(ANNA)).subscription
    assert after is not None
    assert after.next_due == datetime(2026, 3, 30, 7, 0, tzinfo=UTC)


async def test_claim_when_the_last_week_is_sent_then_the_series_begins_again(store: Engine) -> None:
    await subscribe(store, next_week=52)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY)
    assert (await only_due(store, MONDAY + WEEK)).week == 1


async def test_claim_when_two_want_it_then_one_gets_it(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    claims = await asyncio.gather(*(store.deliveries.claim(due, MONDAY) for _ in range(5)))
    assert sorted(claims, key=str) == [1, None, None, None, None]


async def test_claim_when_three_weeks_were_missed_then_one_challenge_comes(store: Engine) -> None:
    await subscribe(store)
    now = MONDAY + 3 * WEEK + HOUR
    due = await only_due(store, now)
    assert (due.week, due.due_at) == (1, MONDAY)
    await store.deliveries.claim(due, now)
    await store.deliveries.mark(due, "sent", now)
    assert await store.deliveries.due(now, 10) == []
    assert (await store.load(ANNA)).subscription == subscription(next_week=2, next_due=MONDAY + 4 * WEEK)


async def test_claim_when_paused_since_then_none(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await subscribe(store, paused=True)
    assert await store.deliveries.claim(due, MONDAY) is None
    assert await store.deliveries.due(MONDAY + WEEK, 10) == []
    assert await states(store) == {}


async def test_claim_when_unsubscribed_since_then_none(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.commit(ANNA, turn(Unsubscribe()))
    assert await store.deliveries.claim(due, MONDAY) is None


async def test_claim_when_blocked_since_then_none(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.outbox.gone(ANNA)
    assert await store.deliveries.claim(due, MONDAY) is None


async def test_claim_when_forgotten_since_then_none(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.commit(ANNA, turn(Forget()))
    assert await store.deliveries.claim(due, MONDAY) is None
    await store.deliveries.mark(due, "sent", MONDAY)
    await store.deliveries.release(due)
    assert await store.export(ANNA) == {}


async def test_claim_when_the_series_was_begun_again_since_then_none_and_the_new_week_is_due(
    store: Engine,
) -> None:
    await subscribe(store, next_week=9)
    due = await only_due(store, MONDAY)
    await subscribe(store, next_week=1)
    assert await store.deliveries.claim(due, MONDAY) is None
    assert (await only_due(store, MONDAY)).week == 1


async def test_claim_when_the_time_was_changed_since_then_none(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await subscribe(store, weekday=4, next_due=MONDAY + timedelta(days=4))
    assert await store.deliveries.claim(due, MONDAY) is None


async def test_claim_when_the_clock_was_set_back_then_each_slot_once_and_no_week_is_skipped(
    store: Engine,
) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.deliveries.mark(due, "sent", MONDAY)
    await subscribe(store, next_week=2, next_due=MONDAY)  # reckoned on a clock that is an hour behind
    again = await only_due(store, MONDAY)
    assert await store.deliveries.claim(again, MONDAY - HOUR) is None
    assert await store.deliveries.due(MONDAY + HOUR, 10) == []
    assert (await store.load(ANNA)).subscription == subscription(next_week=2, next_due=MONDAY + WEEK)


async def test_claim_when_the_zone_does_not_exist_any_more_then_the_rhythm_stays(store: Engine) -> None:
    await subscribe(store, zone="Mars/Base")
    now = MONDAY + WEEK + HOUR
    assert await store.deliveries.claim(await only_due(store, now), now) == 1
    assert (await only_due(store, MONDAY + 2 * WEEK)).due_at == MONDAY + 2 * WEEK


async def test_pause_when_never_asked_for_then_none(store: Engine) -> None:
    assert await store.deliveries.pause_until() is None


async def test_pause_when_set_then_it_outlives_a_restart_and_the_longest_counts(opener: Opener) -> None:
    async with opener() as store:
        await store.deliveries.set_pause(MONDAY + timedelta(seconds=34, milliseconds=200))
        await store.deliveries.set_pause(MONDAY)
    async with opener() as store:
        assert await store.deliveries.pause_until() == MONDAY + timedelta(seconds=35)
