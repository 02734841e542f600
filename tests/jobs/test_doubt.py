"""Deliveries whose fate is unknown: tried again late, taken over when orphaned, parked in the end."""

import asyncio
from collections import deque
from datetime import datetime

import pytest

from bot.conversation import Reply
from bot.errors import (
    FloodError,
    InDoubtError,
    NotSentError,
    RefusedError,
)
from bot.jobs.deliver import to_all
from bot.jobs.deliver.agenda import LEASE
from bot.jobs.deliver.sending import SETS_OUT
from bot.ports import Due
from tests.helpers.memory_boxes import MemoryDeliveries, person
from tests.jobs.post import (
    ARRIVES,
    LostAnswerError,
    Post,
    ScriptedSender,
    after_the_lease,
    always,
    crash_in_mid_send,
    until,
)


@pytest.mark.parametrize("arrives", [True, False])
async def test_once_when_in_doubt_three_times_then_parked_with_an_alarm(
    caplog: pytest.LogCaptureFixture, *, arrives: bool
) -> None:
    post = Post(script=[LostAnswerError("cut") if arrives else InDoubtError("cut")] * 9)
    for state in ("sending", "sending", "parked", "parked"):
        await post.job.once()
        assert post.only_row()[0] == state
        post.watch.seconds += 300
    assert post.only_row() == ("parked", 3)
    assert len(post.sender.arrived) == (3 if arrives else 0)
    assert [record.levelname for record in caplog.records].count("ERROR") == 1


async def test_once_when_an_answer_was_lost_then_one_extra_copy() -> None:
    post = Post(script=[LostAnswerError("cut")])
    await post.job.once()
    assert await post.job.once() == 0
    post.watch.seconds += 30
    assert await post.job.once() == 1
    assert len(post.sender.arrived) == 2
    assert post.only_row() == ("sent", 2)


async def test_once_when_the_process_was_killed_then_the_next_one_ends_its_work() -> None:
    post = Post(people=20)
    await crash_in_mid_send(post)
    assert post.deliveries.states() == {"sending": 8}
    job = post.new_job()
    assert await job.once() == 12  # the others may still be on their way
    post.watch.seconds += LEASE
    assert await job.once() == 8
    assert post.deliveries.states() == {"sent": 20}
    assert sorted(post.sender.arrived) == sorted((person(number), "week 1") for number in range(20))


async def test_once_when_killed_three_times_on_the_same_then_parked_and_not_sent_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    post = Post(people=1)
    for _ in range(3):
        await crash_in_mid_send(post)
    assert await after_the_lease(post) == 0
    assert post.only_row() == ("parked", 3)
    assert post.sender.tried == 3
    assert "given up" in caplog.text


async def test_once_when_in_doubt_and_another_is_due_then_the_older_first_and_never_two_at_once() -> None:
    post = Post(people=1)
    await crash_in_mid_send(post)
    post.clock.forward(weeks=1)
    assert await after_the_lease(post) == 1
    assert post.sender.arrived == [(person(0), "week 1")]


async def test_once_when_in_doubt_on_another_channel_then_left_alone() -> None:
    post = Post(people=1)
    await crash_in_mid_send(post)
    job = post.new_job(channel="elsewhere")
    assert await job.once() == 0
    assert post.only_row() == ("sending", 1)


async def test_once_when_its_claim_has_grown_old_then_it_does_not_set_out() -> None:
    post = Post()

    async def frozen(due: Due, now: datetime, lease: str | None = None) -> int | None:
        post.watch.seconds += SETS_OUT
        return await MemoryDeliveries.claim(post.deliveries, due, now, lease)

    post.deliveries.claim = frozen  # type: ignore[method-assign]
    assert await post.job.once() == 0
    assert (post.sender.tried, post.deliveries.rows) == (0, {})


async def test_once_when_its_claim_takes_longer_than_seeing_that_nothing_else_is_due_then_delivered() -> None:
    post = Post()

    async def slow(due: Due, now: datetime, lease: str | None = None) -> int | None:
        looks = post.deliveries.calls["due"]
        await until(lambda: post.deliveries.calls["due"] > looks)
        for _ in range(10):
            await asyncio.sleep(0)
        return await MemoryDeliveries.claim(post.deliveries, due, now, lease)

    post.deliveries.claim = slow  # type: ignore[method-assign]
    assert await post.job.once() == 1


async def test_once_when_another_run_has_taken_it_over_then_its_mark_counts_alone() -> None:
    post = Post()
    post.sender.door, slow = asyncio.Event(), post.new_job()
    running = asyncio.create_task(slow.once())
    await until(lambda: post.sender.inside == 1)
    other = post.new_job()
    await other.once()
    post.watch.seconds += LEASE
    taken = asyncio.create_task(other.once())
    await until(lambda: post.sender.inside == 2)
    post.sender.script.extend([ARRIVES, RefusedError("too long")])
    post.sender.door.set()
    await asyncio.gather(running, taken)
    assert post.only_row() == ("sent", 2)  # and not parked, as the slow one would have it


async def test_once_when_some_are_parked_then_the_alarm_says_how_many_and_once() -> None:
    post, told = Post(people=5, script=[RefusedError("no")] * 3), list[int]()

    async def alarm(number: int) -> None:
        told.append(number)

    job = post.new_job(alarm=alarm)
    await job.once()
    await job.once()
    assert told == [3]


async def test_alarm_when_one_admin_cannot_be_reached_then_the_others_are_told_and_once() -> None:
    sender = ScriptedSender(deque([InDoubtError("cut"), ARRIVES]))
    await to_all(sender, [person(1), person(2)], "parked: {}".format)(3)
    assert (sender.tried, sender.arrived) == (2, [(person(2), "parked: 3")])


async def test_once_when_nothing_comes_through_then_the_line_rests_and_one_message_tries_it() -> None:
    post = Post(people=40, script=[InDoubtError("502")] * 11)
    tried = []
    for _ in range(12):
        await post.job.once()
        tried.append(post.sender.tried)
        post.pass_time(1)
    assert tried == [8, 9, 9, 10, 10, 10, 10, 11, 11, 11, 11, 11]  # after 1 second, 2, 4, then 8
    post.pass_time(4)
    assert await post.job.once() == 1
    assert await post.job.once() == 28
    assert post.deliveries.states() == {"sent": 29, "sending": 11}


@pytest.mark.parametrize("error", [NotSentError("no network"), FloodError(1)])
async def test_once_when_a_part_has_arrived_then_the_attempt_counts(error: Exception) -> None:
    post = Post(script=[ARRIVES, error] * 3)
    two = (Reply(text="one"), Reply(text="two"))
    job = post.new_job(letter=always(*two))
    for _ in range(5):
        await job.once()
        post.watch.seconds += 100
        post.clock.forward(seconds=100)
    assert post.only_row() == ("parked", 3)
    assert [text for _, text in post.sender.arrived] == ["one", "one", "one"]
