"""How many personal notes are left in a month."""

from datetime import date

import pytest

from bot.coach.budget import budget


def test_budget_when_some_were_sent_this_month_then_only_those_count() -> None:
    sent = [date(2027, 3, 1), date(2027, 3, 31), date(2027, 2, 28), date(2026, 3, 15)]
    found = budget(sent, 5, date(2027, 3, 31))
    assert (found.used, found.left, found.renews) == (2, 3, date(2027, 4, 1))


def test_budget_when_more_were_sent_than_granted_then_none_is_left() -> None:
    assert budget([date(2027, 3, 1)] * 4, 3, date(2027, 3, 2)).left == 0


@pytest.mark.parametrize(
    ("today", "renews"),
    [
        (date(2027, 1, 31), date(2027, 2, 1)),
        (date(2027, 11, 30), date(2027, 12, 1)),
        (date(2027, 12, 9), date(2028, 1, 1)),
    ],
)
def test_budget_when_the_month_ends_then_it_begins_anew_on_the_first(today: date, renews: date) -> None:
    assert budget([], 5, today).renews == renews
