"""What must hold at the end of every world."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from bot.jobs.deliver.agenda import LEASE
from bot.jobs.deliver.sending import MAX_COPIES
from bot.ports import LONGEST_STORE_PAUSE
from tests.simulator.story import WEEKS
from tests.simulator.telegram import TOLD_WITHIN, Attempt
from tests.simulator.world import AT_ONCE, FULL_FOR, PEOPLE, WEEK, World

Key = tuple[str, str]
GRACE: Final = 1.0  # seconds in which an answer that came is also written down


def violations(world: World) -> list[str]:
    """What does not hold, in a sentence each."""
    return [*_lost(world), *_too_many(world), *_unexplained(world), *_in_floods(world)]


def copies(world: World) -> int:
    """How many messages came more than once, each further copy counted."""
    return sum(len(arrivals) - 1 for arrivals in _arrivals(world).values())


def _lost(world: World) -> Iterator[str]:
    """Everybody has a row for every slot, each is settled, and what is said of it is true."""
    rows = {(row["person"], row["slot"]): row for row in world.rows()}
    arrivals = _arrivals(world)
    for number in range(PEOPLE):
        is_there = str(number) not in world.telegram.blocked
        for week in range(WEEKS):
            key = str(number), _slot(world, number, week)
            row = rows.pop(key, None)
            if row is None and is_there:
                yield f"{key}: never begun"
            elif row is not None:
                yield from _untrue(key, row, week + 1, is_there=is_there, came=bool(arrivals[key]))
    for key in rows:
        yield f"{key}: nobody asked for it"


def _untrue(key: Key, row: dict[str, Any], week: int, *, is_there: bool, came: bool) -> Iterator[str]:
    """What a row says that is not so."""
    if row["state"] == "sending":
        yield f"{key}: sending at the end"
    if row["week"] != week:
        yield f"{key}: is week {row['week']}, not {week}"
    if row["state"] == "dead" and is_there:
        yield f"{key}: given up, and the person is there"
    if row["state"] == "parked" and row["attempts"] < MAX_COPIES:
        yield f"{key}: parked after {row['attempts']} attempts"
    if row["state"] == "sent" and not came:
        yield f"{key}: said to be sent, and never came"


def _too_many(world: World) -> Iterator[str]:
    for key, arrivals in _arrivals(world).items():
        if len(arrivals) > MAX_COPIES:
            yield f"{key}: {len(arrivals)} copies"


def _unexplained(world: World) -> Iterator[str]:
    """Another copy is sent only when the one before was in doubt, or its process died or stood still."""
    for key, arrivals in _arrivals(world).items():
        for before in arrivals[:-1]:
            if not _is_in_doubt(before, world.full_since):
                yield f"{key}: another copy, and nothing was wrong with the one of {before.at:.1f}"


def _is_in_doubt(attempt: Attempt, full: list[float]) -> bool:
    begun, ended, long = attempt.at, attempt.answered_at + GRACE, False
    for since, until in attempt.process.freezes:
        if since <= ended and until >= begun:  # what it was told while it stood still it hears afterwards
            long |= until - since >= LEASE / 2
            ended = max(ended, until + GRACE)
    for since in full:
        if since <= ended and since + FULL_FOR >= begun:
            ended = max(ended, since + FULL_FOR + LONGEST_STORE_PAUSE + GRACE)
    died = attempt.process.died_at
    return attempt.doubtful or long or (died is not None and begun <= died <= ended)


def _in_floods(world: World) -> Iterator[str]:
    """Once told to wait, nobody sends.

    Only who stood still may wake up with claims in hand, and who died may have kept it to itself.
    """
    frozen = [freeze for process in world.processes for freeze in process.freezes]
    dead = [process.died_at for process in world.processes if process.died_at is not None]
    for begin, end in world.telegram.floods:
        inside = [at for at, _ in world.telegram.in_floods if begin + TOLD_WITHIN < at < end]
        unaware = [since for since, until in frozen if since < begin + TOLD_WITHIN and until > begin]
        unaware += [died for died in dead if begin <= died <= begin + TOLD_WITHIN]
        if len(inside) > AT_ONCE * len(unaware):
            yield f"{len(inside)} sent in the flood of {begin:.1f}"


def _arrivals(world: World) -> dict[Key, list[Attempt]]:
    found: dict[Key, list[Attempt]] = defaultdict(list)
    for attempt in world.telegram.attempts:
        if attempt.arrived:
            found[attempt.person, attempt.slot].append(attempt)
    return found


def _slot(world: World, number: int, week: int) -> str:
    at = world.begins + timedelta(minutes=number % 3) + week * WEEK
    return f"week:{at.timestamp():.0f}"
