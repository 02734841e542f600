"""A conversation: turns in order, side by side, and calm when something breaks."""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App
from bot.conversation import Address, Incoming
from bot.dialog import conversation
from bot.dialog.router import route
from bot.dialog.turn import Turn
from bot.errors import StoreError
from tests.helpers.clock import FakeClock
from tests.helpers.players import opened

ANA, BEN = Address("telegram", "1"), Address("telegram", "2")


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    async with opened(tmp_path, FakeClock()) as one:
        yield one


def said(address: Address, text: str) -> Incoming:
    return Incoming(address=address, text=text)


async def texts(app: App, incoming: Incoming, update_id: int | None = None) -> list[str]:
    return [letter.reply.text for letter in await app.conversation.handle(incoming, update_id)]


async def test_a_bug_is_answered_calmly_logged_without_words_and_loses_nothing(
    app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await texts(app, said(ANA, "/note"))
    await texts(app, said(ANA, "Amara Obi"))

    async def broken(turn: Turn) -> None:
        raise ValueError(turn.incoming.text)

    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(conversation, "route", broken)
        [apology] = await texts(app, said(ANA, "a secret meeting in Lisbon"), update_id=41)
    assert "Sorry" in apology
    assert "Traceback" not in apology
    assert "41" in caplog.text
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text
    assert "Amara" not in caplog.text
    known = await app.store.load(ANA)
    assert known.session.states["note"]["answers"] == {"who": "Amara Obi"}


async def test_a_store_that_cannot_be_used_is_not_hidden(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(turn: Turn) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(conversation, "route", full)
    with pytest.raises(StoreError):
        await app.conversation.handle(said(ANA, "hello"))


async def test_an_update_that_comes_twice_has_its_effect_once(app: App) -> None:
    await texts(app, said(ANA, "/note"), 1)
    first = await texts(app, said(ANA, "Amara Obi"), 2)
    again = await texts(app, said(ANA, "Amara Obi"), 2)
    assert len(first) == 1
    assert again == []
    known = await app.store.load(ANA)
    assert known.session.states["note"]["asking"] == "how_met"


async def test_messages_of_one_person_at_once_are_handled_one_after_the_other(app: App) -> None:
    answers = ["/note", "Amara Obi", "at the Lisbon water day", "no one", "her talk on triage"]
    await asyncio.gather(*(app.conversation.handle(said(ANA, text)) for text in answers))
    known = await app.store.load(ANA)
    assert list(known.session.states["note"]["answers"].values()) == [*answers[1:3], "", answers[4]]


async def test_messages_of_different_people_are_handled_side_by_side(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben_came = asyncio.Event()

    async def slow(turn: Turn) -> None:
        if turn.address == ANA:
            await asyncio.wait_for(ben_came.wait(), 5)
        ben_came.set()
        turn.say("general.cancelled")

    monkeypatch.setattr(conversation, "route", slow)
    await asyncio.gather(app.conversation.handle(said(ANA, "one")), app.conversation.handle(said(BEN, "two")))


async def test_what_people_type_is_never_a_template(app: App) -> None:
    await texts(app, said(ANA, "/note"))
    await texts(app, said(ANA, "Amara Obi"))
    await texts(app, said(ANA, "{{who}} {{7*7}}"))
    [question] = await texts(app, said(ANA, "back"))
    assert "{{who}} {{7*7}}" in question


async def test_who_has_nothing_in_common_with_anybody_else(app: App) -> None:
    await texts(app, said(ANA, "/note"))
    await texts(app, said(ANA, "Amara Obi"))
    assert (await app.store.load(BEN)).session.states == {}


async def test_a_turn_is_done_anew_when_another_process_changed_the_session(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await texts(app, said(ANA, "/note"))
    async with opened(tmp_path, FakeClock()) as other:
        tried: list[str] = []

        async def interrupted(turn: Turn) -> None:
            await route(turn)
            tried.append(turn.incoming.text)
            if len(tried) == 1:
                with monkeypatch.context() as patch:
                    patch.setattr(conversation, "route", route)
                    await other.conversation.handle(said(ANA, "Amara Obi"))

        monkeypatch.setattr(conversation, "route", interrupted)
        await texts(app, said(ANA, "at the Lisbon water day"))
    answers = (await app.store.load(ANA)).session.states["note"]["answers"]
    assert answers == {"who": "Amara Obi", "how_met": "at the Lisbon water day"}
    assert len(tried) == 2
