"""Nobody can flood the bot, and nobody who talks to it notices."""

import json
from collections import Counter
from typing import Any

import pytest

from bot.channels.telegram_bot.flood import AT_ONCE, PAUSE, Door, Throttle
from bot.ports import RawUpdate


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


PRIVATE = {"chat": {"id": 1001, "type": "private"}, "from": {"id": 1001}}
GROUP = {"chat": {"id": -5, "type": "group"}, "from": {"id": 1001}}


@pytest.mark.parametrize(
    ("parts", "lane", "verdict"),
    [
        ({"message": PRIVATE}, "1001", "tell"),
        ({"edited_message": PRIVATE}, "1001", "tell"),
        ({"callback_query": {"id": "1", "from": {"id": 1001}, "message": PRIVATE}}, "1001", "tell"),
        ({"message": GROUP}, "-5", "drop"),
        ({"my_chat_member": PRIVATE}, "1001", "admit"),
        ({"message": {"chat": {"id": 1001}}}, "1001", "admit"),
        ({"message": {"from": "nobody"}}, "1001", "admit"),
        ({}, "", "admit"),
    ],
)
def test_door_when_there_was_a_flood_then_each_kind_as_it_deserves(
    parts: dict[str, Any], lane: str, verdict: str
) -> None:
    pace = Pace()
    pace.send(AT_ONCE)
    nothing: Any = None
    door = Door(pace.throttle, nothing, nothing, "slow down")
    assert door.judge(RawUpdate(7, lane, json.dumps({"update_id": 7} | parts).encode())) == verdict
