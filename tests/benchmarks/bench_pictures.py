"""How long the picture of a year takes, beside an empty card of its size, and how large it is.

python -m tests.benchmarks.bench_pictures
"""

import random
import statistics
import time
from collections.abc import Callable
from typing import Final

from bot.coach.year import Legend, TileState, Year, stretches
from bot.content import Content, find_folder
from bot.pictures import layout
from bot.pictures.canvas import Canvas
from bot.pictures.year import draw

ROUNDS: Final = 30
STATES: Final[tuple[TileState, ...]] = ("done", "skipped", "waiting")
LEGEND: Final = Legend(done="done", skipped="skipped", waiting="waiting", ahead="to come", now="this week")


def main() -> None:
    """Print medians."""
    pick = random.Random(1)
    challenges = Content(find_folder()).challenges
    states = {week: pick.choice(STATES) for week in range(1, 41)}
    year = Year(title="20 of 40 weeks done", stretches=stretches(challenges, states), legend=LEGEND, now=40)
    drawn = median(lambda: draw(year))
    empty = median(Canvas(layout.WIDTH, layout.height(year)).png)
    print(f"a picture: {drawn * 1000:.0f} ms of a processor, {len(draw(year)) / 1000:.0f} kB")
    print(f"beside an empty card that is only made small and stored: {drawn / empty:.1f} times as long")


def median(action: Callable[[], object]) -> float:
    """Seconds of a processor, in the middle: what else the machine does is left out."""
    took = []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        action()
        took.append(time.thread_time() - begun)
    return statistics.median(took)


if __name__ == "__main__":
    main()
