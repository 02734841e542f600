"""Privacy on the disk: what was deleted, forgotten or handled is in no byte of the database's files."""

import random
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.conversation import Address
from bot.ports import RawUpdate
from bot.state import (
    Draft,
    DropNote,
    Forget,
    KeepNote,
    KeptNote,
    Profile,
    Remind,
    SaveDraft,
    SaveProfile,
    Subscribe,
)
from bot.storage import open_store, sweep
from tests.storage.kit import MONDAY, Clock, Engine, only_due, subscription, turn

CANARY = "kanarienvogel"


def found(path: Path, *canaries: str) -> list[str]:
    """Which of these are in the database's folder, in whatever file."""
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    return [canary for canary in canaries if canary.encode() in content]


async def fill(store: Engine, address: Address, word: str, rounds: int) -> None:
    """Have somebody leave words everywhere, in texts that grow and shrink."""
    for number in range(rounds):
        words = f"{word} " * random.Random(number).randrange(1, 90)
        note = KeptNote(text=words, limit=200, who=word, kept_at=MONDAY)
        changes = (
            SaveProfile(Profile(about_me=words)),
            SaveDraft(Draft(text=words, limit=200, ref=word)),
            KeepNote(note),
            Subscribe(subscription()),
            Remind(1, MONDAY),
        )
        replies = turn(*changes, replies=(words, words), dialog="note", states={"note": words})
        for letter in await store.commit(address, replies):
            if number % 2:
                await store.outbox.sent(letter.id)


async def test_forget_when_the_last_word_is_sent_then_no_trace_of_them_and_all_of_the_others(
    store: Engine, path: Path
) -> None:
    people = {f"{CANARY}{number:02}": Address("telegram", f"77700{number:02}55") for number in range(12)}
    for rounds in (3, 4):
        for word, address in people.items():
            await fill(store, address, word, rounds)
    words = list(people)
    forgotten, kept = words[::2], words[1::2]
    for word in forgotten:
        last = await store.commit(people[word], turn(Forget(), replies=("Nothing is left of it.",)))
        for letter in last:
            await store.outbox.sent(letter.id)
    ids = [people[word].id for word in forgotten]
    assert found(path, *forgotten, *ids) == []
    assert found(path, *kept) == kept


async def test_forget_when_it_came_as_an_update_then_no_trace_of_that_either(
    store: Engine, path: Path
) -> None:
    anna = Address("telegram", "7770099")
    await fill(store, anna, CANARY, 2)
    due = await only_due(store, MONDAY)
    await store.deliveries.claim(due, MONDAY)
    await store.inbox.receive([RawUpdate(5, anna.id, f"/forget {CANARY}".encode())])
    (letter,) = await store.commit(anna, turn(Forget(), replies=("Done.",)), update_id=5)
    await store.outbox.begin(letter.id)
    await store.outbox.sent(letter.id)
    await store.deliveries.mark(due, "sent", MONDAY)
    assert found(path, CANARY, anna.id) == []


async def test_commit_when_an_update_is_handled_then_its_text_is_erased(store: Engine, path: Path) -> None:
    secret = "a draft that is nobody's business"
    await store.inbox.receive([RawUpdate(5, CANARY, secret.encode()), RawUpdate(6, CANARY, secret.encode())])
    assert found(path, secret) == [secret]
    await store.commit(Address("telegram", "1"), turn(), update_id=5)
    await store.inbox.discard(6)
    await store.purge(MONDAY)  # folds the log in
    assert found(path, secret, CANARY) == []


async def test_drop_note_when_the_log_is_folded_in_then_no_trace_of_it(store: Engine, path: Path) -> None:
    anna = Address("telegram", "1")
    await store.commit(anna, turn(KeepNote(KeptNote(text=CANARY, limit=200, who="Ida", kept_at=MONDAY))))
    (note,) = await store.kept_notes(anna)
    await store.commit(anna, turn(DropNote(note.id)))
    await store.purge(MONDAY)
    assert found(path, CANARY) == []


async def test_purge_when_texts_were_replaced_then_no_trace_of_the_old_ones(
    store: Engine, path: Path
) -> None:
    people = [Address("telegram", str(number)) for number in range(20)]
    for rounds in (3, 2):
        for address in people:
            await fill(store, address, CANARY, rounds)
    for address in people:
        await store.commit(address, turn(SaveProfile(Profile()), SaveDraft(Draft(text="b", limit=200))))
        notes = [DropNote(note.id) for note in await store.kept_notes(address)]
        await store.commit(address, turn(*notes))
    for letter in await store.outbox.waiting("telegram"):
        await store.outbox.sent(letter.id)
    await store.purge(MONDAY)
    assert found(path, CANARY) == []


async def test_forget_when_there_is_no_room_to_sweep_then_forgotten_and_swept_at_the_next_start(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_connection: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    anna = Address("telegram", "7770099")
    swept: list[int] = []
    async with open_store(path, clock.now) as store:
        await fill(store, anna, CANARY, 2)
        with monkeypatch.context() as patch:
            patch.setattr(sweep, "_rebuild", full)
            await store.commit(anna, turn(Forget()))
        assert "full" in caplog.text
        assert await store.export(anna) == {}
    rebuild = sweep._rebuild

    def counted(connection: sqlite3.Connection) -> None:
        swept.append(1)
        rebuild(connection)

    monkeypatch.setattr(sweep, "_rebuild", counted)
    for _ in range(2):
        async with open_store(path, clock.now):
            assert found(path, CANARY, anna.id) == []
    assert swept == [1]


async def test_open_when_a_kill_came_between_forgetting_and_folding_then_folded_at_the_start(
    path: Path, clock: Clock
) -> None:
    anna = Address("telegram", "7770099")
    async with open_store(path, clock.now) as store:
        await fill(store, anna, CANARY, 2)
        await store._database.transaction(lambda connection: connection.execute("DELETE FROM users").rowcount)
        await store._database.transaction(
            lambda connection: connection.execute("DELETE FROM outbox").rowcount
        )
        assert found(path, CANARY) == [CANARY]
        files = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    for name, content in files.items():
        path.with_name(name).write_bytes(content)
    async with open_store(path, clock.now):
        assert found(path, CANARY) == []


async def test_forget_when_they_come_back_then_they_begin_anew(store: Engine, clock: Clock) -> None:
    anna = Address("telegram", "1")
    await store.commit(anna, turn(KeepNote(KeptNote(text="a", limit=200, who="Ida", kept_at=MONDAY))))
    await store.commit(anna, turn(Forget()))
    clock.instant += timedelta(days=1)
    await store.commit(anna, turn(dialog="note"))
    assert (await store.load(anna)).kept == 0
    assert (await store.load(anna)).session.dialog == "note"


def copies(path: Path) -> list[Path]:
    """Leave what an upgrade, and a restore that was cut short, leave beside the database."""
    found = [path.with_name(f"{path.name}.{ending}") for ending in ("before-upgrade", "restoring")]
    for copy in found:
        copy.write_text(CANARY)
    return found


@pytest.mark.parametrize("last", [(), ("Nothing is left of it.",)])
async def test_forget_when_copies_lie_beside_the_database_then_no_trace_in_those_either(
    store: Engine, path: Path, last: tuple[str, ...]
) -> None:
    left = copies(path)
    await store.commit(Address("telegram", "1"), turn(dialog="note"))
    await store.purge(MONDAY)
    assert left[0].exists()
    await store.commit(Address("telegram", "1"), turn(Forget(), replies=last))
    assert found(path, CANARY) == []


async def test_forget_when_a_copy_cannot_be_deleted_then_forgotten_and_deleted_at_the_next_start(
    path: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    anna = Address("telegram", "7770099")
    async with open_store(path, clock.now) as store:
        left = copies(path)
        left[0].unlink()
        left[0].mkdir()  # stands for a file that cannot be deleted
        assert await store.commit(anna, turn(Forget(), replies=("Done.",))) != []
        assert "could not be deleted yet" in caplog.text
        assert await store.export(anna) == {}
    left[0].rmdir()
    copies(path)
    async with open_store(path, clock.now):
        assert found(path, CANARY) == []
