"""How many turns a second: this coach beside a bare echo bot of two libraries, all by webhook, in one run.

A turn of the coach: the update is stored durably, the session loaded, a step of the interview taken, all of
it stored, the reply sent and struck off. The echo bots store nothing. Their interpreter is BENCH_PEERS,
see `make bench`.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.benchmarks.turns import (
    SECRET,
    TOKEN,
    Load,
    Result,
    Telegram,
    bot,
    build,
    free_port,
    interviews,
    open_files,
    resident,
)

_ROUNDS: Final = 3
_ECHO: Final = Path(__file__).parent / "echo"
OURS: Final = "the coach"


class Bench:
    """A folder with the program and the updates, and the bots that can be started against it."""

    def __init__(self, folder: Path, peers: str | None) -> None:
        self.folder = folder
        self.program = build(folder)
        self.log = folder / "log"
        self._peers = peers
        self._runs = 0

    @property
    def database(self) -> Path:
        return self.folder / f"data-{self._runs}" / "coach.db"

    def names(self) -> list[str]:
        return [OURS, *(["bare_ptb", "bare_aiogram"] if self._peers else [])]

    def updates(self, people: int, steps: int = 6) -> Path:
        file = self.folder / f"updates-{people}-{steps}"
        if not file.exists():
            file.write_text("".join(f"{line}\n" for line in interviews(people, steps)))
        return file

    @contextmanager
    def meeting(self, name: str, updates: Path, load: Load) -> Iterator[tuple[Telegram, int]]:
        """Telegram and a fresh bot that have met; the bot's process id."""
        self._runs += 1
        port = free_port()
        telegram = Telegram(self.program, updates, port, "/hook", load)
        self.log = self.folder / f"{name}-{self._runs}.log"
        try:
            with bot(
                self._command(name, telegram.port, port), self._settings(telegram.port, port), port, self.log
            ) as pid:
                yield telegram, pid
        finally:
            telegram.end()

    def run(self, name: str, updates: Path, load: Load) -> Result:
        with self.meeting(name, updates, load) as (telegram, _):
            return telegram.go()

    def _command(self, name: str, api_port: int, port: int) -> list[str]:
        if name == OURS:
            return [sys.executable, "-m", "bot", "run"]
        assert self._peers is not None
        return [
            self._peers, str(_ECHO / f"{name}.py"), f"http://127.0.0.1:{api_port}", str(port), SECRET, TOKEN
        ]  # fmt: skip

    def _settings(self, api_port: int, port: int) -> dict[str, str]:
        return {
            "COACH_BOT_TOKEN": TOKEN,
            "COACH_BOT_API_URL": f"http://127.0.0.1:{api_port}",
            "COACH_MODE": "webhook",
            "COACH_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "COACH_WEBHOOK_SECRET": SECRET,
            "COACH_LISTEN": f"127.0.0.1:{port}",
            "COACH_DATA_DIR": str(self.folder / f"data-{self._runs}"),
        }


def alone(bench: Bench) -> float:
    """Calls a second that the program answers when another one of it does the calling."""
    updates = bench.updates(1000)
    server = Telegram(bench.program, updates, 1, "/", Load())
    caller = Telegram(bench.program, updates, server.port, f"/bot{TOKEN}/sendMessage", Load(window=0))
    try:
        return caller.go().rate
    finally:
        caller.end()
        server.end()


def compare(bench: Bench, title: str, people: int, load: Load) -> None:
    """Run the bots in turn, several times over, and print medians and how many times as quick we are."""
    results: dict[str, list[Result]] = {name: [] for name in bench.names()}
    for _ in range(_ROUNDS):
        for name, found in results.items():
            found.append(bench.run(name, bench.updates(people), load))
    ours = statistics.median(one.rate for one in results[OURS])
    print(f"\n{title}, medians of {_ROUNDS}")
    for name, found in results.items():
        rate = statistics.median(one.rate for one in found)
        p99 = statistics.median(one.p99 for one in found)
        print(f"  {name:14} {rate:7.0f} a second, p99 {p99:6.1f} ms   the coach: {ours / rate:.2f} times")


def paced(bench: Bench) -> None:
    """How long an answer takes at a hundred a second."""
    found = [bench.run(OURS, bench.updates(300), Load(rate=100)) for _ in range(_ROUNDS)]
    median, p99 = (
        statistics.median(figures) for figures in zip(*((one.median, one.p99) for one in found), strict=True)
    )
    print(
        f"\nat 100 a second, medians of {_ROUNDS}: half within {median:.1f} ms, 99 of 100 within {p99:.1f} ms"
    )


def memory(bench: Bench, people: int, rounds: int) -> None:
    """What the process holds at rest, once many have spoken, and as they go on speaking."""
    updates = [bench.folder / f"round-{number}" for number in range(rounds)]
    for number, file in enumerate(updates):
        lines = interviews(people, 1, number=1000 + number * people)
        file.write_text("".join(f"{line}\n" for line in lines))
    print(f"\nmemory: {people} people speak, one after the other, {rounds} times over")
    with bench.meeting(OURS, updates[0], Load()) as (telegram, pid):
        print(f"  at rest       {resident(pid):6.1f} MB, {open_files(pid)} files open")
        for number, file in enumerate(updates, 1):
            if number > 1:
                telegram.end()
                telegram.load(file)
            telegram.go()
            _print_holdings(bench, pid, number)


def _print_holdings(bench: Bench, pid: int, number: int) -> None:
    log = sum(file.stat().st_size for file in bench.folder.glob("data-*/coach.db-wal")) / 2**20
    print(f"  {number} times over  {resident(pid):6.1f} MB, {open_files(pid)} files open, log {log:.1f} MiB")


def main() -> None:
    peers = os.environ.get("BENCH_PEERS")
    if peers is None:
        print("BENCH_PEERS is not set: the echo bots are left out")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), peers)
        print(f"what plays Telegram answers {alone(bench):.0f} calls a second when it has nothing else to do")
        compare(bench, "as quick as it goes", 1000, Load())
        compare(bench, "every answer of Telegram takes 40 ms", 300, Load(window=256, delay=40))
        paced(bench)
        memory(bench, people=int(os.environ.get("BENCH_PEOPLE", "100000")), rounds=2)


if __name__ == "__main__":
    main()
