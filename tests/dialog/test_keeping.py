"""Whom to spend one of few notes on."""

from datetime import timedelta
from typing import cast

import pytest

from bot.conversation import Address, Incoming
from bot.dialog.keeping import say_budget
from bot.dialog.turn import Tools, Turn
from bot.state import KeptNote, Profile, Snapshot
from tests.helpers.clock import FakeClock
from tests.helpers.critique import content, engine

MET = "Hi Samuel, we met at the Nairobi bee-keepers' day on Saturday. I keep bees in Limuru."
SENT_BY = "Hi Ruta, Aldis Ozols suggested that I write to you. I bake in Cēsis."
NOTHING = "Hi Ola, I would like to connect with you here."
CLOCK = FakeClock()


def note(text: str, who: str, **fields: object) -> KeptNote:
    return KeptNote(text=text, limit=200, who=who, kept_at=CLOCK.now(), **fields)  # type: ignore[arg-type]


def said(*notes: KeptNote, granted: int | None = None, account: str = "free") -> str:
    class Stub:
        texts = content()
        judge = staticmethod(engine().judge)
        now = staticmethod(CLOCK.now)

    incoming = Incoming(address=Address("test", "me"))
    profile = Profile(account=account, notes_a_month=granted)  # type: ignore[arg-type]
    turn = Turn.begin(cast("Tools", Stub), incoming, Snapshot(profile=profile))
    say_budget(turn, notes)
    return "\n".join(reply.text for reply in turn.replies)


def test_say_budget_when_notes_were_sent_this_month_then_counted() -> None:
    sent = [
        note(MET, "Samuel", fate="sent", sent_at=CLOCK.now() - timedelta(days=days)) for days in (0, 1, 60)
    ]
    assert "3 of 5 personal notes left" in said(*sent)


def test_say_budget_when_few_are_left_then_the_one_who_was_met_comes_first() -> None:
    spoken = said(note(SENT_BY, "Ruta"), note(MET, "Samuel"), note(NOTHING, "Ola"), granted=1)
    assert "3 notes are waiting. I would begin with Samuel" in spoken


def test_say_budget_when_nobody_was_met_then_the_one_who_was_named_comes_first() -> None:
    assert "begin with Ruta" in said(note(NOTHING, "Ola"), note(SENT_BY, "Ruta"), granted=1)


def test_say_budget_when_nothing_tells_them_apart_then_nobody_is_named() -> None:
    assert "begin with" not in said(note(NOTHING, "Ola"), note(NOTHING, "Ulla"), granted=1)


@pytest.mark.parametrize("account", ["paid", "short"])
def test_say_budget_when_the_account_is_not_free_then_nothing_is_counted(account: str) -> None:
    assert said(note(MET, "Samuel"), account=account) == ""
