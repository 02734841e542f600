"""The weekly deliveries, round by round: what is due goes out once."""

import logging
from datetime import timedelta

import pytest

from bot.conversation import Address
from bot.errors import (
    FloodError,
    GoneError,
    InDoubtError,
    NotSentError,
    RefusedError,
)
from bot.jobs.deliver.job import BATCH
from tests.helpers.memory_boxes import MONDAY, WEEK, person
from tests.jobs.post import Post


async def test_once_when_due_then_each_person_gets_it_once() -> None:
    post = Post(people=20)
    assert await post.job.once() == 20
    assert await post.job.once() == 0
    assert sorted(post.sender.arrived) == sorted((person(number), "week 1") for number in range(20))
    assert post.deliveries.states() == {"sent": 20}


async def test_once_when_not_yet_due_then_nothing() -> None:
    post = Post()
    post.clock.forward(seconds=-1)
    assert await post.job.once() == 0
    assert post.sender.tried == 0


async def test_once_when_three_weeks_were_missed_then_one_message() -> None:
    post = Post()
    post.clock.forward(weeks=3, hours=1)
    assert await post.job.once() == 1
    assert await post.new_job().once() == 0
    assert len(post.sender.arrived) == 1
    ((_, slot),) = post.deliveries.rows
    assert slot == f"week:{(MONDAY + 3 * WEEK).timestamp():.0f}"


async def test_once_when_for_one_person_then_however_many_others_are_due_before() -> None:
    post = Post(people=2 * BATCH)
    late = Address("test", "late")
    post.deliveries.subscribe(late, MONDAY + timedelta(minutes=1))
    post.clock.forward(hours=1)
    assert await post.new_job(only=late).once() == 1
    assert [address for address, _ in post.sender.arrived] == [late]


async def test_once_when_for_another_channel_or_person_then_left_alone() -> None:
    post = Post(people=3)
    post.deliveries.subscribe(Address("elsewhere", "1"), MONDAY)
    assert await post.new_job(only=person(2)).once() == 1
    assert post.sender.arrived == [(person(2), "week 1")]
    assert await post.job.once() == 2


async def test_once_when_many_are_due_then_eight_at_a_time() -> None:
    post = Post(people=40)
    await post.job.once()
    assert post.sender.most_inside == 8


@pytest.mark.parametrize(
    ("error", "row", "logged"),
    [
        (InDoubtError("cut"), ("sending", 1), "WARNING"),
        (KeyError("result"), ("sending", 1), "WARNING"),
        (GoneError("blocked"), ("dead", 1), None),
        (RefusedError("can't parse"), ("parked", 1), "ERROR"),
    ],
)
async def test_once_when_it_fails_then_the_row_says_so(
    error: Exception, row: tuple[str, int], logged: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    post = Post(script=[error])
    with caplog.at_level(logging.INFO):
        assert await post.job.once() == 0
    assert post.only_row() == row
    assert [record.levelname for record in caplog.records] == ([logged] if logged else [])


@pytest.mark.parametrize("error", [NotSentError("refused"), FloodError(1)])
async def test_once_when_certainly_not_sent_then_the_attempt_is_taken_back(error: Exception) -> None:
    post = Post(script=[error])
    before = dict(post.deliveries.standing)
    assert await post.job.once() == 0
    assert post.deliveries.rows == {}
    assert post.deliveries.standing == before


@pytest.mark.parametrize("state", ["dead", "parked"])
async def test_once_when_given_up_then_never_again(state: str) -> None:
    post = Post(script=[GoneError("blocked") if state == "dead" else RefusedError("too long")])
    await post.job.once()
    post.clock.forward(hours=1)
    await post.new_job().once()
    assert (post.sender.tried, post.sender.arrived, post.only_row()) == (1, [], (state, 1))


async def test_once_when_somebody_is_gone_then_unsubscribed_and_the_others_served() -> None:
    post = Post(people=10, script=[GoneError("blocked")])
    assert await post.job.once() == 9
    assert post.deliveries.left == [person(0)]
    post.clock.forward(weeks=1)
    assert await post.job.once() == 9


async def test_once_when_not_sent_then_again_after_a_pause_that_grows() -> None:
    post = Post(script=[NotSentError("no network")] * 3)
    tried = []
    for _ in range(9):
        await post.job.once()
        tried.append(post.sender.tried)
        post.watch.seconds += 1
    assert tried == [1, 2, 2, 3, 3, 3, 3, 4, 4]  # after 1 second, 2, and 4
    assert post.only_row() == ("sent", 1)
    assert len(post.sender.arrived) == 1


async def test_once_when_one_waits_to_be_tried_again_then_the_others_do_not() -> None:
    post = Post(people=BATCH + 50, script=[NotSentError("no network")] * 7)
    assert await post.job.once() == BATCH + 43
    assert await post.job.once() == 0
    post.watch.seconds += 1
    assert await post.job.once() == 7


async def test_once_when_told_to_wait_then_the_whole_bot_does_and_attempts_do_not_count() -> None:
    post = Post(people=40, script=[FloodError(35)] * 8)
    assert await post.job.once() == 0
    assert post.sender.tried == 8  # what was in flight, and nothing after
    post.clock.forward(seconds=34)
    post.watch.seconds += 34
    assert await post.new_job().once() == 0
    assert post.sender.tried == 8
    post.clock.forward(seconds=1)
    assert await post.new_job().once() == 40
    assert {row.attempts for row in post.deliveries.rows.values()} == {1}


async def test_once_when_told_to_wait_again_and_again_then_never_given_up() -> None:
    post = Post(script=[FloodError(1)] * 50)
    while not post.sender.arrived:
        await post.job.once()
        post.clock.forward(seconds=70)
        post.watch.seconds += 70
    assert post.only_row() == ("sent", 1)
