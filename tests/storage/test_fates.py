"""What becomes of kept notes, and the first message that is offered some days after one was accepted."""

from datetime import timedelta

import pytest

from bot.ports import FIRST_MESSAGE
from bot.state import KeepNote, KeptNote, MarkNote, OfferLater, RewriteNote, Subscribe, Unsubscribe
from tests.storage.kit import ANNA, BORIS, MONDAY, Engine, only_due, subscription, turn

DAY = timedelta(days=1)
TOLD = {"who": "Ida", "standout": "her rye"}
NOTE = KeptNote(text="Hi Ida, …", limit=200, who="Ida", kept_at=MONDAY, answers=TOLD)


async def kept(store: Engine) -> int:
    await store.commit(ANNA, turn(KeepNote(NOTE)))
    (note,) = await store.kept_notes(ANNA)
    assert (note.answers, note.fate, note.sent_at) == (TOLD, None, None)
    return note.id


async def test_mark_note_when_said_again_then_the_day_it_was_sent_stays(store: Engine) -> None:
    number = await kept(store)
    await store.commit(ANNA, turn(MarkNote(number, "sent", MONDAY)))
    await store.commit(ANNA, turn(MarkNote(number, "accepted", MONDAY + DAY)))
    (note,) = await store.kept_notes(ANNA)
    assert (note.fate, note.sent_at) == ("accepted", MONDAY)


async def test_mark_and_rewrite_when_it_is_somebody_elses_then_nothing_changes(store: Engine) -> None:
    number = await kept(store)
    await store.commit(BORIS, turn(MarkNote(number, "sent", MONDAY), RewriteNote(number, "Hi")))
    (note,) = await store.kept_notes(ANNA)
    assert (note.fate, note.text) == (None, NOTE.text)


async def test_rewrite_note_when_done_then_only_the_words_change(store: Engine) -> None:
    number = await kept(store)
    await store.commit(ANNA, turn(RewriteNote(number, "Dear Ida, other words.")))
    (note,) = await store.kept_notes(ANNA)
    assert (note.id, note.text, note.answers["who"]) == (number, "Dear Ida, other words.", "Ida")


async def test_offer_later_when_its_time_comes_then_due_once_and_no_week_is_counted(store: Engine) -> None:
    await store.commit(ANNA, turn(OfferLater(MONDAY)))
    due = await only_due(store, MONDAY)
    assert due.week == FIRST_MESSAGE
    assert await store.deliveries.claim(due, MONDAY) == 1
    await store.deliveries.mark(due, "sent", MONDAY)
    assert await store.deliveries.due(MONDAY + 30 * DAY, 10) == []
    assert (await store.load(ANNA)).last_week is None


async def test_offer_later_when_certainly_not_sent_then_due_again(store: Engine) -> None:
    await store.commit(ANNA, turn(OfferLater(MONDAY)))
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.deliveries.release(due)
    assert (await only_due(store, MONDAY)).slot == due.slot


async def test_offer_later_when_somebody_else_accepts_then_the_newer_day_counts(store: Engine) -> None:
    await store.commit(ANNA, turn(OfferLater(MONDAY)))
    await store.commit(ANNA, turn(OfferLater(MONDAY + DAY)))
    assert await store.deliveries.due(MONDAY, 10) == []
    assert (await only_due(store, MONDAY + DAY)).week == FIRST_MESSAGE


@pytest.mark.parametrize("silence", ["pause", "unsubscribe"])
async def test_offer_later_when_challenges_are_silenced_then_it_is_too(store: Engine, silence: str) -> None:
    await store.commit(ANNA, turn(Subscribe(subscription()), OfferLater(MONDAY)))
    change = Unsubscribe() if silence == "unsubscribe" else Subscribe(subscription(paused=True))
    await store.commit(ANNA, turn(change))
    assert await store.deliveries.due(MONDAY + 30 * DAY, 10) == []
