"""The series as a whole: which challenge comes, and what a writer is told."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bot.coach.challenge import WEEKS, Challenge, current, problems
from bot.content import Content
from bot.errors import ContentError

PROMPTS = Path(__file__).parents[2] / "prompts"
ADDRESSED = (1, 5, 7, 9, 16, 17, 22, 23, 24, 26, 33, 38, 48)  # the weeks whose page is known
ADDRESSES = {week: f"https://smalltownleadership.com/week{week}/" for week in ADDRESSED}
OF_THE_SERIES = {*ADDRESSED, 2, 3, 6, 8, 11, 19, 21, 25, 52}  # 2, 3, 8 and 11 had other numbers there


def challenge(week: int, **fields: Any) -> Challenge:
    good: dict[str, Any] = {
        "week": week,
        "title": f"Title {week}",
        "theme": "Theme",
        "minutes": 10,
        "skill": "attention",
        "origin": "ours",
        "task": "Do it.",
        "small": "Do a little of it.",
        "example": "She did it.",
        "reflection": "How was it?",
        "body": f"Opening number {week} " + "word. " * 47,
    }
    return Challenge(**good | fields)


def series(*challenges: Challenge) -> dict[int, Challenge]:
    return {one.week: one for one in challenges}


@pytest.mark.parametrize(
    ("week", "comes"), [(1, 1), (2, 5), (5, 5), (6, 19), (20, 1), (52, 1), (53, 1), (57, 5)]
)
def test_current_when_weeks_are_missing_then_the_next_written_one(week: int, comes: int) -> None:
    assert current(series(challenge(1), challenge(5), challenge(19)), week).week == comes


def test_current_when_all_are_written_then_each_its_own() -> None:
    whole = series(*(challenge(week) for week in range(1, WEEKS + 1)))
    assert [current(whole, week).week for week in range(1, WEEKS + 1)] == list(range(1, WEEKS + 1))
    assert current(whole, 53).week == 1


def test_current_when_none_is_written_then_an_error_says_so() -> None:
    with pytest.raises(ContentError, match="none is written"):
        current({}, 1)


def test_problems_when_all_is_well_then_none() -> None:
    assert problems(series(challenge(1), challenge(2, leans_on=(1,), offers="oath"))) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": " "}, "week 3: title is empty"),
        ({"theme": ""}, "week 3: theme is empty"),
        ({"skill": ""}, "week 3: skill is empty"),
        ({"task": "\n"}, "week 3: task is empty"),
        ({"small": ""}, "week 3: small is empty"),
        ({"example": ""}, "week 3: example is empty"),
        ({"reflection": ""}, "week 3: reflection is empty"),
        ({"body": "word. " * 39}, "week 3: the idea has 39 words, not 40 to 80"),
        ({"body": "word. " * 81}, "week 3: the idea has 81 words, not 40 to 80"),
        ({"minutes": 4}, "week 3: 4 minutes, not 5 to 30"),
        ({"minutes": 31}, "week 3: 31 minutes, not 5 to 30"),
        (
            {"offers": "pizza"},
            "week 3: offers 'pizza', which is none of critique, followup, note, oath, reply",
        ),
        (
            {"url": "https://example.org/"},
            "week 3: the topic is ours, so there is no page of the series to link",
        ),
        ({"leans_on": (3,)}, "week 3: leans on week 3, which is not earlier"),
        ({"leans_on": (4,)}, "week 3: leans on week 4, which is not earlier"),
        ({"leans_on": (2,)}, "week 3: leans on week 2, which is not there"),
    ],
)
def test_problems_when_one_thing_is_wrong_then_one_sentence_says_it(
    fields: dict[str, Any], said: str
) -> None:
    assert problems(series(challenge(1), challenge(3, **fields))) == [said]


@pytest.mark.parametrize(
    "fields", [{"body": "word. " * 40}, {"body": "word. " * 80}, {"minutes": 5}, {"minutes": 30}]
)
def test_problems_when_just_within_the_lengths_then_none(fields: dict[str, Any]) -> None:
    assert problems(series(challenge(1, **fields))) == []


def test_problems_when_the_week_is_beyond_the_year_then_said() -> None:
    assert problems(series(challenge(53))) == ["week 53: there are only 52 weeks"]


def test_problems_when_it_is_hard_to_read_then_said_how_hard() -> None:
    (problem,) = problems(series(challenge(1), challenge(3, body="organisational considerations " * 30)))
    assert re.fullmatch(r"week 3: it reads like year \d+\.\d of school, not 8 at most", problem)


def test_problems_when_two_sound_alike_then_the_later_is_named() -> None:
    first = challenge(1, title="A walk", body="There is a " + "word. " * 40)
    later = challenge(2, title="a  Walk", body="There is a " + "other. " * 40)
    assert problems(series(first, later)) == [
        "week 2: the title is that of week 1: 'a walk'",
        "week 2: the opening is that of week 1: 'there is a'",
    ]


def test_problems_when_the_year_has_to_be_complete_then_missing_weeks_are_listed() -> None:
    whole = series(*(challenge(week) for week in range(1, WEEKS + 1)))
    assert problems(whole, complete=True) == []
    del whole[7], whole[52]
    assert problems(whole, complete=True) == ["not written yet: 7, 52"]


def test_files_when_read_then_all_are_there_and_fit_to_send() -> None:
    assert problems(Content(PROMPTS).challenges, complete=True) == []


def test_files_when_read_then_credited_where_the_topic_is_of_the_series() -> None:
    challenges = Content(PROMPTS).challenges
    assert {week: one.url for week, one in challenges.items() if one.url} == ADDRESSES
    assert {week for week, one in challenges.items() if one.origin == "series"} == OF_THE_SERIES


def test_files_when_week_19_then_it_offers_the_oath() -> None:
    assert Content(PROMPTS).challenges[19].offers == "oath"


def test_challenge_when_a_key_is_unknown_then_refused() -> None:
    fields = msgspec.to_builtins(challenge(1)) | {"colour": "blue"}
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.convert(fields, Challenge)
