"""What becomes of letters that cannot be sent, on a real outbox."""

from typing import Any

import pytest

from bot.channels.telegram_bot.courier import Courier
from bot.conversation import Address, Choice, Mark, Reply
from bot.errors import (
    FloodError,
    GoneError,
    InDoubtError,
    MovedError,
    NotSentError,
    RefusedError,
    SendError,
    StoreError,
    UnauthorizedError,
)
from bot.ports import Letter
from bot.state import Session, Subscribe, Subscription, TurnResult
from bot.storage.store import SqliteStore
from tests.channels.telegram_bot.conftest import Patience

ADA, BOB = Address("telegram", "1001"), Address("telegram", "1002")
FANCY = Reply(text="Hi", marks=(Mark(0, 2, "good"),), choices=((Choice("note:yes", "Yes"),),))


class Post:
    """A sender: raises the next of `failures` at each attempt, None lets one pass."""

    def __init__(self, *failures: SendError | None) -> None:
        self.failures = list(failures)
        self.tried: list[tuple[str, Reply]] = []
        self.delivered: list[tuple[str, Reply]] = []

    async def send(self, address: Address, reply: Reply) -> None:
        self.tried.append((address.id, reply))
        if self.failures and (failure := self.failures.pop(0)) is not None:
            raise failure
        self.delivered.append((address.id, reply))


async def letters(store: SqliteStore, *texts: str, to: Address = ADA) -> list[Letter]:
    replies = tuple(Reply(text=text) for text in texts)
    return await store.commit(to, TurnResult(session=Session(), replies=replies))


async def one_run(store: SqliteStore, post: Post) -> None:
    """What a run does that has to stop at the first wait."""
    courier = Courier(post, store.outbox, Patience(stop_after=0))
    await courier.deliver(await store.outbox.waiting("telegram"))


async def waiting(store: SqliteStore) -> list[str]:
    return [letter.reply.text for letter in await store.outbox.waiting("telegram")]


async def test_deliver_when_all_is_well_then_in_order_and_out_of_the_outbox(
    store: SqliteStore, patience: Patience
) -> None:
    post = Post()
    await Courier(post, store.outbox, patience).deliver(await letters(store, "one", "two"))
    assert [reply.text for _, reply in post.delivered] == ["one", "two"]
    assert await waiting(store) == []
    assert patience.waited == []


async def test_deliver_when_certainly_not_sent_then_tried_again_with_growing_pauses(
    store: SqliteStore, patience: Patience
) -> None:
    post = Post(*[NotSentError("refused")] * 8)
    await Courier(post, store.outbox, patience).deliver(await letters(store, "one", "two"))
    assert patience.waited == [1, 2, 4, 8, 16, 32, 60, 60]
    assert [reply.text for _, reply in post.delivered] == ["one", "two"]
    assert await waiting(store) == []


async def test_deliver_when_in_doubt_then_three_attempts_in_all(
    store: SqliteStore, patience: Patience, caplog: pytest.LogCaptureFixture
) -> None:
    post = Post(*[InDoubtError("cut")] * 3)
    [one, two] = await letters(store, "my secret plan", "two")
    await Courier(post, store.outbox, patience).deliver([one, two])
    assert [reply.text for _, reply in post.tried] == ["my secret plan"] * 3 + ["two"]
    assert await waiting(store) == []
    assert f"letter {one.id} is given up" in caplog.text
    assert "secret" not in caplog.text


async def test_deliver_when_in_doubt_over_several_runs_then_three_attempts_in_all(store: SqliteStore) -> None:
    await letters(store, "one")
    tried = 0
    for _ in range(5):  # each run ends in the middle of the attempt
        post = Post(InDoubtError("cut"))
        await Courier(post, store.outbox, Patience(stop_after=0)).deliver(
            await store.outbox.waiting("telegram")
        )
        tried += len(post.tried)
    assert tried == 3
    assert await waiting(store) == []


async def test_deliver_when_not_sent_over_many_runs_then_still_not_given_up(store: SqliteStore) -> None:
    await letters(store, "one")
    for _ in range(5):
        post = Post(NotSentError("refused"))
        await Courier(post, store.outbox, Patience(stop_after=0)).deliver(
            await store.outbox.waiting("telegram")
        )
    assert await waiting(store) == ["one"]


async def test_deliver_when_flooded_then_waits_as_told_and_no_attempt_counts(
    store: SqliteStore, patience: Patience
) -> None:
    post = Post(*[FloodError(35.0)] * 5)
    await Courier(post, store.outbox, patience).deliver(await letters(store, "one"))
    assert patience.waited == [35.0] * 5
    assert len(post.delivered) == 1


async def test_deliver_when_person_is_gone_then_no_more_letters_and_no_subscription(
    store: SqliteStore, patience: Patience, soon: Subscription
) -> None:
    await store.commit(ADA, TurnResult(session=Session(), changes=(Subscribe(soon),)))
    post = Post(GoneError("blocked"))
    await letters(store, "bob's", to=BOB)
    await Courier(post, store.outbox, patience).deliver(await letters(store, "one", "two"))
    assert [reply.text for _, reply in post.tried] == ["one"]
    assert await waiting(store) == ["bob's"]
    assert (await store.load(ADA)).subscription is None


async def test_deliver_when_chat_has_moved_then_followed(store: SqliteStore, patience: Patience) -> None:
    post = Post(MovedError("-100200"))
    courier = Courier(post, store.outbox, patience)
    await courier.deliver(await letters(store, "one", "two"))
    assert [to for to, _ in post.delivered] == ["-100200", "-100200"]
    assert await waiting(store) == []


async def test_deliver_when_chat_moves_in_circles_then_given_up(
    store: SqliteStore, patience: Patience
) -> None:
    post = Post(MovedError("1003"), MovedError("1001"), MovedError("1003"), MovedError("1001"))
    await Courier(post, store.outbox, patience).deliver(await letters(store, "one"))
    assert len(post.tried) == 3
    assert await waiting(store) == []


async def test_deliver_when_refused_then_once_more_as_plain_text(
    store: SqliteStore, patience: Patience, caplog: pytest.LogCaptureFixture
) -> None:
    post = Post(RefusedError("Bad Request: wrong entity"))
    [letter] = await store.commit(ADA, TurnResult(session=Session(), replies=(FANCY,)))
    await Courier(post, store.outbox, patience).deliver([letter])
    assert post.delivered == [("1001", Reply(text="Hi"))]
    assert f"letter {letter.id} is refused, our bug: Bad Request: wrong entity" in caplog.text


async def test_deliver_when_plain_text_is_refused_too_then_given_up(
    store: SqliteStore, patience: Patience
) -> None:
    post = Post(RefusedError("no"), RefusedError("no"))
    await store.commit(ADA, TurnResult(session=Session(), replies=(FANCY, Reply(text="two"))))
    await Courier(post, store.outbox, patience).deliver(await store.outbox.waiting("telegram"))
    assert post.delivered == [("1001", Reply(text="two"))]
    assert await waiting(store) == []


async def test_deliver_when_token_is_not_accepted_then_stops_and_no_row_changes(
    store: SqliteStore, patience: Patience
) -> None:
    for _ in range(5):
        with pytest.raises(UnauthorizedError):
            await Courier(Post(UnauthorizedError("no")), store.outbox, patience).deliver(
                await store.outbox.waiting("telegram") or await letters(store, "one")
            )
    [letter] = await store.outbox.waiting("telegram")
    assert letter.attempts == 0


async def test_deliver_when_stopping_then_what_would_have_to_wait_stays(store: SqliteStore) -> None:
    post = Post(NotSentError("refused"))
    await Courier(post, store.outbox, Patience(stop_after=0)).deliver(await letters(store, "one", "two"))
    assert len(post.tried) == 1
    assert await waiting(store) == ["one", "two"]


async def test_deliver_when_letter_is_withdrawn_then_not_sent(store: SqliteStore, patience: Patience) -> None:
    written = await letters(store, "one")
    await store.outbox.gone(ADA)
    post = Post()
    await Courier(post, store.outbox, patience).deliver(written)
    assert post.tried == []


class FullDisk:
    """An outbox that fails so many times before each call."""

    def __init__(self, store: SqliteStore, times: int) -> None:
        self._outbox = store.outbox
        self._left = {"begin": times, "sent": times}

    def __getattr__(self, name: str) -> Any:
        async def call(*args: object) -> object:
            if self._left.get(name, 0):
                self._left[name] -= 1
                raise StoreError("the disk is full")
            return await getattr(self._outbox, name)(*args)

        return call


async def test_deliver_when_disk_is_full_then_each_letter_still_goes_out_once(
    store: SqliteStore, patience: Patience
) -> None:
    post = Post()
    outbox: Any = FullDisk(store, 3)
    await Courier(post, outbox, patience).deliver(await letters(store, "one", "two"))
    assert [reply.text for _, reply in post.delivered] == ["one", "two"]
    assert patience.waited == [1, 2, 2] * 2
    assert await waiting(store) == []


async def test_deliver_when_the_first_attempt_is_begun_already_then_three_in_all_all_the_same(
    store: SqliteStore, patience: Patience
) -> None:
    result = TurnResult(session=Session(), replies=(Reply(text="hello"),))
    begun = await store.commit(ADA, result, update_id=7)
    post = Post(*[InDoubtError("lost")] * 9)
    await Courier(post, store.outbox, patience).deliver(begun)
    assert len(post.tried) == 3
    assert await store.outbox.waiting("telegram") == []
