"""A million updates and a hundred thousand challenges: what the bot holds does not grow with them."""

import asyncio
import shutil
import sqlite3
import statistics
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.benchmarks.crowd import subscribed
from tests.benchmarks.turns import (
    SECRET,
    TOKEN,
    Load,
    Result,
    Telegram,
    bot,
    build,
    free_port,
    open_files,
    resident,
    written,
)

pytestmark = pytest.mark.process
FIRST: Final = 150_001  # who talks; who is sent a challenge has a lower number
WORDS: Final = (
    "/start",
    "/note",
    "Amara Obi, head nurse at St Brigid's",
    "we sat next to each other at the Lisbon water conference in May",
    "skip",
    "her talk on triage, she made it so practical",
    "/cancel",
    "Hi Ana, I loved your workshop on seed saving in Braga last month. Could we jump on a call next week?",
    "/challenge 19",
    "/settings",
)
PICTURE: Final = "/progress"  # takes as long as twenty others, so one person in a hundred asks for it
HOUR: Final = 360_000  # updates, at a hundred a second
SAMPLE_SECONDS: Final = 0.5
UNHANDLED: Final = "SELECT count(*) FROM inbox WHERE handled_at IS NULL"


class Holding(NamedTuple):
    """What the process holds at some moment: megabytes, open files, and bytes of the database's log."""

    resident: float
    files: int
    log: int


def spoken(people: int) -> Iterator[str]:
    """Some ask for a picture; then everybody says everything, one thing after the other."""
    yield from written([PICTURE], people // 100, FIRST, 1000)
    yield from written(WORDS, people, FIRST, 1000 + people // 100)


def settings(folder: Path, api_port: int, port: int, pace: int) -> dict[str, str]:
    return {
        "COACH_BOT_TOKEN": TOKEN,
        "COACH_BOT_API_URL": f"http://127.0.0.1:{api_port}",
        "COACH_MODE": "webhook",
        "COACH_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "COACH_WEBHOOK_SECRET": SECRET,
        "COACH_LISTEN": f"127.0.0.1:{port}",
        "COACH_DATA_DIR": str(folder),
        "COACH_PACE": str(pace),
        "COACH_LOG_LEVEL": "WARNING",
    }


def count(database: Path, query: str) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(query).fetchone()[0])


async def watched(pid: int, database: Path, talk: "asyncio.Future[Result]", sends: int) -> list[Holding]:
    """What the process holds from moment to moment, until all have talked and every challenge is sent."""
    log, seen = database.with_name("coach.db-wal"), list[Holding]()
    sent = "SELECT count(*) FROM deliveries WHERE state = 'sent'"
    while not talk.done() or count(database, sent) < sends:
        seen.append(Holding(resident(pid), open_files(pid), log.stat().st_size))
        await asyncio.sleep(SAMPLE_SECONDS)
    return seen


def growth(seen: list[Holding], updates: int) -> float:
    """Megabytes more for every hour's worth of updates, by the later half of what was seen."""
    later = [one.resident for one in seen[len(seen) // 2 :]]
    slope = statistics.linear_regression(range(len(later)), later).slope  # for each sample
    return slope * len(seen) / updates * HOUR


def tell(seen: list[Holding], result: Result) -> None:
    """The figures, for who asks for them with `-s`."""
    held = " ".join(f"{one.resident:.1f}" for one in seen[:: max(1, len(seen) // 20)])
    files, log = max(one.files for one in seen), max(one.log for one in seen) / 2**20
    print(f"\n{result.updates} updates, {result.rate:.0f} a second, p99 {result.p99:.0f} ms")  # noqa: T201
    print(f"MB from start to end: {held}; {growth(seen, result.updates):+.2f} for {HOUR} updates")  # noqa: T201
    print(f"at most {files} files open, and {log:.1f} MiB of the database's log")  # noqa: T201


@pytest.mark.parametrize(
    ("people", "sends", "pace"),
    [(100, 100, 200), pytest.param(100_000, 100_000, 100, marks=pytest.mark.long)],
)
async def test_bot_when_a_million_updates_come_beside_the_challenges_then_what_it_holds_stays(
    tmp_path: Path, people: int, sends: int, pace: int
) -> None:
    if not any(shutil.which(compiler) for compiler in ("cc", "gcc", "clang")):
        pytest.skip("NOT RUN: the soak needs a C compiler")
    updates, data, log = tmp_path / "updates", tmp_path / "coach", tmp_path / "log"
    updates.write_text("".join(f"{line}\n" for line in spoken(people)))
    subscribed(data / "coach.db", sends, sends, datetime.now(UTC) - timedelta(seconds=1))
    port = free_port()
    telegram = Telegram(build(tmp_path), updates, port, "/hook", Load())
    command = [sys.executable, "-m", "bot", "run"]
    try:
        with bot(command, settings(data, telegram.port, port, pace), port, log) as pid:
            talk = asyncio.create_task(asyncio.to_thread(telegram.go))
            seen = await watched(pid, data / "coach.db", talk, sends)
            result = await talk
            async with asyncio.timeout(
                30
            ):  # the last word of one turn may be taken for the first of the next
                while count(data / "coach.db", UNHANDLED):  # noqa: ASYNC110 - what is waited for is a file
                    await asyncio.sleep(0.1)
    finally:
        telegram.end()
    tell(seen, result)
    half = len(seen) // 2
    assert result.updates == len(WORDS) * people + people // 100
    assert max(one.log for one in seen) <= 64 * 2**20
    assert log.read_text() == ""
    if people >= 100_000:  # fewer are over before the connections and Python's own store have settled
        most = max(one.files for one in seen[:half])
        assert (
            max(one.files for one in seen[half:]) <= most * 1.1
        )  # a connection more where an answer took longer
        assert growth(seen, result.updates) <= 1
