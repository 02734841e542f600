"""What a writer of challenges is told."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.coach.challenge import WEEKS, Challenge
from bot.coach.series import DEEDS, problems
from bot.content import Content
from tests.coach.test_challenge import challenge, prose, series

PROMPTS = Path(__file__).parents[2] / "prompts"
ADDRESSED = (1, 5, 7, 9, 16, 17, 22, 23, 24, 26, 33, 38, 48)  # the weeks whose page is known
ADDRESSES = {week: f"https://smalltownleadership.com/week{week}/" for week in ADDRESSED}
OF_THE_SERIES = {*ADDRESSED, 2, 3, 6, 8, 11, 19, 21, 25, 52}  # 2, 3, 8 and 11 had other numbers there


def a_year() -> dict[int, Challenge]:
    return series(*(challenge(week, theme=f"Theme {week // 4 % 13}") for week in range(WEEKS)[1:])) | {
        WEEKS: challenge(WEEKS, theme="Theme 12")
    }


def test_problems_when_all_is_well_then_none() -> None:
    assert problems(series(challenge(1), challenge(2, leans_on=(1,), offers=("oath",)))) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": " "}, "week 3: title is empty"),
        ({"theme": ""}, "week 3: theme is empty"),
        ({"skill": ""}, "week 3: skill is empty"),
        ({"task": "\n"}, "week 3: the task has 0 words, not 15 to 60"),
        ({"task": "word. " * 61}, "week 3: the task has 61 words, not 15 to 60"),
        ({"small": "Do less."}, "week 3: the small variant has 2 words, not 5 to 35"),
        ({"example": ""}, "week 3: the example has 0 words, not 10 to 45"),
        ({"reflection": "Why?"}, "week 3: the reflection has 1 words, not 4 to 20"),
        ({"reflection": "Tell me how it was."}, "week 3: the reflection is no question"),
        ({"body": "word. " * 39}, "week 3: the idea has 39 words, not 40 to 80"),
        ({"body": "word. " * 81}, "week 3: the idea has 81 words, not 40 to 80"),
        ({"minutes": 4}, "week 3: 4 minutes, not 5 to 30"),
        ({"minutes": 31}, "week 3: 31 minutes, not 5 to 30"),
        (
            {"offers": ("pizza",)},
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
    whole = a_year()
    assert problems(whole, complete=True) == []
    del whole[7], whole[51]
    assert problems(whole, complete=True) == ["not written yet: 7, 51"]


def test_problems_when_the_themes_are_few_or_come_again_then_said() -> None:
    whole = a_year()
    whole |= {week: challenge(week, theme="Theme 0") for week in range(48, 53)}
    assert problems(whole, complete=True) == ["the theme 'Theme 0' comes in two places"]
    assert problems(series(*(challenge(week) for week in range(1, WEEKS + 1))), complete=True) == [
        "1 themes, not 12 to 13"
    ]


def test_problems_when_two_weeks_share_six_words_then_the_later_is_named() -> None:
    said = "one two three four five six"
    first = challenge(1, task=f"{prose(1, 't', 15)} {said}.")
    later = challenge(2, example=f"{prose(2, 'e', 15)} One, two: “three four” FIVE six!")
    assert problems(series(first, later)) == [f"week 2: week 1 has the same words: {said!r}"]
    fewer = challenge(2, example=f"{prose(2, 'e', 15)} One, two, three, four, five.")
    assert problems(series(first, fewer)) == []


def test_files_when_read_then_all_are_there_and_fit_to_send() -> None:
    assert problems(Content(PROMPTS).challenges, complete=True) == []


def test_files_when_read_then_credited_where_the_topic_is_of_the_series() -> None:
    challenges = Content(PROMPTS).challenges
    assert {week: one.url for week, one in challenges.items() if one.url} == ADDRESSES
    assert {week for week, one in challenges.items() if one.origin == "series"} == OF_THE_SERIES


def test_files_when_week_19_then_it_offers_the_note_and_the_oath() -> None:
    assert Content(PROMPTS).challenges[19].offers == ("note", "oath")


def test_files_when_read_then_each_deed_the_coach_can_see_is_asked_for_in_some_week() -> None:
    challenges = Content(PROMPTS).challenges.values()
    assert {deed for one in challenges for deed in (*one.offers, *one.done_by)} == DEEDS
