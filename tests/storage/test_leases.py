"""The contract of Deliveries: who claims a delivery holds it, until it is let go, settled or claimed anew."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.ports import Figures
from bot.state import Forget
from tests.storage.kit import (
    ANNA,
    BORIS,
    MONDAY,
    Engine,
    Opener,
    only_due,
    states,
    subscribe,
    subscription,
    turn,
)


async def test_claim_when_made_then_the_row_says_whose_it_is_also_after_a_restart(opener: Opener) -> None:
    async with opener() as store:
        await subscribe(store)
        assert await store.deliveries.claim(await only_due(store, MONDAY), MONDAY, "a.1") == 1
    async with opener() as store:
        (doubtful,) = await store.deliveries.in_doubt()
        assert doubtful.lease == "a.1"


async def test_claim_when_read_before_another_claim_then_none(store: Engine) -> None:
    await subscribe(store)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY, "a.1")
    (seen_by_b,) = (seen_by_c,) = await store.deliveries.in_doubt()
    assert await store.deliveries.claim(seen_by_b, MONDAY, "b.1") == 2
    assert await store.deliveries.claim(seen_by_c, MONDAY, "c.1") is None


@pytest.mark.parametrize("call", ["mark", "release", "let_go"])
async def test_settling_when_claimed_anew_by_another_then_the_first_changes_nothing(
    store: Engine, call: str
) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY, "a.1")
    (doubtful,) = await store.deliveries.in_doubt()
    await store.deliveries.claim(doubtful, MONDAY, "b.1")
    stale = replace(due, attempts=1, lease="a.1")
    if call == "mark":
        await store.deliveries.mark(stale, "dead", MONDAY)
    else:
        await getattr(store.deliveries, call)(stale)
    (held,) = await store.deliveries.in_doubt()
    assert (held.attempts, held.lease) == (2, "b.1")
    await store.deliveries.mark(held, "sent", MONDAY)
    assert await states(store) == {1: "sent"}


async def test_mark_when_the_person_is_gone_then_unsubscribed_by_the_same_commit_whoever_holds_it(
    store: Engine,
) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY, "a.1")
    await store.deliveries.mark(replace(due, attempts=1, lease="stale"), "dead", MONDAY)
    assert await states(store) == {1: "sending"}
    assert (await store.load(ANNA)).subscription is None
    assert await store.deliveries.due(MONDAY + timedelta(days=7), 10) == []


async def test_let_go_when_in_doubt_then_anybody_may_claim_it_and_the_attempt_counts(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY, "a.1")
    await store.deliveries.let_go(replace(due, attempts=1, lease="a.1"))
    (doubtful,) = await store.deliveries.in_doubt()
    assert (doubtful.attempts, doubtful.lease) == (1, None)
    assert await store.deliveries.claim(doubtful, MONDAY, "b.1") == 2


async def test_release_when_it_was_in_doubt_before_then_nobody_holds_it(store: Engine) -> None:
    await subscribe(store)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY, "a.1")
    (doubtful,) = await store.deliveries.in_doubt()
    await store.deliveries.claim(doubtful, MONDAY, "b.1")
    await store.deliveries.release(replace(doubtful, attempts=2, lease="b.1"))
    (free,) = await store.deliveries.in_doubt()
    assert (free.attempts, free.lease) == (1, None)
    assert await store.deliveries.claim(free, MONDAY, "c.1") == 2


async def test_let_go_when_forgotten_since_then_nothing(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY, "a.1")
    await store.commit(ANNA, turn(Forget()))
    await store.deliveries.let_go(replace(due, attempts=1, lease="a.1"))
    assert await store.deliveries.in_doubt() == []


async def test_claim_when_the_whole_bot_keeps_silent_then_none_and_all_stays(store: Engine) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.set_pause(MONDAY + timedelta(seconds=35))
    assert await store.deliveries.claim(due, MONDAY + timedelta(seconds=34), "a.1") is None
    assert (await store.load(ANNA)).subscription == subscription()
    assert await store.deliveries.claim(due, MONDAY + timedelta(seconds=35), "a.2") == 1


async def test_figures_when_some_of_each_then_counted(store: Engine) -> None:
    await subscribe(store)
    await subscribe(store, BORIS, paused=True)
    await store.deliveries.claim(await only_due(store, MONDAY), MONDAY, "a.1")
    nothing = {"blocked": 0, "due": 0, "sent": 0, "sending": 0, "failed": 0, "parked": 0}
    assert await store.figures(MONDAY) == Figures(subscribers=1, **nothing | {"paused": 1, "sending": 1})
    (held,) = await store.deliveries.in_doubt()
    await store.deliveries.mark(held, "dead", MONDAY)
    await subscribe(store, BORIS)
    assert await store.figures(MONDAY) == Figures(
        subscribers=1, **nothing | {"paused": 0, "blocked": 1, "due": 1, "failed": 1}
    )
