"""Nobody can flood the bot, and nobody who talks to it notices: the counting."""

from collections import Counter

import pytest

from bot.channels.telegram_bot.flood import AT_ONCE, PAUSE, Throttle


class Pace:
    """A throttle on a clock of one's own."""

    def __init__(self) -> None:
        self.now = 0.0
        self.throttle = Throttle(lambda: self.now)

    def send(self, count: int, person: int = 1001) -> Counter[str]:
        return Counter(self.throttle.admit(person) for _ in range(count))


def test_throttle_when_many_come_at_once_then_some_are_let_in_and_one_is_told() -> None:
    assert Pace().send(1000) == {"admit": AT_ONCE, "tell": 1, "drop": 1000 - AT_ONCE - 1}


def test_throttle_when_somebody_types_for_an_hour_then_never_turned_away() -> None:
    pace = Pace()
    for _ in range(1200):
        pace.now += 3.0
        assert pace.send(1) == {"admit": 1}


def test_throttle_when_the_flood_goes_on_then_told_once_and_let_in_at_a_pace() -> None:
    pace, seen = Pace(), Counter[str]()
    for _ in range(60_000):  # a hundred a second for ten minutes
        pace.now += 0.01
        seen += pace.send(1)
    assert seen["tell"] == 1
    assert seen["admit"] == pytest.approx(AT_ONCE + 600 / PAUSE, abs=1)


def test_throttle_when_there_was_quiet_then_told_anew() -> None:
    pace = Pace()
    pace.send(100)
    pace.now += AT_ONCE * PAUSE
    assert pace.send(100) == {"admit": AT_ONCE, "tell": 1, "drop": 100 - AT_ONCE - 1}


def test_throttle_when_one_floods_then_others_do_not_notice() -> None:
    pace = Pace()
    pace.send(100)
    assert pace.send(5, person=1002) == {"admit": 5}


def test_throttle_when_hundreds_of_thousands_have_spoken_then_only_the_last_are_remembered() -> None:
    pace = Pace()
    for person in range(100_000):
        pace.now += 0.01
        pace.send(1, person)
    assert len(pace.throttle._rested) + len(pace.throttle._older) <= 2 * AT_ONCE * PAUSE / 0.01 + 2


def test_throttle_when_nobody_could_be_told_then_that_is_left_to_the_next() -> None:
    pace = Pace()
    pace.send(AT_ONCE)
    assert pace.throttle.admit(1001, aloud=False) == "drop"
    assert pace.send(2) == {"tell": 1, "drop": 1}
