"""How fast notes are composed: all versions of each answer set of the yardstick, beside one critique each.

`make bench` runs it. It counts processor time, which other work on the machine disturbs least; still, seconds
differ from machine to machine, and the ratio in one run says more.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Final

from tests.coach.compose.yardstick import briefs, sets, tools

TIMES: Final = 3  # each set is composed so often; its best time counts
HOSTILE: Final = 4096  # characters of an answer
PIECES: Final = (
    "a",
    "a ",
    "she ",
    "I met her ",
    "'",
    "(",
    "and ",
    "don't ",
    "Ana, ",
    "coffee? ",
    "\u200b",
    "x. ",
)


def main() -> None:
    """Measure, and print a table."""
    composer, critique = tools()
    all_sets = list(sets(briefs()))
    spent = [_milliseconds(partial(composer.compose, one.answers, one.limit)) for one in all_sets]
    read = [_milliseconds(partial(critique.judge, one.reference, one.limit)) for one in all_sets]
    median, late = statistics.median(spent), statistics.quantiles(spent, n=100)[98]
    print(f"\n{len(spent)} answer sets, all versions of each")
    print(f"compose    median {median:7.3f} ms   p99 {late:7.3f} ms   worst {max(spent):7.3f} ms")
    print(f"compose / one critique, medians of this run: {median / statistics.median(read):.1f}\n")
    for piece in PIECES:
        answers = {**all_sets[0].answers, "standout": (piece * HOSTILE)[:HOSTILE]}
        late = _milliseconds(partial(composer.compose, answers, all_sets[0].limit))
        print(
            f"{HOSTILE} characters of {piece!r:12} {late:8.2f} ms {late / median:8.1f} times a set of answers"
        )


def _milliseconds(call: Callable[[], object]) -> float:
    return min(_once(call) for _ in range(TIMES)) * 1000


def _once(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


if __name__ == "__main__":
    main()
