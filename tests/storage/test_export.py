"""The contract of Store: people get all that is stored of them, and can have it deleted."""

import json
from datetime import date, timedelta

from msgspec import structs

from bot.coach.model import Manner
from bot.ports import RawUpdate
from bot.shown import Shown
from bot.state import (
    BeginYear,
    Draft,
    Forget,
    KeepNote,
    KeptNote,
    MarkNote,
    MarkWeek,
    OfferLater,
    Profile,
    Reflect,
    Remind,
    SaveDraft,
    SaveProfile,
    Snapshot,
    Subscribe,
)
from tests.storage.kit import ANNA, BORIS, MONDAY, Engine, only_due, subscription, turn

MANNER = Manner("first", emoji=True)
PROFILE = Profile(
    about_me="I bake", account="free", oath_on=date(2026, 3, 1), notes_a_month=3, manner=MANNER, language="pt"
)
NOTE = KeptNote(text="Hi Ida, …", limit=200, who="Ida", kept_at=MONDAY)


async def test_forget_when_there_is_a_lot_then_nothing_but_the_last_word_stays(store: Engine) -> None:
    full = turn(
        SaveDraft(Draft(text="a", limit=200)),
        KeepNote(NOTE),
        Subscribe(subscription()),
        Remind(1, MONDAY),
        Reflect(1, "It was easier than I thought"),
        replies=("waiting",),
    )
    await store.commit(ANNA, full)
    await store.commit(BORIS, turn(KeepNote(NOTE), replies=("for Boris",)))
    await store.commit(ANNA, turn(Forget(), MarkWeek(1, "done"), replies=("Gone",), dialog="x"), update_id=4)
    assert await store.load(ANNA) == Snapshot()
    assert await store.export(ANNA) == {}
    assert await store.deliveries.due(MONDAY, 10) == []
    assert [letter.reply.text for letter in await store.outbox.waiting("telegram")] == ["for Boris", "Gone"]
    assert (await store.load(BORIS)).kept == 1
    assert await store.commit(ANNA, turn(KeepNote(NOTE)), update_id=4) == []


async def test_forget_when_new_messages_wait_then_they_are_kept(store: Engine) -> None:
    updates = [RawUpdate(1, "1001", b"/forget"), RawUpdate(2, "1001", b"hello again")]
    await store.inbox.receive(updates)
    await store.commit(ANNA, turn(Forget()), update_id=1)
    assert await store.inbox.unhandled() == updates[1:]


async def test_export_when_two_people_are_stored_then_complete_and_only_ones_own(store: Engine) -> None:
    sent, _ = await store.commit(
        ANNA,
        turn(
            SaveProfile(PROFILE),
            SaveDraft(Draft(text="Dear Ida", limit=200, ref="7")),
            KeepNote(structs.replace(NOTE, answers={"who": "Ida", "standout": "her rye"})),
            MarkNote(1, "accepted", MONDAY),
            OfferLater(MONDAY + timedelta(days=3)),
            Reflect(3, "It was easier than I thought"),
            BeginYear(),
            Subscribe(subscription(next_due=MONDAY, check_in=True)),
            Remind(2, MONDAY + timedelta(days=1)),
            MarkWeek(4, "done"),
            replies=("Sent", "Here you are"),
            dialog="note",
            states={"note": {"who": "Ida"}},
        ),
    )
    await store.outbox.sent(sent.id, Shown("31", "verdict", buttons=True))
    await store.commit(BORIS, turn(KeepNote(structs.replace(NOTE, text="of Boris"))))
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.deliveries.mark(due, "sent", MONDAY)
    (note,) = await store.kept_notes(ANNA)
    assert json.loads(json.dumps(await store.export(ANNA))) == {
        "address": {"channel": "telegram", "id": "1001"},
        "since": "2026-02-27T09:00:00Z",
        "blocked_at": None,
        "profile": {
            "about_me": "I bake",
            "account": "free",
            "oath_on": "2026-03-01",
            "notes_a_month": 3,
            "manner": {"formality": "first", "emoji": True},
            "reminders": True,
            "language": "pt",
        },
        "session": {"dialog": "note", "states": {"note": {"who": "Ida"}}, "offered": []},
        "draft": {"text": "Dear Ida", "limit": 200, "ref": "7"},
        "notes": [
            {
                "id": note.id,
                "text": "Hi Ida, …",
                "limit": 200,
                "who": "Ida",
                "kept_at": "2026-03-02T09:00:00Z",
                "answers": {"who": "Ida", "standout": "her rye"},
                "fate": "accepted",
                "sent_at": "2026-03-02T09:00:00Z",
            }
        ],
        "first_message_at": "2026-03-05T09:00:00Z",
        "subscription": {
            "weekday": 0,
            "minute": 540,
            "zone": "UTC",
            "next_week": 2,
            "next_due": "2026-03-09T09:00:00Z",
            "paused": False,
            "until": None,
            "check_in": True,
        },
        "reminder": {"week": 2, "at": "2026-03-03T09:00:00Z"},
        "check_in": {"week": 1, "at": "2026-03-08T09:00:00Z"},
        "year_began_at": "2026-02-27T09:00:00Z",
        "year": {
            "received": [1],
            "reflections": [],
            "earlier": [{"week": 3, "text": "It was easier than I thought", "at": "2026-02-27T09:00:00Z"}],
        },
        "weeks": [{"week": 4, "state": "done", "at": "2026-02-27T09:00:00Z"}],
        "deliveries": [
            {
                "slot": f"week:{int(MONDAY.timestamp())}",
                "week": 1,
                "state": "sent",
                "attempts": 1,
                "due_at": "2026-03-02T09:00:00Z",
                "intent_at": "2026-03-02T09:00:00Z",
                "settled_at": "2026-03-02T09:00:00Z",
            }
        ],
        "messages": [{"ref": "31", "name": "verdict", "buttons": True}],
        "letters": [
            {
                "reply": {"text": "Here you are"},
                "created_at": "2026-02-27T09:00:00Z",
            }
        ],
    }
