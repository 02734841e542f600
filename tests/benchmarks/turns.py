"""What the benchmark of turns is made of: updates, bots as processes of their own, and Telegram in small."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
TOKEN: Final = "123456789:" + "A" * 35
SECRET: Final = "open-sesame"
STEPS: Final = (
    "/note",
    "Amara Obi, head nurse at St Brigid's",
    "we sat next to each other at the Lisbon water conference in May",
    "my manager, Dana Ortiz",
    "her talk on triage, she made it so practical",
    "we both trained in Ibadan",
)


class Load(NamedTuple):
    """How updates come: at most `window` unanswered, `rate` a second (0: all), answers in `delay` ms."""

    window: int = 64
    rate: float = 0
    delay: float = 0


class Result(NamedTuple):
    """Updates answered, the seconds of all of them, and milliseconds from an update to its answer."""

    updates: int
    seconds: float
    median: float
    p99: float
    longest: float

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.updates / self.seconds


def interviews(people: int, steps: int = len(STEPS), first: int = 1, number: int = 1000) -> Iterator[str]:
    """Updates, numbered from above `number`: all people say the first thing, then all of them the second."""
    return written(STEPS[:steps], people, first, number)


def written(words: Sequence[str], people: int, first: int, number: int) -> Iterator[str]:
    """Updates, as `interviews`, of people who say these words."""
    for step in words:
        for user in range(first, first + people):
            number += 1
            person = {"id": user, "is_bot": False, "first_name": "Test", "language_code": "en"}
            message = {"message_id": number, "from": person, "chat": {"id": user, "type": "private"}}
            command = [{"type": "bot_command", "offset": 0, "length": len(step)}] if step[0] == "/" else None
            message |= {"date": 1_800_000_000, "text": step} | ({"entities": command} if command else {})
            yield json.dumps({"update_id": number, "message": message}, separators=(",", ":"))


def build(folder: Path) -> Path:
    """Compile Telegram in small."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        sys.exit("bench_turns needs a C compiler: none of cc, gcc, clang is there")
    program = folder / "telegram"
    subprocess.run([compiler, "-O2", "-o", program, HERE / "telegram.c"], check=True)
    return program


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Telegram:
    """The program, brought up before the bot that it is to talk to."""

    def __init__(self, program: Path, updates: Path, hook_port: int, path: str, load: Load) -> None:
        self.port, self.hook_port = free_port(), hook_port
        window, rate, delay = (str(one) for one in load)
        self._command = [str(program), str(self.port), str(hook_port), path, SECRET, window, rate, delay]
        self.load(updates)

    def load(self, updates: Path) -> None:
        """Start the program, with updates to bring."""
        self._process = subprocess.Popen(
            [*self._command, str(updates)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._read("ready")

    def go(self) -> Result:
        """Bring the updates; the result, once all are answered."""
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        updates, *figures = self._read().split()
        return Result(int(updates), *(float(figure) for figure in figures))

    def end(self) -> None:
        """End the program; again is harmless."""
        self._process.kill()
        self._process.communicate()

    def _read(self, expected: str | None = None) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        assert line, "telegram.c ended early"
        assert expected in {None, line}
        return line


@contextmanager
def bot(command: list[str], environment: dict[str, str], port: int, log: Path) -> Iterator[int]:
    """A bot as a process, once it listens; its id."""
    with log.open("ab") as out:
        process = subprocess.Popen(command, env=os.environ | environment, stdout=out, stderr=out, cwd=ROOT)
    try:
        _wait_for(port, process, log)
        yield process.pid
    finally:
        process.terminate()
        process.wait(15)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            sys.exit(f"{process.args!r} ended: {log.read_text()[-2000:]}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            time.sleep(0.5)  # its first calls
            return
    sys.exit(f"{process.args!r} does not listen")


def open_files(pid: int) -> int:
    """How many files and sockets a process holds open just now."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def resident(pid: int) -> float:
    """Megabytes of memory a process has just now."""
    return _status(pid, "VmRSS")


def _status(pid: int, name: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith(name)).split()[1]) / 1024


@contextmanager
def highest(pid: int) -> Iterator[Callable[[], float]]:
    """Megabytes of memory a process has had at the most since this began."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")
    yield lambda: _status(pid, "VmHWM")


def processor(pid: int) -> float:
    """Seconds of a processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
