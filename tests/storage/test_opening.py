"""Opening: private files, and one clear sentence where a file cannot be used."""

import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.storage import open_store
from bot.storage.opening import connect
from tests.storage.kit import ANNA, Engine, threads_end, turn


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_open_when_new_then_only_the_owner_can_read_it(store: Engine, path: Path) -> None:
    await store.commit(ANNA, turn())
    files = {file.name: mode(file) for file in path.parent.iterdir()}
    assert mode(path.parent) == 0o700
    assert files == {"coach.db": 0o600, "coach.db-wal": 0o600, "coach.db-shm": 0o600}


async def test_open_when_the_file_was_open_to_others_then_no_more(path: Path) -> None:
    async with open_store(path):
        pass
    path.chmod(0o644)  # noqa: ASYNC240 - a test has time
    async with open_store(path) as store:
        await store.commit(ANNA, turn())
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}


def text_file(path: Path) -> None:
    path.write_text("this is no database, but a text that is long enough " * 100)


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def newer_database(path: Path) -> None:
    new_database(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()


def new_database(path: Path) -> None:
    connect(path).close()


def damaged_database(path: Path) -> None:
    new_database(path)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)  # all pages but the first
    path.write_bytes(content)


def folder(path: Path) -> None:
    path.mkdir()


CASES = [
    (text_file, "is not a database"),
    (foreign_database, "another program's database"),
    (newer_database, "newer version"),
    (damaged_database, "is damaged"),
    (folder, "cannot be opened"),
]


@pytest.mark.parametrize(("make", "sentence"), CASES)
async def test_open_when_the_file_cannot_be_used_then_one_sentence_and_nothing_is_left_open(
    tmp_path: Path, make: object, sentence: str
) -> None:
    assert callable(make)
    path = tmp_path / "coach.db"
    make(path)
    before = threading.enumerate()
    with pytest.raises(StoreError, match=sentence) as caught:
        async with open_store(path):
            pass
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert threads_end(before)


async def test_open_when_the_folder_cannot_be_made_then_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        async with open_store(tmp_path / "file" / "coach.db"):
            pass


async def test_open_when_another_program_has_locked_it_then_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.opening._PATIENCE_OPENING", 10)
    path = tmp_path / "coach.db"
    foreign = sqlite3.connect(path, isolation_level=None)
    foreign.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="in use by another program"):
        async with open_store(path):
            pass
    foreign.close()


@pytest.mark.process
def test_open_when_it_fails_then_the_process_exits_soon(tmp_path: Path) -> None:
    path = tmp_path / "coach.db"
    text_file(path)
    program = (
        "import asyncio, pathlib, sys\n"
        "from bot.storage import open_store\n"
        "async def main():\n"
        "    async with open_store(pathlib.Path(sys.argv[1])): pass\n"
        "asyncio.run(main())\n"
    )
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        check=False,
        capture_output=True,
        text=True,
        timeout=20,
        cwd=Path(__file__).parents[2],
    )
    assert time.monotonic() - begun <= 5
    assert done.returncode == 1
    assert "StoreError" in done.stderr
