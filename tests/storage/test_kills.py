"""kill -9 at random moments: what was acknowledged is there, whole, once."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.storage import check, open_store
from bot.storage.migrate import migrate, migrations, version
from bot.storage.opening import connect
from bot.storage.pragmas import dial
from tests.storage.kit import ANNA

ROOT = Path(__file__).parents[2]
OLD = len(migrations())
NEW = OLD + 1
REBUILD = """
CREATE TABLE fresh (x INTEGER PRIMARY KEY, y TEXT NOT NULL) STRICT;
INSERT INTO fresh SELECT x, y || '!' FROM filler;
DROP TABLE filler;
ALTER TABLE fresh RENAME TO filler;
"""
MIGRATE = """
import pathlib, sys
from bot.storage.migrate import migrate
from bot.storage.pragmas import dial
connection = dial(pathlib.Path(sys.argv[1]))
print("begun", flush=True)
migrate(connection, {int(sys.argv[3]): pathlib.Path(sys.argv[2])})
"""


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def kill_while_writing(path: Path, first: int, chance: random.Random) -> dict[str, set[int]]:
    """Start the writer, kill it somewhere, and return what it acknowledged."""
    with start("-m", "tests.storage.writer", str(path), str(first)) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(chance.randrange(1, 40))]
        time.sleep(chance.random() * 0.005)
        child.kill()
        lines += child.stdout.readlines()
    told: dict[str, set[int]] = {"received": set(), "committed": set()}
    for word, number in (line.split() for line in lines if line.endswith("\n")):
        told[word].add(int(number))
    return told


async def killed_while_writing(path: Path, kills: int) -> None:
    chance = random.Random(kills)
    received, committed = set[int](), set[int]()
    for _ in range(kills):
        told = kill_while_writing(path, max(received, default=0) + 10, chance)
        received |= told["received"]
        committed |= told["committed"]
        await check(path)
        async with open_store(path) as store:
            notes = [int(note.who) for note in await store.kept_notes(ANNA)]
            letters = [int(letter.reply.text) for letter in await store.outbox.waiting("telegram")]
            waiting = {update.update_id for update in await store.inbox.unhandled()}
        assert sorted(notes) == sorted(letters) == sorted(set(notes))  # whole, and once
        assert committed <= set(notes)
        assert received - waiting <= set(notes)  # handled with its effect, or still to be handled
        assert not waiting & set(notes)
    assert len(committed) > kills


@pytest.mark.process
async def test_kill_when_writing_then_nothing_acknowledged_is_lost(path: Path) -> None:
    await killed_while_writing(path, kills=30)


@pytest.mark.long
@pytest.mark.process
async def test_kill_when_writing_many_times_then_nothing_acknowledged_is_lost(path: Path) -> None:
    await killed_while_writing(path, kills=300)


def killed_while_migrating(folder: Path, kills: int) -> set[int]:
    """The versions seen after kills at moments spread over a migration."""
    script = folder / f"{NEW:04}_rebuild_table.sql"
    script.write_text(REBUILD)
    template = folder / "template.db"
    rows = [(number, "x" * 80) for number in range(60_000)]
    connection = connect(template)
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE filler (x INTEGER PRIMARY KEY, y TEXT NOT NULL) STRICT")
    connection.executemany("INSERT INTO filler VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    connection.close()
    return {_kill_while_migrating(folder, template, script, number / kills) for number in range(kills)}


def _kill_while_migrating(folder: Path, template: Path, script: Path, moment: float) -> int:
    path = folder / "copy.db"
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(template.read_bytes())
    with start("-c", MIGRATE, str(path), str(script), str(NEW)) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(moment * 0.4)
        child.kill()
    connection = dial(path)
    seen = version(connection)
    rows = connection.execute("SELECT length(y) AS units, count(*) AS number FROM filler GROUP BY units")
    assert rows.fetchall() == [{"units": 80 + (seen == NEW), "number": 60_000}]
    migrate(connection, {NEW: script})
    assert version(connection) == NEW
    connection.close()
    return seen


@pytest.mark.process
def test_kill_when_migrating_then_old_or_new_and_never_between(tmp_path: Path) -> None:
    assert killed_while_migrating(tmp_path, kills=8) <= {OLD, NEW}


@pytest.mark.long
@pytest.mark.process
def test_kill_when_migrating_many_times_then_old_or_new_and_never_between(tmp_path: Path) -> None:
    assert killed_while_migrating(tmp_path, kills=100) == {OLD, NEW}
