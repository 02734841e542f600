"""The contract of Inbox: stored before it is acknowledged, effective once."""

import random
from datetime import timedelta

from bot.ports import RawUpdate
from bot.state import MarkWeek
from tests.storage.kit import ANNA, MONDAY, Clock, Engine, Opener, turn

ONE = RawUpdate(10, "1001", b"one")
TWO = RawUpdate(11, "1001", b"two")
OTHER = RawUpdate(12, "1002", b"other")


async def test_receive_when_new_then_returned_in_the_order_given(store: Engine) -> None:
    assert await store.inbox.receive([TWO, ONE]) == [TWO, ONE]


async def test_receive_when_known_then_not_returned_again(store: Engine) -> None:
    await store.inbox.receive([ONE])
    assert await store.inbox.receive([ONE, TWO, TWO]) == [TWO]
    assert await store.inbox.unhandled() == [ONE, TWO]


async def test_receive_when_handled_already_then_not_returned_again(store: Engine) -> None:
    await store.inbox.receive([ONE])
    await store.commit(ANNA, turn(), update_id=ONE.update_id)
    assert await store.inbox.receive([ONE]) == []
    assert await store.inbox.unhandled() == []


async def test_receive_when_nothing_came_then_nothing(store: Engine) -> None:
    assert await store.inbox.receive([]) == []


async def test_unhandled_when_restarted_then_the_work_left_over(opener: Opener) -> None:
    async with opener() as store:
        await store.inbox.receive([ONE, TWO, OTHER])
        await store.commit(ANNA, turn(), update_id=ONE.update_id)
        await store.inbox.discard(OTHER.update_id)
    async with opener() as store:
        assert await store.inbox.unhandled() == [TWO]
        assert await store.inbox.receive([ONE, TWO, OTHER]) == []


async def test_unhandled_when_numbers_begin_anew_then_what_came_first_is_first(
    store: Engine, clock: Clock
) -> None:
    high = RawUpdate(900, "1001", b"before the quiet week")
    low = RawUpdate(5, "1001", b"after it")
    await store.inbox.receive([high])
    clock.instant += timedelta(days=8)
    await store.inbox.receive([low])
    assert await store.inbox.unhandled() == [high, low]


async def test_discard_when_committed_afterwards_then_without_effect(store: Engine) -> None:
    await store.inbox.receive([ONE])
    await store.inbox.discard(ONE.update_id)
    assert await store.commit(ANNA, turn(replies=("late",)), update_id=ONE.update_id) == []


async def test_purge_when_a_number_is_old_then_only_that_one_is_forgotten(
    store: Engine, clock: Clock
) -> None:
    await store.inbox.receive([ONE, TWO, OTHER])
    await store.inbox.discard(ONE.update_id)
    clock.instant += timedelta(days=2)
    await store.inbox.discard(TWO.update_id)
    clock.instant += timedelta(days=6, seconds=1)
    await store.purge(clock.now())
    assert await store.inbox.receive([ONE, TWO, OTHER]) == [ONE]
    assert await store.inbox.unhandled() == [OTHER, ONE]


async def test_commit_when_updates_come_shuffled_and_repeated_then_the_effect_is_as_if_once(
    store: Engine,
) -> None:
    shuffle = random.Random(5)
    updates = [RawUpdate(number, "1001", b"x") for number in range(1, 53)]
    arriving = updates + shuffle.sample(updates, 12)
    shuffle.shuffle(arriving)
    letters = 0
    for update in arriving:
        await store.inbox.receive([update])
        done = turn(MarkWeek(update.update_id, "done"), replies=("ok",))
        letters += len(await store.commit(ANNA, done, update_id=update.update_id))
    assert letters == 52
    assert (await store.load(ANNA)).weeks == dict.fromkeys(range(1, 53), "done")
    assert len(await store.outbox.waiting("telegram")) == 52
    assert await store.inbox.unhandled() == []


async def test_purge_when_work_waits_for_long_then_it_stays(store: Engine) -> None:
    await store.inbox.receive([ONE])
    await store.purge(MONDAY + timedelta(days=300))
    assert await store.inbox.unhandled() == [ONE]


async def test_receive_when_a_number_comes_again_after_a_week_then_it_is_another_update(
    store: Engine, clock: Clock
) -> None:
    await store.inbox.receive([ONE])
    await store.commit(ANNA, turn(), update_id=ONE.update_id)
    clock.instant += timedelta(days=7)
    assert await store.inbox.receive([ONE]) == []
    clock.instant += timedelta(seconds=1)
    anew = RawUpdate(ONE.update_id, "1002", b"after quiet weeks")
    assert await store.inbox.receive([anew]) == [anew]
    assert await store.inbox.unhandled() == [anew]
    assert len(await store.commit(ANNA, turn(replies=("ok",)), update_id=ONE.update_id)) == 1


async def test_receive_when_not_handled_for_a_week_then_it_is_not_overwritten(
    store: Engine, clock: Clock
) -> None:
    await store.inbox.receive([ONE])
    clock.instant += timedelta(days=30)
    assert await store.inbox.receive([RawUpdate(ONE.update_id, "1001", b"another")]) == []
    assert await store.inbox.unhandled() == [ONE]
