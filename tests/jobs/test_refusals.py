"""What else can go wrong with a delivery: moved chats, refused texts and tokens, a store that fails."""

from datetime import datetime, timedelta

import pytest

from bot.conversation import Address, Choice, Reply
from bot.errors import (
    FloodError,
    MovedError,
    NotSentError,
    RefusedError,
    StoreError,
    UnauthorizedError,
)
from bot.ports import Due
from tests.helpers.memory_boxes import MONDAY, person
from tests.jobs.post import ARRIVES, Post, always, letter, until


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

    noted = "what somebody noted"

    async def no_thirteen(due: Due) -> tuple[Reply, ...]:
        if due.week == 13:
            raise ValueError(noted)
        return await letter(due)

    job = post.new_job(letter=no_thirteen)
    assert await job.once() == 2
    assert post.deliveries.states() == {"sent": 2}
    assert "week 13 cannot be written: ValueError" in caplog.text
    assert noted not in caplog.text


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


async def test_once_when_refused_with_its_buttons_then_the_mere_words_are_sent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    post = Post(script=[RefusedError("BUTTON_DATA_INVALID")])
    rows = ((Choice("x:y", "Done"),),)
    assert await post.new_job(letter=always(Reply(text="week", choices=rows))).once() == 1
    assert post.only_row() == ("sent", 1)
    assert "refused, which is our bug" in caplog.text


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
