"""The weekly deliveries, with every kind of failure: nothing lost, never more than three copies."""

import asyncio
import logging
import random
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

import pytest

from bot.conversation import Address, Choice, Reply
from bot.errors import (
    FloodError,
    GoneError,
    InDoubtError,
    MovedError,
    NotSentError,
    RefusedError,
    StoreError,
    UnauthorizedError,
)
from bot.jobs.deliver import Deliver, Tempo, to_all
from bot.jobs.deliver.agenda import LEASE
from bot.jobs.deliver.job import BATCH
from bot.jobs.deliver.sending import SETS_OUT
from bot.ports import Due
from tests.helpers.clock import FakeClock
from tests.helpers.memory_boxes import MONDAY, WEEK, MemoryBoxes, MemoryDeliveries, person

ARRIVES = None


class LostAnswerError(InDoubtError):
    """The message arrives, its answer does not."""


@dataclass
class ScriptedSender:
    """Does what its script says, one line a call; then everything arrives."""

    script: deque[Exception | None] = field(default_factory=deque)
    arrived: list[tuple[Address, str]] = field(default_factory=list)
    tried: int = 0
    inside: int = 0
    most_inside: int = 0
    door: asyncio.Event | None = None

    async def send(self, address: Address, reply: Reply) -> None:
        """Deliver, or fail."""
        self.tried += 1
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        try:
            await asyncio.sleep(0)
            if self.door:
                await self.door.wait()
            self._act(address, reply)
        finally:
            self.inside -= 1

    def _act(self, address: Address, reply: Reply) -> None:
        outcome = self.script.popleft() if self.script else ARRIVES
        if outcome is None or isinstance(outcome, LostAnswerError):
            self.arrived.append((address, reply.text))
        if outcome is not None:
            raise outcome


class Watch:
    """A monotonic clock that stands still until it is told to go on."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Post:
    """A job with all that it needs."""

    def __init__(self, people: int = 1, script: Iterable[Exception | None] = ()) -> None:
        self.boxes = MemoryBoxes()
        self.deliveries = self.boxes.deliveries
        self.sender = ScriptedSender(deque(script))
        self.clock = FakeClock(MONDAY)
        self.watch = Watch()
        for number in range(people):
            self.deliveries.subscribe(person(number), MONDAY)
        self.job = self.new_job()

    def new_job(self, **options: Any) -> Deliver:
        """The job, as after a restart."""
        usual: dict[str, Any] = {"letter": letter, "channel": "test", "monotonic": self.watch}
        return Deliver(self.boxes, self.sender, self.clock, **usual | options)

    def pass_time(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self.watch.seconds += seconds
        self.clock.forward(seconds=seconds)

    def only_row(self) -> tuple[str, int]:
        """State and attempts of the one row."""
        (row,) = self.deliveries.rows.values()
        return row.state, row.attempts


async def letter(due: Due) -> tuple[Reply, ...]:
    return (Reply(text=f"week {due.week}"),)


def always(*replies: Reply) -> Callable[[Due], Awaitable[tuple[Reply, ...]]]:
    """The same for everybody."""

    async def written(_: Due) -> tuple[Reply, ...]:
        return replies

    return written


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - many conditions, no events
            await asyncio.sleep(0)


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


async def after_the_lease(post: Post) -> int:
    """The first round of a new run in which what is left over counts as orphaned."""
    job = post.new_job()
    assert await job.once() == 0
    post.watch.seconds += LEASE
    return await job.once()


async def crash_in_mid_send(post: Post) -> None:
    """The process ends with all in flight on the way: neither answers nor marks come to anything."""
    post.sender.door = asyncio.Event()
    running = asyncio.create_task(after_the_lease(post) if post.deliveries.rows else post.new_job().once())
    await until(lambda: post.sender.inside > 0)
    await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    post.sender.door = None


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


async def test_once_when_the_chat_has_moved_then_followed() -> None:
    post = Post(script=[MovedError("new")])
    assert await post.job.once() == 1
    new = Address("test", "new")
    assert post.sender.arrived == [(new, "week 1")]
    assert [(key[0], row.state) for key, row in post.deliveries.rows.items()] == [(new, "sent")]
    post.clock.forward(weeks=1)
    assert await post.job.once() == 1
    assert post.sender.arrived[1:] == [(new, "week 2")]


async def test_once_when_the_chat_moves_on_and_on_then_parked() -> None:
    post = Post(script=[MovedError(str(number)) for number in range(10, 20)])
    assert await post.job.once() == 0
    assert post.only_row() == ("parked", 1)
    assert post.sender.tried == 3


async def test_once_when_the_token_is_not_accepted_then_raised_and_nothing_changed() -> None:
    post = Post(people=40, script=[UnauthorizedError("401")] * 40)
    before = post.deliveries.stored()
    with pytest.raises(UnauthorizedError):
        await post.job.once()
    assert post.deliveries.stored() == before
    assert post.sender.tried == 8
    post.sender.script.clear()
    assert await post.new_job().once() == 40


async def test_once_when_one_is_told_that_the_token_is_wrong_then_all_stop() -> None:
    post = Post(people=40, script=[UnauthorizedError("401")])
    with pytest.raises(UnauthorizedError):
        await post.job.once()
    assert post.sender.tried == 8


async def test_once_when_unauthorized_beside_a_full_disk_then_unauthorized_is_what_is_raised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    post = Post(people=2, script=[UnauthorizedError("401")])
    claim = post.deliveries.claim

    async def only_the_first(due: Due, now: datetime, lease: str | None = None) -> int | None:
        if due.address == person(0):
            return await claim(due, now, lease)
        await until(lambda: post.sender.tried == 1)
        raise StoreError("the disk is full")

    monkeypatch.setattr(post.deliveries, "claim", only_the_first)
    with pytest.raises(UnauthorizedError):
        await post.job.once()


async def test_once_when_a_letter_cannot_be_written_then_the_others_are_sent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    post = Post(people=2)
    post.deliveries.subscribe(person(9), MONDAY - timedelta(hours=1), week=13)

    async def no_thirteen(due: Due) -> tuple[Reply, ...]:
        if due.week == 13:
            raise ValueError
        return await letter(due)

    job = post.new_job(letter=no_thirteen)
    assert await job.once() == 2
    assert post.deliveries.states() == {"sent": 2}
    assert "week 13 cannot be written" in caplog.text


async def test_once_when_the_intent_cannot_be_stored_then_nothing_is_sent() -> None:
    post = Post(people=3)
    post.deliveries.failures["claim"] = 3
    with pytest.raises(StoreError):
        await post.job.once()
    assert post.sender.tried == 0
    post.watch.seconds += 1
    assert await post.job.once() == 3


@pytest.mark.parametrize("call", ["mark", "release", "set_pause"])
async def test_once_when_the_outcome_cannot_be_stored_at_once_then_it_is_later(call: str) -> None:
    errors: dict[str, Exception | None] = {
        "mark": ARRIVES,
        "release": NotSentError("no"),
        "set_pause": FloodError(9),
    }
    post = Post(script=[errors[call]])
    post.deliveries.failures[call] = 2
    await post.job.once()
    assert post.deliveries.calls[call] == 3
    assert post.sender.tried == 1


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


async def test_once_when_refused_with_its_buttons_then_the_mere_words_are_sent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    post = Post(script=[RefusedError("BUTTON_DATA_INVALID")])
    rows = ((Choice("x:y", "Done"),),)
    assert await post.new_job(letter=always(Reply(text="week", choices=rows))).once() == 1
    assert post.only_row() == ("sent", 1)
    assert "refused, which is our bug" in caplog.text


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


async def test_once_when_a_letter_has_two_parts_then_both_and_in_order() -> None:
    post = Post()
    two = (Reply(text="one"), Reply(text="two"))
    job = post.new_job(letter=always(*two))
    assert await job.once() == 1
    assert [text for _, text in post.sender.arrived] == ["one", "two"]


async def test_once_when_the_chat_moves_between_two_parts_then_each_part_once() -> None:
    post = Post(script=[ARRIVES, MovedError("new")])
    two = (Reply(text="one"), Reply(text="two"))
    job = post.new_job(letter=always(*two))
    assert await job.once() == 1
    assert post.sender.arrived == [(person(0), "one"), (Address("test", "new"), "two")]


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


async def test_run_when_stopped_then_what_is_in_flight_ends_and_nothing_new_begins() -> None:
    post = Post(people=30)
    post.sender.door, stop = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(post.job.run(stop))
    await until(lambda: post.sender.inside == 8)
    stop.set()
    post.sender.door.set()
    await asyncio.wait_for(running, 5)
    assert post.deliveries.states() == {"sent": 8}
    post.sender.door = None
    assert await post.new_job().once() == 22
    assert max(Counter(post.sender.arrived).values()) == 1


async def test_run_when_nothing_is_due_then_a_stop_wakes_it() -> None:
    post, stop = Post(people=0), asyncio.Event()
    running = asyncio.create_task(post.job.run(stop))
    await until(lambda: post.deliveries.calls["due"] == 1)
    stop.set()
    await asyncio.wait_for(running, 1)


async def test_run_when_something_becomes_due_then_delivered() -> None:
    post, stop = Post(), asyncio.Event()
    post.clock.forward(seconds=-10)
    running = asyncio.create_task(post.new_job(tempo=Tempo(every=0.001)).run(stop))
    await until(lambda: post.deliveries.calls["due"] >= 2)
    assert post.sender.arrived == []
    post.clock.forward(seconds=10)
    await until(lambda: bool(post.sender.arrived))
    stop.set()
    await running


async def test_run_when_the_store_fails_for_a_while_then_it_goes_on() -> None:
    post, stop = Post(people=5), asyncio.Event()
    post.deliveries.failures |= {"pause_until": 1, "in_doubt": 1, "due": 1, "claim": 2}
    running = asyncio.create_task(post.new_job(tempo=Tempo(every=0.001), monotonic=monotonic).run(stop))
    await until(lambda: len(post.sender.arrived) == 5)
    stop.set()
    await running
    assert post.deliveries.states() == {"sent": 5}


async def test_run_when_the_token_is_not_accepted_then_raised() -> None:
    post = Post(script=[UnauthorizedError("401")])
    with pytest.raises(UnauthorizedError):
        await post.job.run(asyncio.Event())


async def test_run_when_stopped_while_the_disk_is_full_then_it_ends_with_the_row_in_doubt() -> None:
    post, stop = Post(), asyncio.Event()
    post.deliveries.failures["mark"] = 1000
    running = asyncio.create_task(post.job.run(stop))
    await until(lambda: post.deliveries.calls["mark"] == 1)
    stop.set()
    await asyncio.wait_for(running, 5)
    assert post.only_row() == ("sending", 1)


FAULTS: tuple[Callable[[], Exception | None], ...] = (
    lambda: NotSentError("x"),
    lambda: InDoubtError("x"),
    lambda: LostAnswerError("x"),
    lambda: FloodError(20),
    lambda: KeyError("x"),
    lambda: RefusedError("x"),
)


async def some_days(post: Post, luck: random.Random) -> None:
    """Deliver, with faults and crashes, for as long as anything is left to do."""
    for _ in range(400):
        post.sender.script = deque(
            luck.choice(FAULTS)() if luck.random() < 0.3 else ARRIVES for _ in range(8)
        )
        step: Callable[[], Awaitable[Any]] = post.job.once
        if luck.random() < 0.1:
            await crash_somewhere(post, luck)
        else:
            await step()
        post.clock.forward(minutes=2)
        post.watch.seconds += 120
    post.sender.script.clear()
    post.job = post.new_job()
    await post.job.once()
    await post.job.once()


async def crash_somewhere(post: Post, luck: random.Random) -> None:
    running = asyncio.create_task(post.job.once())
    for _ in range(luck.randrange(12)):
        await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    post.job = post.new_job()


@pytest.mark.parametrize("seed", range(20))
async def test_run_when_anything_may_fail_then_all_settled_and_never_four_copies(seed: int) -> None:
    post = Post(people=12)
    await some_days(post, random.Random(seed))
    assert set(post.deliveries.states()) <= {"sent", "parked"}
    assert len(post.deliveries.rows) == 12
    copies = Counter(post.sender.arrived)
    assert max(copies.values()) <= 3
    settled: dict[Address, str] = {address: row.state for (address, _), row in post.deliveries.rows.items()}
    assert all(copies[person_, "week 1"] >= 1 for person_, state in settled.items() if state == "sent")


def test_pauses_when_a_flood_is_set_then_the_longer_one_stays() -> None:
    """The fake keeps what the port promises."""
    boxes = MemoryBoxes()
    early, late = MONDAY, MONDAY + timedelta(seconds=9)
    asyncio.run(_set_both(boxes, late, early))
    assert boxes.deliveries.pause == late


async def _set_both(boxes: MemoryBoxes, first: datetime, second: datetime) -> None:
    await boxes.deliveries.set_pause(first)
    await boxes.deliveries.set_pause(second)
