"""The figures by which the critique is judged, on reports whose labels are known."""

import pytest

from bot.coach.model import Criterion, Judgement, Length, Report, Verdict
from bot.training.corpus import Example
from bot.training.evaluate import Figures, drafts, figures, judge_all, rewrites, too_long, wanted
from tests.helpers.critique import engine

C = Criterion


def example(*labels: C, text: str = "We met.", language: str = "en", draft: bool = True) -> Example:
    return Example(
        id="c1-1", brief="c1", text=text, language=language, draft=draft, labels={one: [] for one in labels}
    )


def report(*present: C, verdict: Verdict = Verdict.SEND) -> Report:
    criteria = {one: Judgement(one in present, 1.0) for one in C}
    return Report(draft=True, language="en", length=Length(1, 200, 0), verdict=verdict, criteria=criteria)


def test_figures_when_one_of_two_is_seen_and_one_is_imagined_then_one_half() -> None:
    reports = [report(C.ASK), report(), report(C.ASK), report()]
    examples = [example(C.ASK), example(C.ASK), example(), example()]
    assert figures(reports, examples)[C.ASK] == Figures(there=2, precision=0.5, recall=0.5, f1=0.5)


def test_figures_when_precision_and_recall_differ_then_f1_is_their_harmonic_mean() -> None:
    reports = [report(C.PITCH)] * 4
    examples = [example(C.PITCH)] + [example()] * 3
    there, precision, recall, f1 = figures(reports, examples)[C.PITCH]
    assert (there, precision, recall) == (1, 0.25, 1.0)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_figures_when_never_there_nor_seen_then_nought_and_no_error() -> None:
    assert figures([report()], [example()])[C.VALUE] == Figures(0, 0.0, 0.0, 0.0)


def test_figures_when_given_then_for_all_but_length() -> None:
    assert figures([], []).keys() == set(C) - {C.LENGTH}


@pytest.mark.parametrize(
    ("labels", "verdict"),
    [
        ((), Verdict.REWRITE),
        ((C.CONTEXT,), Verdict.POLISH),
        ((C.CONTEXT, C.REASON), Verdict.SEND),
        ((C.CONTEXT, C.REASON, C.ASK), Verdict.REWRITE),
        ((C.INTRODUCTION,), Verdict.REWRITE),
    ],
)
def test_wanted_when_labels_are_given_then_the_policy_decides(
    labels: tuple[C, ...], verdict: Verdict
) -> None:
    assert wanted(example(*labels)) is verdict


def test_wanted_when_no_draft_then_says_so() -> None:
    assert wanted(example(draft=False)) is Verdict.NOT_A_DRAFT


def test_rewrites_when_send_and_polish_are_mixed_up_then_still_right() -> None:
    examples = [example(C.CONTEXT, C.REASON), example(C.ASK), example(C.ASK), example(C.CONTEXT)]
    said = [Verdict.POLISH, Verdict.REWRITE, Verdict.SEND, Verdict.REWRITE]
    assert rewrites([report(verdict=one) for one in said], examples) == 0.5


def test_drafts_when_others_are_among_them_then_english_drafts_alone() -> None:
    mine = example(C.CONTEXT)
    assert drafts([mine, example(language="de"), example(draft=False)]) == [mine]


def test_judge_all_when_a_text_looks_like_no_draft_then_it_is_judged_as_one_of_any_length() -> None:
    [told] = judge_all(engine(), [example(text="https://example.org " + "We met. " * 60)])
    assert told.draft
    assert not told.has(C.LENGTH)


def test_too_long_when_counted_apart_then_pairs_of_code_units_and_line_ends_count_as_the_site_does() -> None:
    texts = ["a" * 9, "a" * 10, "\N{GRINNING FACE}" * 5, "\N{GRINNING FACE}" * 4 + "\r\n", "é" * 9]
    reports = [report(), report(C.LENGTH), report(C.LENGTH), report(), report()]
    found = too_long(reports, [example(text=text) for text in texts], limit=9)
    assert found == Figures(there=2, precision=1.0, recall=1.0, f1=1.0)
