"""Copies and the way back: consistent, private, and nobody who was forgotten comes back."""

import asyncio
import os
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.state import Draft, Forget, MarkWeek, SaveDraft
from bot.storage import SqliteStore, check, open_store, restore
from tests.storage.kit import ANNA, BORIS, MONDAY, Clock, turn
from tests.storage.test_opening import damaged_database, foreign_database, newer_database, text_file

DRAFT = SaveDraft(Draft(text="Dear Ida", limit=200))


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


async def fill(path: Path, backup: Path, clock: Clock) -> None:
    """Two people are stored, a backup is made, and then one of them is forgotten."""
    async with open_store(path, clock.now) as store:
        await store.commit(ANNA, turn(DRAFT, replies=("for Anna",)))
        await store.commit(BORIS, turn(DRAFT))
        await store.backup(backup)
        clock.instant += timedelta(hours=1)
        await store.commit(ANNA, turn(Forget()))


async def drafts(store: SqliteStore) -> list[bool]:
    return [(await store.load(address)).draft is not None for address in (ANNA, BORIS)]


async def test_backup_when_made_then_it_opens_and_only_the_owner_can_read_it(
    path: Path, backup: Path, clock: Clock
) -> None:
    await fill(path, backup, clock)
    assert backup.stat().st_mode & 0o777 == 0o600  # noqa: ASYNC240 - a test has time
    await check(backup)
    async with open_store(backup, clock.now) as store:
        assert await drafts(store) == [True, True]


async def test_backup_when_the_name_is_taken_then_refused_and_that_file_stays(
    path: Path, backup: Path
) -> None:
    backup.write_text("precious")  # noqa: ASYNC240 - a test has time
    async with open_store(path) as store:
        with pytest.raises(StoreError, match="there already"):
            await store.backup(backup)
    assert backup.read_text() == "precious"  # noqa: ASYNC240 - a test has time


async def test_backup_when_it_fails_then_no_half_file_stays(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.storage.copies.sync", full)
    async with open_store(path) as store:
        with pytest.raises(StoreError, match="No space left"):
            await store.backup(backup)
    assert not backup.exists()  # noqa: ASYNC240 - a test has time


async def test_restore_when_somebody_was_forgotten_since_then_they_stay_forgotten(
    path: Path, backup: Path, clock: Clock
) -> None:
    await fill(path, backup, clock)
    await restore(backup, path)
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert ANNA.id.encode() not in content
    async with open_store(path, clock.now) as store:
        assert await drafts(store) == [False, True]
        assert await store.outbox.waiting("telegram") == []


async def test_restore_when_done_twice_then_still_forgotten(path: Path, backup: Path, clock: Clock) -> None:
    await fill(path, backup, clock)
    await restore(backup, path)
    await restore(backup, path)
    async with open_store(path, clock.now) as store:
        assert await drafts(store) == [False, True]


async def test_restore_when_they_came_back_before_the_backup_then_they_stay(
    path: Path, backup: Path, clock: Clock
) -> None:
    async with open_store(path, clock.now) as store:
        await store.commit(ANNA, turn(Forget()))
        clock.instant += timedelta(hours=1)
        await store.commit(ANNA, turn(DRAFT))
        await store.backup(backup)
    await restore(backup, path)
    async with open_store(path, clock.now) as store:
        assert await drafts(store) == [True, False]


async def test_restore_when_the_tombstone_is_older_than_any_backup_then_it_is_purged(
    path: Path, backup: Path, clock: Clock
) -> None:
    await fill(path, backup, clock)
    async with open_store(path, clock.now) as store:
        await store.purge(clock.now() + timedelta(days=91))
    await restore(backup, path)
    async with open_store(path, clock.now) as store:
        assert await drafts(store) == [True, True]


async def test_restore_when_the_bot_is_running_then_refused_and_nothing_changes(
    path: Path, backup: Path, clock: Clock
) -> None:
    await fill(path, backup, clock)
    async with open_store(path, clock.now) as store:
        with pytest.raises(StoreError, match="in use"):
            await restore(backup, path)
        assert await drafts(store) == [False, True]
    assert not list(path.parent.glob("*.restoring"))


async def test_restore_when_the_database_is_damaged_or_missing_then_it_is_there_again(
    path: Path, backup: Path, clock: Clock
) -> None:
    await fill(path, backup, clock)
    for spoil in (Path.unlink, text_file, damaged_database):
        spoil(path)
        await restore(backup, path)
        async with open_store(path, clock.now) as store:
            assert await drafts(store) == [True, True]


async def test_restore_when_an_old_log_lies_there_then_it_is_not_played_into_the_copy(
    path: Path, backup: Path, clock: Clock
) -> None:
    await fill(path, backup, clock)
    foreign = sqlite3.connect(path, isolation_level=None)
    foreign.execute("PRAGMA wal_autocheckpoint = 0")
    foreign.execute("INSERT INTO meta VALUES ('later', '')")
    log = path.with_name("coach.db-wal").read_bytes()
    foreign.close()
    text_file(path)
    path.with_name("coach.db-wal").write_bytes(log)
    await restore(backup, path)
    await check(path)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (None, "there is no file"),
        (Path.touch, "is empty"),
        (text_file, "not a database"),
        (foreign_database, "another program"),
        (newer_database, "newer version"),
        (damaged_database, "damaged"),
    ],
)
async def test_restore_and_check_when_the_file_is_not_usable_then_refused_and_nothing_changes(
    path: Path, backup: Path, clock: Clock, spoil: object, sentence: str
) -> None:
    async with open_store(path, clock.now) as store:
        await store.commit(ANNA, turn(DRAFT))
    if callable(spoil):
        spoil(backup)
    with pytest.raises(StoreError, match=sentence):
        await check(backup)
    with pytest.raises(StoreError, match=sentence):
        await restore(backup, path)
    async with open_store(path, clock.now) as store:
        assert await drafts(store) == [True, False]


async def test_check_when_a_row_hangs_in_the_air_then_damaged(path: Path) -> None:
    async with open_store(path):
        pass
    foreign = sqlite3.connect(path)
    foreign.execute("INSERT INTO reminders VALUES (7, 'again', 1, 1)")
    foreign.commit()
    foreign.close()
    with pytest.raises(StoreError, match="damaged"):
        await check(path)


async def test_purge_when_the_copy_from_an_upgrade_is_a_month_old_then_it_goes(path: Path) -> None:
    async with open_store(path) as store:
        copy = path.with_name("coach.db.before-upgrade")
        await store.backup(copy)
        now = MONDAY
        for days, stays in ((29, True), (31, False)):
            then = (now - timedelta(days=days)).timestamp()
            os.utime(copy, (then, then))
            await store.purge(now)
            assert copy.exists() == stays


async def test_backup_when_writing_goes_on_then_it_ends_and_is_consistent(path: Path, backup: Path) -> None:
    async def write(store: SqliteStore) -> None:
        for number in range(1_000_000):
            await store.commit(ANNA, turn(MarkWeek(number % 52, "done"), replies=("x" * 3000,)), number)

    async with open_store(path) as store:
        writing = asyncio.create_task(write(store))
        await asyncio.sleep(0.1)
        await asyncio.wait_for(store.backup(backup), 10)
        writing.cancel()
        async with open_store(backup) as copy:
            letters = len(await copy.outbox.waiting("telegram"))
            assert 0 < letters <= len(await store.outbox.waiting("telegram"))
            assert len((await copy.load(ANNA)).weeks) == min(52, letters)
    await check(backup)


@pytest.mark.parametrize(("user", "given"), [(0, 1), (1000, 0)])
async def test_restore_when_done_by_root_then_the_file_belongs_to_whom_the_folder_does(  # noqa: PLR0913, PLR0917
    path: Path, backup: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, user: int, given: int
) -> None:
    await fill(path, backup, clock)
    gifts: list[tuple[Path, int, int]] = []
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(os, "chown", lambda *call: gifts.append(call))
    await restore(backup, path)
    folder = path.parent.stat()
    assert gifts == [(path.with_name("coach.db.restoring"), folder.st_uid, folder.st_gid)] * given


async def test_check_when_quick_then_only_what_opening_shows_is_found(path: Path) -> None:
    async with open_store(path):
        pass
    foreign = sqlite3.connect(path)
    foreign.execute("INSERT INTO reminders VALUES (7, 'again', 1, 1)")
    foreign.commit()
    foreign.close()
    await check(path, quick=True)
    text_file(path)
    with pytest.raises(StoreError, match="not a database"):
        await check(path, quick=True)
