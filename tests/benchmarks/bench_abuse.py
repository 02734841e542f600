"""How long people wait while others mean no good: `python -m tests.benchmarks.bench_abuse`.

A hundred people, who bring a hundred updates a second between them, are answered alone; beside strangers at
the webhook; and beside one who floods. The bot is a process of its own; so are those who beset it.
"""

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from tests.benchmarks import strangers
from tests.benchmarks.bench_turns import OURS, Bench
from tests.benchmarks.turns import (
    ROOT,
    STEPS,
    Load,
    Telegram,
    highest,
    processor,
    resident,
    written,
)

ROUNDS: Final = 3
PEOPLE: Final = 100
TIMES: Final = 2  # that each of them takes an interview in a round: fewer messages than are let in at once
PACE: Final = 100  # updates a second
MEMORY: Final = 16  # megabytes more, at the most
# Who comes beside them, what that is called, and within how many milliseconds 99 of 100 have to be answered.
SIEGES: Final = (
    ("", "alone", 200),
    ("strangers", "beside wrong secrets, 95 MB, and 200 sockets that dawdle", 200),
    ("flood", "beside one who sends 100 messages a second", 1000),
)


class Found(NamedTuple):
    """Milliseconds for half of the updates and for 99 of 100, megabytes more, share of a processor."""

    median: float
    p99: float
    more: float
    processor: float


class Besieged:
    """A bot, Telegram in front of it, and those who mean no good."""

    def __init__(self, bench: Bench, telegram: Telegram, pid: int) -> None:
        self._bench = bench
        self._telegram = telegram
        self._pid = pid
        self._first = 1
        self.heard: dict[str, Counter[str]] = {kind: Counter() for kind in strangers.FIRST_NUMBER}

    def round(self, kind: str) -> Found:
        """People talk, others each time, so that nobody is turned away; besides, those of a kind."""
        updates = self._bench.folder / "people"
        number = self._first * len(STEPS) * TIMES
        updates.write_text(
            "".join(f"{line}\n" for line in written(STEPS * TIMES, PEOPLE, self._first, number))
        )
        self._first += PEOPLE
        self._telegram.end()
        self._telegram.load(updates)
        if not kind:
            return self._talk()
        with self._beset(kind):
            return self._talk()

    def _talk(self) -> Found:
        memory, spent = resident(self._pid), processor(self._pid)
        with highest(self._pid) as megabytes:
            result = self._telegram.go()
            share = (processor(self._pid) - spent) / result.seconds
            return Found(result.median, result.p99, megabytes() - memory, share)

    @contextmanager
    def _beset(self, kind: str) -> Iterator[None]:
        first = strangers.FIRST_NUMBER[kind] + self._first * 10_000
        command = [sys.executable, "-m", strangers.__name__, kind, str(self._telegram.hook_port), str(first)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
            yield
            self.heard[kind].update(json.loads(process.communicate()[0]))


def taken(database: Path, kind: str) -> int:
    """How many updates of those who mean no good were stored."""
    first = strangers.FIRST_NUMBER[kind]
    query = f"SELECT count(*) FROM inbox WHERE update_id BETWEEN {first} AND {first + 999_999_999}"
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute(query).fetchone()[0])


def show(title: str, found: list[Found], most: int) -> None:
    """Print medians beside what they may be."""
    median, p99, more, share = (statistics.median(figures) for figures in zip(*found, strict=True))
    print(f"\n{title}")
    print(f"  99 of 100 within {p99:.1f} ms (at most {most}), half within {median:.1f} ms")
    print(f"  {more:+.1f} MB (at most {MEMORY}), {share:.0%} of a processor")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), None)
        with bench.meeting(OURS, bench.updates(PEOPLE), Load(rate=PACE)) as (telegram, pid):
            besieged = Besieged(bench, telegram, pid)
            besieged.round("")  # to warm up
            found: dict[str, list[Found]] = {kind: [] for kind, _, _ in SIEGES}
            for _ in range(ROUNDS):
                for kind, figures in found.items():
                    figures.append(besieged.round(kind))
            print(f"{PACE} updates a second of {PEOPLE} people, medians of {ROUNDS}")
            for kind, title, most in SIEGES:
                show(title, found[kind], most)
            told = bench.log.read_text().count("somebody sends more than can be answered")
            for kind, heard in besieged.heard.items():
                print(f"\n{kind}: heard {dict(heard)}, {taken(bench.database, kind)} taken")
            print(f"strangers: none may be taken; the flooder is told {told} times (at most {ROUNDS})")


if __name__ == "__main__":
    main()
