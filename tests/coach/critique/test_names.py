"""Nobody's note is judged by how the recipient is called: any name in its place, the same critique."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from bot.coach.model import Criterion, Verdict
from tests.helpers.critique import engine

LIMIT: Final = 1000  # so that no name makes a note too long
NOTES: Final = {
    "met": "Hi NAME, we met on Saturday at the Accra solar evening. You explained so clearly how your team "
    "finds the right angle for a roof. Glad to stay in touch.",
    "referrer": "Hello NAME, our colleague Rui Campos suggested that I write to you about the tidal gauge at "
    "Faro. I run the harbour office in Olhão.",
    "alumni": "Dear NAME, like you I studied hydrology in Wageningen, in the years after you. I now look "
    "after wells in Niger and would like to compare notes on siltation.",
    "value": "Hi NAME, you asked on the forum for old maps of the canal. I scanned all nine sheets, they are "
    "free to download from our archive, no strings.",
    "generic": "Hi NAME, I came across your profile and was impressed by your experience. I would love to "
    "connect and expand my network.",
    "pitch": "Hello NAME, we help firms like yours cut their cloud bill by 40%. Do you have 15 minutes this "
    "week for a quick demo?",
    "ask": "Dear NAME, I read your paper on tannins in oak barrels twice. Could you look at my CV and refer "
    "me to your hiring manager?",
    "placeholder": "Hi NAME, I saw your post about [topic] and would be glad to connect with you there.",
    "blank": "Hi NAME,",
    "inside, met": "It was you, NAME, who lent me the torch in the Kafubu pump house when the busbar went. I "
    "am still a shift electrician in Ndola.",
    "inside, work": "Your essay on slow bread, NAME, is why I closed my shop on Mondays. I have baked rye in "
    "Malmö for eleven years.",
    "inside, generic": "Great to see you here, NAME. Let's connect and grow together.",
    "at the end": "The crack gauge you glued to pier 4 still reads zero point three. I took over the bridges "
    "of the district last spring. Thank you, NAME.",
}


class Critique(NamedTuple):
    """What must not change with a name."""

    verdict: Verdict
    present: frozenset[Criterion]
    rules: frozenset[str]


@cache
def names() -> tuple[str, ...]:
    lines = Path(__file__).with_name("names.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


@cache
def critiques(kind: str) -> Mapping[str, Critique]:
    return {name: critique(kind, name) for name in names()}


def critique(kind: str, name: str) -> Critique:
    report = engine().judge(NOTES[kind].replace("NAME", name), LIMIT)
    return Critique(
        report.verdict,
        frozenset(one for one in Criterion if report.has(one)),
        frozenset(one.rule for one in report.findings),
    )


def usual(kind: str) -> Critique:
    return Counter(critiques(kind).values()).most_common(1)[0][0]


def test_names_when_counted_then_many_and_each_once() -> None:
    assert len(names()) >= 500
    assert len(set(names())) == len(names())


@pytest.mark.parametrize("kind", NOTES)
def test_judge_when_only_the_name_differs_then_the_same_verdict_and_criteria(kind: str) -> None:
    expected = usual(kind)[:2]
    different = {name for name, told in critiques(kind).items() if told[:2] != expected}
    assert different == set()


@pytest.mark.parametrize("kind", NOTES)
def test_judge_when_only_the_name_differs_then_the_same_rules(kind: str) -> None:
    expected = usual(kind).rules
    different = {name for name, told in critiques(kind).items() if told.rules != expected}
    assert different == set()


def test_judge_when_nothing_but_a_greeting_then_blank_whoever_is_greeted() -> None:
    told = critiques("blank")
    assert {name for name in names() if Criterion.BLANK not in told[name].present} == set()
    assert {one.verdict for one in told.values()} == {Verdict.REWRITE}
