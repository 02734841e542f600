"""How fast the weekly challenges go out, and what it costs to find who is due: intents and marks included.

The Bot API is a process of its own on this machine; the database is a file, and every commit is synced.
"""

import asyncio
import json
import logging
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.sender import TelegramSender
from bot.config import Settings, use_pinned_zones
from bot.conversation import Reply
from bot.dialog import challenge
from bot.jobs.deliver import Deliver, Tempo
from bot.parts import open_content
from bot.ports import Deliveries, Due
from bot.storage import open_store
from tests.benchmarks.crowd import subscribed
from tests.helpers.bot_api import TOKEN
from tests.helpers.clock import FakeClock

_PEOPLE: Final = 5_000
_MANY: Final = 1_000_000
_DUE: Final = 500
_ROUNDS: Final = 3
_LOOKS: Final = 15
_NOW: Final = datetime(2027, 1, 11, 9, tzinfo=UTC)


@contextmanager
def bot_api(delay: float) -> Iterator[str]:
    """A Bot API whose answers take `delay` seconds; its address."""
    command = [sys.executable, "-m", "tests.benchmarks.small_api", str(delay)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.kill()


def arrivals(url: str) -> list[float]:
    """When each message came, in seconds."""
    with urllib.request.urlopen(f"{url}/times") as answer:
        times: list[float] = json.load(answer)
    return sorted(times)


async def delivered(folder: Path, url: str, people: int, tempo: Tempo) -> list[float]:
    """Deliver to so many; when each message came."""
    content = open_content(Settings(data_dir=folder, database=folder / "coach.db"))

    async def letter(due: Due) -> tuple[Reply, ...]:
        return challenge.letter(content, due.week)

    path = folder / f"{time.monotonic_ns()}.db"
    subscribed(path, people, people, _NOW)
    application = build_application(TOKEN, url)
    await application.initialize()
    try:
        async with open_store(path, lambda: _NOW) as store:
            sender = TelegramSender(application.bot, "Copy")
            job = Deliver(store, sender, FakeClock(_NOW), letter, channel="telegram", tempo=tempo)
            assert await job.once() == people
            figures = await store.figures(_NOW)
            assert figures.sent == people
    finally:
        await application.shutdown()
    return arrivals(url)


def rate(times: list[float]) -> float:
    """Messages a second."""
    return (len(times) - 1) / (times[-1] - times[0])


def most_in_a_second(times: list[float]) -> int:
    return max(bisect_left(times, begin + 1) - at for at, begin in enumerate(times))


def resident() -> float:
    """Megabytes of memory this process has just now."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def how_fast(folder: Path) -> None:
    for delay in (0.0, 0.04):
        rates, busy = [], []
        for _ in range(_ROUNDS):
            with bot_api(delay) as url:
                begun = time.process_time()
                rates.append(rate(asyncio.run(delivered(folder, url, _PEOPLE, Tempo(None, 100)))))
                busy.append(1000 * (time.process_time() - begun) / _PEOPLE)
        median, all_of_them = statistics.median(rates), ", ".join(f"{one:.0f}" for one in rates)
        print(
            f"{_PEOPLE} messages, 100 at a time, answers take {delay * 1000:.0f} ms: {median:.0f} a second "
            f"({all_of_them}), {statistics.median(busy):.2f} ms of processor each"
        )


def how_even(folder: Path) -> None:
    for pace, people in ((30, 600), (1000, 5000)):
        with bot_api(0.04) as url:
            times = asyncio.run(delivered(folder, url, people, Tempo.of(pace)))
        print(
            f"at a pace of {pace}: {rate(times) / pace:.1%} of it over {times[-1] - times[0]:.0f} s, "
            f"at most {most_in_a_second(times)} in any second as the server saw them"
        )


async def how_found(folder: Path) -> None:
    """What it costs to find and to claim who is due, among many and among few."""
    for people in (10_000, _MANY):
        path = folder / f"many-{people}.db"
        subscribed(path, people, _DUE, _NOW)
        async with open_store(path, lambda: _NOW) as store:
            before, found, eight, everybody = resident(), [], [], []
            for number in range(_LOOKS):
                begun = time.perf_counter()
                due = await store.deliveries.due(_NOW, _DUE, "telegram")
                seen = time.perf_counter()
                await _claim(store.deliveries, due[:8], f"{number}a")
                claimed = time.perf_counter()
                await _claim(store.deliveries, due[8:], f"{number}b")
                ended = time.perf_counter()
                found.append(seen - begun)
                eight.append(claimed - begun)
                everybody.append(ended - begun)
                assert len(due) == _DUE
                doubtful = await store.deliveries.in_doubt()
                await asyncio.gather(*(store.deliveries.release(one) for one in doubtful))
            looks = [1000 * statistics.median(one) for one in (found, eight, everybody)]
            print(
                f"{people} subscriptions, {_DUE} due: found in {looks[0]:.1f} ms, found and the first 8 "
                f"claimed in {looks[1]:.1f} ms, found and all claimed in {looks[2]:.1f} ms; "
                f"memory {resident() - before:+.1f} MB"
            )


async def _claim(deliveries: Deliveries, due: Sequence[Due], name: str) -> None:
    now = _NOW + timedelta(seconds=1)
    claims = (deliveries.claim(one, now, f"{name}.{at}") for at, one in enumerate(due))
    assert None not in await asyncio.gather(*claims)


def main() -> None:
    use_pinned_zones()
    logging.disable(logging.WARNING)
    sys.setswitchinterval(0.0005)  # as the bot does
    with tempfile.TemporaryDirectory() as folder:
        how_fast(Path(folder))
        how_even(Path(folder))
        asyncio.run(how_found(Path(folder)))


if __name__ == "__main__":
    main()
