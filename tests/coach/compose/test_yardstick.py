"""The answer sets as data, and how far the composer gets with those that nobody looked at."""

from collections.abc import Sequence
from functools import cache

import pytest

from bot.coach.model import Verdict
from bot.coach.text import units
from tests.coach.compose.yardstick import Mark, briefs, has, locked, marks, sets


@cache
def judged() -> Sequence[Mark]:
    return marks(sorted(locked()))


def mentioned() -> float:
    wanted = sum(len(mark.one.expect.must_mention) for mark in judged())
    return 1 - sum(len(mark.missing) for mark in judged()) / wanted


def test_sets_when_counted_then_many_and_each_once() -> None:
    ids = [one.id for one in sets(briefs())]
    assert len(ids) == len(set(ids)) >= 360
    assert locked() < set(briefs())


def test_sets_when_read_then_the_reference_is_a_note_as_it_is_wanted() -> None:
    for one in sets(briefs()):
        assert (one.outcome == "note") == bool(one.reference), one.id
        assert units(one.reference) <= one.limit, one.id
        assert [word for word in one.expect.must_mention if word.lower() not in one.reference.lower()] == []
        assert [word for word in one.expect.must_not_mention if has(one.reference, word)] == [], one.id


def test_locked_sets_when_composed_then_every_note_fits_and_its_own_critique_would_send_it() -> None:
    for mark in judged():
        assert all(note.units <= mark.one.limit for note in mark.composition.notes), mark.one.id
    verdicts = [mark.verdict for mark in judged() if mark.verdict]
    assert verdicts.count(Verdict.SEND) >= 0.95 * len(verdicts)


def test_locked_sets_when_composed_then_most_of_what_matters_is_in_and_the_outcome_is_right() -> None:
    assert mentioned() >= 0.85
    assert sum(mark.outcome_is_right for mark in judged()) >= 0.93 * len(judged())


@pytest.mark.xfail(
    strict=True, reason="answers in a second or third language lose facts that cannot be turned"
)
def test_locked_sets_when_composed_then_nearly_all_that_matters_is_in() -> None:
    assert mentioned() >= 0.97


@pytest.mark.xfail(
    strict=True, reason="some words for third persons, and remarks meant for the coach, are left"
)
def test_locked_sets_when_composed_then_nothing_unwanted_is_in() -> None:
    assert [mark.one.id for mark in judged() if mark.unwanted] == []
