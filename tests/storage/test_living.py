"""Living with the challenge: pauses that end, check-ins, silence, reflections, another year."""

from datetime import UTC, date, datetime, timedelta

from bot.coach.challenge import WEEKS
from bot.state import (
    BeginYear,
    DropHistory,
    DropReflection,
    MarkWeek,
    Record,
    Reflect,
    Reflection,
    Remind,
    Subscribe,
    Unsubscribe,
)
from tests.storage.kit import (
    ANNA,
    BORIS,
    DAY,
    MONDAY,
    WEEK,
    Clock,
    Engine,
    Opener,
    arrives,
    nothing,
    only_due,
    subscribe,
    subscription,
    turn,
)


async def test_pause_when_it_has_a_day_then_only_the_challenge_that_ends_it_comes_and_it_is_over(
    store: Engine, clock: Clock
) -> None:
    resting = subscription(paused=True, until=date(2026, 3, 10), next_due=MONDAY + 2 * WEEK)
    await store.commit(ANNA, turn(Subscribe(subscription()), Remind(1, MONDAY), Subscribe(resting)))
    assert (await store.load(ANNA)).subscription == resting
    assert await nothing(store, MONDAY + 2 * WEEK - timedelta(seconds=1))
    due = await arrives(store, clock, MONDAY + 2 * WEEK)
    assert due.week == 1
    assert (await store.load(ANNA)).subscription == subscription(next_week=2, next_due=MONDAY + 3 * WEEK)


async def test_pause_when_it_has_no_end_then_nothing_comes(store: Engine) -> None:
    await subscribe(store)
    await subscribe(store, paused=True)
    assert await nothing(store, MONDAY + 50 * WEEK)


async def test_silence_when_three_came_without_a_word_then_the_fourth_says_so_and_no_other(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store)
    silent = [(await arrives(store, clock, MONDAY + number * WEEK)).silent for number in range(9)]
    assert silent == [False, False, False, True, False, False, False, False, False]


async def test_silence_when_the_fourth_is_in_doubt_then_its_copy_says_the_same(
    opener: Opener, clock: Clock
) -> None:
    async with opener() as store:
        await subscribe(store)
        for number in range(3):
            await arrives(store, clock, MONDAY + number * WEEK)
        fourth = await only_due(store, MONDAY + 3 * WEEK)
        await store.deliveries.claim(fourth, MONDAY + 3 * WEEK)
    async with opener() as store:
        (again,) = await store.deliveries.in_doubt()
        assert fourth.silent
        assert again.silent
        await store.deliveries.claim(again, MONDAY + 3 * WEEK)
        await store.deliveries.mark(again, "sent", MONDAY + 3 * WEEK)
        assert not (await only_due(store, MONDAY + 4 * WEEK)).silent


async def test_silence_when_there_is_any_sign_of_life_then_counted_anew(store: Engine, clock: Clock) -> None:
    await subscribe(store)
    for number in range(3):
        await arrives(store, clock, MONDAY + number * WEEK)
    await store.commit(BORIS, turn())
    assert (await only_due(store, MONDAY + 3 * WEEK)).silent
    await store.commit(ANNA, turn())
    silent = [(await arrives(store, clock, MONDAY + number * WEEK)).silent for number in range(3, 8)]
    assert silent == [False, False, False, True, False]


async def test_silence_when_it_was_brought_up_then_never_again(store: Engine, clock: Clock) -> None:
    await subscribe(store)
    for number in range(4):
        await arrives(store, clock, MONDAY + number * WEEK)
    await store.commit(ANNA, turn())
    silent = [(await arrives(store, clock, MONDAY + number * WEEK)).silent for number in range(4, 12)]
    assert not any(silent)


async def test_record_when_nothing_is_known_of_somebody_then_empty(store: Engine) -> None:
    assert await store.record(ANNA) == Record()


async def test_record_when_weeks_came_and_were_noted_then_both_and_the_last_word_about_a_week(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store, check_in=True)
    await arrives(store, clock, MONDAY)
    await store.commit(ANNA, turn(Reflect(1, "hard")))
    await arrives(store, clock, MONDAY + WEEK)
    await store.commit(ANNA, turn(Reflect(1, "easy"), Reflect(2, "so so")))
    await store.commit(BORIS, turn(Reflect(1, "mine")))
    assert await store.record(ANNA) == Record(
        received=(1, 2),
        reflections=(Reflection(1, "easy", clock.instant), Reflection(2, "so so", clock.instant)),
    )
    await store.commit(ANNA, turn(DropReflection(1)))
    assert [one.week for one in (await store.record(ANNA)).reflections] == [2]


async def test_begin_year_when_there_was_one_then_week_1_is_next_and_what_was_noted_is_kept_apart(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store)
    await arrives(store, clock, MONDAY)
    await store.commit(ANNA, turn(MarkWeek(1, "done"), Reflect(1, "first time"), Remind(1, MONDAY + DAY)))
    clock.instant = MONDAY + DAY / 2
    await store.commit(ANNA, turn(BeginYear()))
    known = await store.load(ANNA)
    assert (known.weeks, known.last_week, known.reminder) == ({}, None, None)
    assert known.subscription == subscription(next_week=1, next_due=MONDAY + WEEK)
    clock.instant = MONDAY + DAY
    await store.commit(ANNA, turn(Reflect(1, "second time")))
    assert await store.record(ANNA) == Record(
        reflections=(Reflection(1, "second time", MONDAY + DAY),),
        earlier=(Reflection(1, "first time", MONDAY),),
    )


async def test_year_when_all_weeks_came_then_the_next_challenge_begins_another(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store)
    for week in range(WEEKS):
        await arrives(store, clock, MONDAY + week * WEEK)
    await store.commit(ANNA, turn(MarkWeek(1, "done"), MarkWeek(52, "skipped"), Reflect(1, "Emre.")))
    assert len((await store.record(ANNA)).received) == WEEKS
    assert (await arrives(store, clock, MONDAY + WEEKS * WEEK)).week == 1
    known, record = await store.load(ANNA), await store.record(ANNA)
    assert (known.weeks, known.last_week) == ({}, 1)
    assert (record.received, record.reflections) == ((1,), ())
    assert [one.text for one in record.earlier] == ["Emre."]


async def test_year_when_a_week_comes_again_before_all_came_then_it_goes_on(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store)
    await arrives(store, clock, MONDAY)
    await store.commit(ANNA, turn(MarkWeek(1, "done")))
    await subscribe(store, next_week=1, next_due=MONDAY + WEEK)
    await arrives(store, clock, MONDAY + WEEK)
    assert (await store.load(ANNA)).weeks == {1: "done"}


async def test_drop_history_when_there_is_some_then_gone_and_the_rest_stays(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store)
    await arrives(store, clock, MONDAY)
    await store.commit(ANNA, turn(MarkWeek(1, "done"), Reflect(1, "good"), Unsubscribe(), DropHistory()))
    known = await store.load(ANNA)
    assert (known.weeks, known.last_week, await store.record(ANNA)) == ({}, None, Record())
    assert (await store.export(ANNA))["deliveries"] == []


async def test_drop_history_when_a_message_is_on_its_way_then_it_is_still_known(
    store: Engine, clock: Clock
) -> None:
    await subscribe(store)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.commit(ANNA, turn(DropHistory()))
    assert len(await store.deliveries.in_doubt()) == 1


async def test_open_when_the_rules_have_changed_then_timed_pauses_move_and_open_ones_stay(
    opener: Opener, clock: Clock
) -> None:
    wrong = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # nine in Berlin is eight in UTC
    timed = subscription(zone="Europe/Berlin", paused=True, until=date(2026, 3, 1), next_due=wrong)
    async with opener() as store:
        await store.commit(ANNA, turn(Subscribe(timed)))
        await subscribe(store, BORIS, zone="Europe/Berlin", paused=True, next_due=wrong)
        statement = "UPDATE meta SET value = '2001.1' WHERE key = 'tzdata'"
        await store._database.transaction(lambda connection: connection.execute(statement).rowcount)  # type: ignore[attr-defined]
    async with opener() as store:
        assert (await only_due(store, wrong)).due_at == wrong - timedelta(hours=1)
        found = (await store.load(ANNA)).subscription
        assert found is not None
        assert (found.until, found.paused) == (date(2026, 3, 1), True)
        assert (await store.load(BORIS)).subscription == subscription(
            zone="Europe/Berlin", paused=True, next_due=wrong
        )
