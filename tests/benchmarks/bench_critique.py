"""How fast the critique is: the locked notes through it and through proselint, in one run on one core.

`make bench` runs it. Within the process it counts processor time, which other work on the machine disturbs
least; still, seconds differ from machine to machine, and the ratios in one run say more.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from proselint.checks import __register__ as proselint_checks
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from bot.coach.critique.engine import Engine
from bot.content import Content, find_folder
from bot.training.corpus import is_locked, read

ROOT: Final = Path(__file__).resolve().parents[2]
TIMES: Final = 3  # each draft is read so often; its best time counts
STARTS: Final = 15
HOSTILE: Final = 4096  # characters
PIECES: Final = ("a", "a ", "your ", "we met ", "[", "{", "(", "@", "\u200b", "e\u0301", "I'd like to ", "x/")


def main() -> None:
    """Measure, and print a table."""
    content = Content(find_folder())
    engine = Engine(content.rules, content.criteria, content.model)
    notes = read(content.folder / "examples")
    texts = [one.text for one in notes if is_locked(one.brief)]
    CheckRegistry().register_many(proselint_checks)
    print(f"{len(texts)} notes, {statistics.median(map(len, texts)):.0f} characters in the middle\n")
    ours = _row("critique", [_milliseconds(engine.judge, text) for text in texts])
    theirs = _row("proselint", [_milliseconds(_proselint, text) for text in texts])
    print(f"\ncritique / proselint, medians of this run: {ours / theirs:.2f}\n")
    for piece in PIECES:
        spent = _milliseconds(partial(engine.judge, sure=True), (piece * HOSTILE)[:HOSTILE])
        print(f"{HOSTILE} characters of {piece!r:16} {spent:8.2f} ms {spent / ours:8.1f} times a note")
    with tempfile.TemporaryDirectory() as folder:
        speed = _drafts_a_second(Path(folder), [one.text for one in notes])
        print(f"\ncritique --jsonl, all {len(notes)} notes: {speed:.0f} drafts a second")
        start, bare, lint = _starts(Path(folder), texts[0])
        print(f"outreach-coach critique FILE: {start:.0f} ms from start to verdict, median of {STARTS}")
        print(f"that is {start / bare:.1f} times Python alone, {start / lint:.2f} times importing proselint")


def _proselint(text: str) -> None:
    LintFile("draft", text).lint()


def _milliseconds(call: Callable[[str], object], text: str) -> float:
    return min(_once(lambda: call(text), time.process_time) for _ in range(TIMES)) * 1000


def _once(call: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    call()
    return clock() - start


def _row(name: str, spent: Sequence[float]) -> float:
    """Print how long the drafts took; returns the median."""
    median = statistics.median(spent)
    late = statistics.quantiles(spent, n=100)[98]
    print(f"{name:10} median {median:7.3f} ms   p99 {late:7.3f} ms   worst {max(spent):7.3f} ms")
    return median


def _call(*arguments: str) -> None:
    command = [sys.executable, "-m", "bot", "critique", *arguments]
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    if ended.returncode not in (0, 1):
        raise SystemExit(f"critique {' '.join(arguments)} ended with {ended.returncode}")


def _drafts_a_second(folder: Path, texts: Sequence[str]) -> float:
    """Without the start, which is measured by a single draft."""
    line = [json.dumps({"text": text}) + "\n" for text in texts]
    many, one = folder / "many.jsonl", folder / "one.jsonl"
    many.write_text("".join(line), "utf-8")
    one.write_text(line[0], "utf-8")
    start = min(_once(lambda: _call("--jsonl", str(one))) for _ in range(TIMES))
    whole = min(_once(lambda: _call("--jsonl", str(many))) for _ in range(TIMES))
    return (len(texts) - 1) / (whole - start)


def _starts(folder: Path, text: str) -> list[float]:
    """Milliseconds to a verdict, of Python alone, and of importing proselint; medians, taken in turn."""
    file = folder / "draft.txt"
    file.write_text(text, "utf-8")
    calls: list[Callable[[], object]] = [
        lambda: _call(str(file)),
        partial(subprocess.run, [sys.executable, "-c", "pass"], check=True),
        partial(subprocess.run, [sys.executable, "-c", "import proselint.tools"], check=True),
    ]
    rounds = [[_once(call) for call in calls] for _ in range(STARTS)]
    return [statistics.median(times) * 1000 for times in zip(*rounds, strict=True)]


if __name__ == "__main__":
    main()
