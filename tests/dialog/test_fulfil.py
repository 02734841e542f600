"""What was just done in the coach is offered to be marked as the week's challenge."""

import pytest

from bot.state import WeekState
from tests.helpers.talk import Talk

MARK = "Mark week 19 as done"


async def oath(talk: Talk) -> list[str]:
    await talk.say("/oath")
    await talk.tap("I promise")
    return talk.offered


async def test_deed_when_the_present_week_asks_for_it_then_one_button_marks_it() -> None:
    talk = Talk(last_week=19)
    assert MARK in await oath(talk)
    await talk.tap(MARK)
    assert talk.known.weeks == {19: "done"}


async def test_deed_when_the_week_that_was_put_off_asks_for_it_then_the_same() -> None:
    assert MARK in await oath(Talk(last_week=20, reminder=19, weeks={19: "later"}))


@pytest.mark.parametrize(("last", "state"), [(19, "done"), (19, "skipped"), (18, "later"), (None, None)])
async def test_deed_when_the_week_is_over_or_another_one_then_not_offered(
    last: int | None, state: WeekState | None
) -> None:
    assert MARK not in await oath(Talk(last_week=last, weeks={19: state} if state else {}))
