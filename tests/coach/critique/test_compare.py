from bot.coach.critique.compare import Progress, compare
from bot.coach.model import Criterion, Report
from tests.helpers.critique import engine


def judge(text: str) -> Report:
    return engine().judge(text, 300)


def test_compare_when_an_ask_gives_way_to_context_then_gained_and_fixed() -> None:
    before = judge("I'm a nurse in Leeds. Could we grab a coffee?")
    after = judge("I'm a nurse in Leeds. We met on Monday at the Hull allotment meeting.")
    progress = compare(before, after)
    assert Criterion.CONTEXT in progress.gained
    assert Criterion.ASK in progress.fixed
    assert Criterion.INTRODUCTION not in progress.gained + progress.lost
    assert progress.worse == ()


def test_compare_when_turned_round_then_lost_and_worse() -> None:
    one = judge("I'm a nurse in Leeds. Could we grab a coffee?")
    two = judge("I'm a nurse in Leeds. We met on Monday at the Hull allotment meeting.")
    there, back = compare(one, two), compare(two, one)
    assert (back.lost, back.worse, back.gained, back.fixed) == (
        there.gained,
        there.fixed,
        there.lost,
        there.worse,
    )


def test_compare_when_nothing_changed_then_empty() -> None:
    report = judge("We met on Monday at the Hull allotment meeting.")
    assert compare(report, report) == Progress()
