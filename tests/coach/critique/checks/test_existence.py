from typing import Any

from bot.coach.model import Criterion
from tests.helpers.critique import rule, shown

C = Criterion
EXCEPT: dict[str, Any] = {"except": ["coffee tasting"]}


def test_existence_when_a_token_is_there_then_each_place() -> None:
    assert shown(rule("existence", tokens=["tea", "coffee"]), "Coffee or tea, or TEA?") == [
        "tea",
        "TEA",
        "Coffee",
    ]


def test_existence_when_an_exception_overlaps_then_left_out() -> None:
    tasting = rule("existence", C.ASK, tokens=["coffee"], **EXCEPT)
    assert shown(tasting, "At the coffee tasting we had coffee") == ["coffee"]


def test_existence_when_deniable_then_what_is_denied_is_left_out() -> None:
    assert shown(rule("existence", tokens=["tea"], deniable=True), "No tea. More tea") == ["tea"]
    assert shown(rule("existence", tokens=["tea"]), "No tea. More tea") == ["tea", "tea"]


def test_existence_when_the_language_is_not_read_then_nothing_but_what_is_for_all() -> None:
    assert shown(rule("existence", tokens=["tea"]), "tea", readable=False) == []
    assert shown(rule("existence", tokens=["tea"], any_language=True), "tea", readable=False) == ["tea"]
