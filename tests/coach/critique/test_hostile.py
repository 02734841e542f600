"""Whatever is pasted, the critique answers soon, and points into the text as it was given."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.critique import engine

HOSTILE = [
    *("a", "your ", "you ", "we met ", "I'd like to ", "[", "{", "<x ", "_", "my my ", "no ", "(", "Anna "),
    *("1 ", "'", "\n", "the talk you ", "as a nurse ", "could you ", "our ", "a-", "é", "i ", "a.", "A "),
]
PIECES = [
    *(
        "we met ",
        "your talk on ",
        "coffee ",
        "Anna Lind ",
        "suggested ",
        "no ",
        "{{x}} ",
        "\r\n",
        "👩🏽‍🚀",
        "e\u0301",
    ),
    *("İ", ". ", "I'm a ", "nurse ", "in Leeds", "you taught me ", "15 minutes ", "- ", "\u202e", "\ud800"),
    *("<b> ", "[Name] "),
]


DRAFTS = st.text(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(max_examples=200, deadline=None)
@given(DRAFTS, st.integers(1, 400))
def test_judge_when_given_anything_then_spans_are_inside_and_it_says_the_same_twice(
    text: str, limit: int
) -> None:
    report = engine().judge(text, limit)
    assert report == engine().judge(text, limit)
    for judgement in report.criteria.values():
        for span in judgement.evidence:
            assert 0 <= span.start < span.end <= len(text) or text == ""
        assert not judgement.evidence or judgement.present


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        engine().judge(text, 300)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("piece", HOSTILE)
def test_judge_when_the_input_is_hostile_then_twice_the_length_costs_about_twice(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (700, 1400))
    assert seconds(long) <= 3 * seconds(short) + 0.002


def test_judge_when_4096_hostile_characters_then_is_done_at_once() -> None:
    assert seconds(("your talk you met " * 300)[:4096]) < 0.5
