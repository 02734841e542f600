"""The contract of Deliveries: each occasion once, the newest only, and nothing lost in between."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation import Address
from bot.ports import DeliveryState
from bot.state import Forget, MarkWeek, Remind, Subscribe, Unsubscribe, WeekState
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


async def test_pause_when_never_asked_for_then_none(store: Engine) -> None:
    assert await store.deliveries.pause_until() is None


async def test_pause_when_set_then_it_outlives_a_restart_and_the_longest_counts(opener: Opener) -> None:
    async with opener() as store:
        await store.deliveries.set_pause(MONDAY + timedelta(seconds=34, milliseconds=200))
        await store.deliveries.set_pause(MONDAY)
    async with opener() as store:
        assert await store.deliveries.pause_until() == MONDAY + timedelta(seconds=35)
