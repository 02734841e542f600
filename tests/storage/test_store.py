"""The contract of Store: what a turn decided is there afterwards, all of it or nothing."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec import structs

from bot.conversation import Choice, Reply
from bot.errors import StaleError
from bot.state import (
    Change,
    Draft,
    DropNote,
    Forget,
    KeepNote,
    KeptNote,
    MarkWeek,
    Profile,
    Remind,
    SaveDraft,
    SaveProfile,
    Session,
    Snapshot,
    Subscribe,
    TurnResult,
    Unsubscribe,
)
from tests.storage.kit import ANNA, BORIS, MONDAY, Clock, Engine, Opener, only_due, subscription, turn

NOTE = KeptNote(text="Hi Ida, …", limit=200, who="Ida", kept_at=MONDAY)


async def test_load_when_nobody_wrote_then_empty(store: Engine) -> None:
    assert await store.load(ANNA) == Snapshot()


async def test_commit_when_every_change_is_made_then_load_shows_all(store: Engine) -> None:
    session = Session(
        dialog="note",
        states={"note": {"answers": {"who": "Ida 🌻"}, "step": 2}},
        offered=(Choice("note:skip", "Skip"),),
    )
    profile = Profile(about_me="I bake", account="paid", oath_on=date(2026, 3, 1))
    draft = Draft(text="Hello\nthere", limit=300, ref="77")
    changes: tuple[Change, ...] = (
        SaveProfile(profile),
        SaveDraft(draft),
        KeepNote(NOTE),
        Subscribe(subscription(zone="Europe/Berlin", next_week=7)),
        MarkWeek(3, "done"),
        MarkWeek(4, "later"),
        MarkWeek(4, "skipped"),
        Remind(5, MONDAY),
    )
    await store.commit(ANNA, TurnResult(session=session, changes=changes))
    found = await store.load(ANNA)
    assert found == Snapshot(
        profile=profile,
        session=session,
        subscription=subscription(zone="Europe/Berlin", next_week=7),
        draft=draft,
        weeks={3: "done", 4: "skipped"},
        kept=1,
        reminder=5,
        stamp=found.stamp,
    )


async def test_commit_when_said_anew_then_the_last_word_counts(store: Engine) -> None:
    await store.commit(
        ANNA, turn(SaveProfile(Profile(about_me="old")), SaveDraft(Draft(text="a", limit=200)))
    )
    await store.commit(ANNA, turn(SaveProfile(Profile()), SaveDraft(Draft(text="b", limit=140)), dialog="x"))
    await store.commit(ANNA, turn())
    found = await store.load(ANNA)
    assert (found.profile, found.draft, found.session) == (Profile(), Draft(text="b", limit=140), Session())


async def test_commit_when_a_change_fails_then_nothing_of_the_turn_is_stored(store: Engine) -> None:
    broken: Any = "not a change"
    with pytest.raises(KeyError):
        await store.commit(ANNA, turn(SaveDraft(Draft(text="a", limit=200)), broken, replies=("Hm",)), 5)
    assert await store.load(ANNA) == Snapshot()
    assert await store.outbox.waiting("telegram") == []
    assert await store.commit(ANNA, turn(replies=("Now it works",)), 5) != []


async def test_commit_when_the_update_is_handled_already_then_nothing_happens(store: Engine) -> None:
    first = await store.commit(ANNA, turn(KeepNote(NOTE), replies=("Kept",), dialog="note"), update_id=9)
    again = await store.commit(ANNA, turn(KeepNote(NOTE), replies=("Kept",), dialog="other"), update_id=9)
    assert [letter.reply for letter in first] == [Reply(text="Kept")]
    assert again == []
    assert (await store.load(ANNA)).kept == 1
    assert (await store.load(ANNA)).session.dialog == "note"
    assert [letter.id for letter in await store.outbox.waiting("telegram")] == [letter.id for letter in first]


async def test_commit_when_two_updates_say_the_same_then_both_count(store: Engine) -> None:
    await store.commit(ANNA, turn(KeepNote(NOTE)), update_id=1)
    await store.commit(ANNA, turn(KeepNote(NOTE)), update_id=2)
    assert (await store.load(ANNA)).kept == 2


async def test_commit_when_many_write_at_once_then_nothing_is_lost(store: Engine) -> None:
    people = [ANNA, BORIS] * 50
    await asyncio.gather(
        *(
            store.commit(address, turn(KeepNote(NOTE), replies=("ok",)), number)
            for number, address in enumerate(people)
        )
    )
    assert [(await store.load(address)).kept for address in (ANNA, BORIS)] == [50, 50]
    assert len(await store.outbox.waiting("telegram")) == 100


async def test_kept_notes_when_dropped_then_only_the_others_stay(store: Engine) -> None:
    later = structs.replace(NOTE, text="Later", kept_at=MONDAY + timedelta(hours=1))
    await store.commit(ANNA, turn(KeepNote(NOTE), KeepNote(later)))
    newest, oldest = await store.kept_notes(ANNA)
    assert (newest.text, oldest.text) == ("Later", NOTE.text)
    assert oldest == structs.replace(NOTE, id=oldest.id)
    await store.commit(ANNA, turn(DropNote(newest.id)))
    assert await store.kept_notes(ANNA) == [oldest]


async def test_drop_note_when_it_is_somebody_elses_then_it_stays(store: Engine) -> None:
    await store.commit(ANNA, turn(KeepNote(NOTE)))
    (note,) = await store.kept_notes(ANNA)
    await store.commit(BORIS, turn(DropNote(note.id)))
    assert await store.kept_notes(ANNA) == [note]
    assert await store.kept_notes(BORIS) == []


async def test_keep_note_when_the_newest_was_dropped_then_its_number_is_not_used_again(store: Engine) -> None:
    await store.commit(ANNA, turn(KeepNote(NOTE)))
    (dropped,) = await store.kept_notes(ANNA)
    await store.commit(ANNA, turn(DropNote(dropped.id)))
    await store.commit(ANNA, turn(KeepNote(NOTE)))
    (kept,) = await store.kept_notes(ANNA)
    assert kept.id != dropped.id


async def test_unsubscribe_when_weeks_were_done_then_they_stay(store: Engine) -> None:
    await store.commit(ANNA, turn(Subscribe(subscription()), MarkWeek(1, "done")))
    await store.commit(ANNA, turn(Unsubscribe()))
    found = await store.load(ANNA)
    assert (found.subscription, found.weeks) == (None, {1: "done"})


async def test_kept_notes_when_nobody_wrote_then_none(store: Engine) -> None:
    assert await store.kept_notes(ANNA) == []


async def test_restart_when_a_turn_was_committed_then_it_is_still_there(opener: Opener) -> None:
    async with opener() as store:
        await store.commit(ANNA, turn(KeepNote(NOTE), replies=("Kept",), dialog="note"), 1)
    async with opener() as store:
        assert (await store.load(ANNA)).session.dialog == "note"
        assert [letter.reply.text for letter in await store.outbox.waiting("telegram")] == ["Kept"]
        assert await store.commit(ANNA, turn(), 1) == []


async def test_load_when_challenges_were_delivered_then_the_last_one_is_known(
    store: Engine, clock: Clock
) -> None:
    await store.commit(ANNA, turn(Subscribe(subscription(next_week=19))))
    assert (await store.load(ANNA)).last_week is None
    for number in range(2):
        now = MONDAY + timedelta(days=7 * number)
        due = await only_due(store, now)
        await store.deliveries.claim(due, now)
        await store.deliveries.mark(due, "sent", now)
    assert (await store.load(ANNA)).last_week == 20


async def test_commit_when_another_turn_came_between_then_stale_and_nothing_is_stored(store: Engine) -> None:
    for before in (False, True):
        seen = (await store.load(ANNA)).stamp
        assert bool(seen) == before
        await store.commit(ANNA, structs.replace(turn(dialog="note"), stamp=seen))
        late = structs.replace(turn(SaveDraft(Draft(text="a", limit=200)), replies=("Hm",)), stamp=seen)
        with pytest.raises(StaleError):
            await store.commit(ANNA, late, update_id=7)
    found = await store.load(ANNA)
    assert (found.session.dialog, found.draft) == ("note", None)
    assert await store.outbox.waiting("telegram") == []
    assert await store.commit(ANNA, structs.replace(late, stamp=found.stamp), update_id=7) != []


async def test_commit_when_they_were_forgotten_and_came_back_between_then_stale(store: Engine) -> None:
    await store.commit(ANNA, turn())
    seen = (await store.load(ANNA)).stamp
    await store.commit(ANNA, turn(Forget()))
    for _ in range(2):
        with pytest.raises(StaleError):
            await store.commit(ANNA, structs.replace(turn(), stamp=seen))
        await store.commit(ANNA, turn())


async def test_commit_when_an_update_is_repeated_with_an_old_stamp_then_a_repeat(store: Engine) -> None:
    seen = (await store.load(ANNA)).stamp
    for expected in (1, 0):
        result = structs.replace(turn(replies=("Hm",)), stamp=seen)
        assert len(await store.commit(ANNA, result, update_id=7)) == expected


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**20])
async def test_commit_when_a_number_is_beyond_the_database_then_unknown_and_the_turn_goes_on(
    store: Engine, number: int
) -> None:
    await store.commit(ANNA, turn(KeepNote(NOTE)))
    changes = (DropNote(number), MarkWeek(number, "done"), Remind(number, MONDAY))
    (letter,) = await store.commit(ANNA, turn(*changes, replies=("It is not here.",)), update_id=3)
    assert letter.reply.text == "It is not here."
    found = await store.load(ANNA)
    assert (found.kept, found.weeks, found.reminder) == (1, {}, None)
