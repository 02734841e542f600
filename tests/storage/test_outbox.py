"""The contract of Outbox: what was said waits until it is known to be sent; people go and move."""

from bot.conversation import Address, Choice, Mark, Reply
from bot.state import Draft, MarkWeek, Remind, SaveDraft, Session, Snapshot, Subscribe, TurnResult
from tests.storage.kit import ANNA, BORIS, MONDAY, Engine, Opener, only_due, subscribe, subscription, turn

NEW = Address("telegram", "-1009")


async def texts(store: Engine, channel: str = "telegram") -> list[str]:
    return [letter.reply.text for letter in await store.outbox.waiting(channel)]


async def test_waiting_when_a_reply_has_everything_then_it_comes_back_as_it_was(store: Engine) -> None:
    full = Reply(
        text="Good: 🌻",
        kind="file",
        marks=(Mark(0, 4, "good"),),
        choices=((Choice("a:b", "One"), Choice("a:c", "Two")), (Choice("a:d", "Three"),)),
        filename="notes.txt",
        content="a\nb",
    )
    (letter,) = await store.commit(ANNA, TurnResult(session=Session(), replies=(full,)))
    assert (letter.address, letter.reply, letter.attempts) == (ANNA, full, 0)
    assert await store.outbox.waiting("telegram") == [letter]


async def test_waiting_when_letters_were_written_then_in_order_and_of_the_channel_only(store: Engine) -> None:
    await store.commit(ANNA, turn(replies=("1", "2")))
    await store.commit(Address("console", "me"), turn(replies=("elsewhere",)))
    await store.commit(BORIS, turn(replies=("3",)))
    assert await texts(store) == ["1", "2", "3"]
    assert await texts(store, "console") == ["elsewhere"]


async def test_begin_when_called_again_then_counts_also_over_a_restart(opener: Opener) -> None:
    async with opener() as store:
        (letter,) = await store.commit(ANNA, turn(replies=("1",)))
        assert await store.outbox.begin(letter.id) == 1
    async with opener() as store:
        assert [waiting.attempts for waiting in await store.outbox.waiting("telegram")] == [1]
        assert await store.outbox.begin(letter.id) == 2


async def test_release_when_certainly_not_sent_then_the_attempt_does_not_count(store: Engine) -> None:
    (letter,) = await store.commit(ANNA, turn(replies=("1",)))
    await store.outbox.begin(letter.id)
    await store.outbox.release(letter.id)
    assert await store.outbox.begin(letter.id) == 1


async def test_sent_when_called_then_only_that_letter_is_gone_and_may_be_called_again(store: Engine) -> None:
    first, _ = await store.commit(ANNA, turn(replies=("1", "2")))
    await store.outbox.sent(first.id)
    await store.outbox.sent(first.id)
    assert await texts(store) == ["2"]


async def test_begin_when_the_letter_was_withdrawn_then_zero(store: Engine) -> None:
    (letter,) = await store.commit(ANNA, turn(replies=("1",)))
    await store.outbox.gone(ANNA)
    assert await store.outbox.begin(letter.id) == 0


async def test_sent_when_late_then_never_a_newer_letter(store: Engine) -> None:
    (letter,) = await store.commit(ANNA, turn(replies=("1",)))
    await store.outbox.sent(letter.id)
    await store.commit(ANNA, turn(replies=("2",)))
    await store.outbox.sent(letter.id)
    assert await texts(store) == ["2"]


async def test_gone_when_subscribed_then_nothing_more_comes_and_the_rest_stays(store: Engine) -> None:
    changes = (Subscribe(subscription()), Remind(1, MONDAY), MarkWeek(1, "done"))
    await store.commit(ANNA, turn(*changes, replies=("1",)))
    await store.commit(BORIS, turn(replies=("2",)))
    await subscribe(store, BORIS)
    await store.outbox.gone(ANNA)
    found = await store.load(ANNA)
    assert (found.subscription, found.weeks) == (None, {1: "done"})
    assert await texts(store) == ["2"]
    assert [due.address for due in await store.deliveries.due(MONDAY, 10)] == [BORIS]
    assert (await store.export(ANNA))["blocked_at"] is not None


async def test_gone_when_they_write_again_then_they_are_back_and_can_subscribe(store: Engine) -> None:
    await subscribe(store)
    await store.outbox.gone(ANNA)
    await subscribe(store)
    assert (await store.export(ANNA))["blocked_at"] is None
    assert await store.deliveries.claim(await only_due(store, MONDAY), MONDAY) == 1


async def test_gone_when_nobody_is_stored_then_their_letters_are_dropped(store: Engine) -> None:
    await store.outbox.gone(NEW)
    assert await store.load(NEW) == Snapshot()


async def test_moved_when_stored_then_everything_is_under_the_new_address(store: Engine) -> None:
    draft = SaveDraft(Draft(text="a", limit=200))
    await store.commit(ANNA, turn(draft, Subscribe(subscription()), replies=("1",), dialog="note"))
    before = await store.load(ANNA)
    await store.outbox.moved(ANNA, NEW.id)
    assert await store.load(NEW) == before
    assert await store.load(ANNA) == Snapshot()
    assert [letter.address for letter in await store.outbox.waiting("telegram")] == [NEW]
    assert (await only_due(store, MONDAY)).address == NEW


async def test_moved_when_the_new_chat_was_begun_already_then_the_old_one_counts(store: Engine) -> None:
    await store.commit(ANNA, turn(SaveDraft(Draft(text="old", limit=200)), replies=("1",)))
    await store.commit(NEW, turn(replies=("2",)))
    await store.outbox.moved(ANNA, NEW.id)
    assert (await store.load(NEW)).draft == Draft(text="old", limit=200)
    assert {letter.address for letter in await store.outbox.waiting("telegram")} == {NEW}
    assert await texts(store) == ["1", "2"]


async def test_moved_when_told_twice_then_nothing_is_lost(store: Engine) -> None:
    await store.commit(ANNA, turn(SaveDraft(Draft(text="old", limit=200))))
    await store.outbox.moved(ANNA, NEW.id)
    await store.outbox.moved(ANNA, NEW.id)
    await store.outbox.moved(NEW, NEW.id)
    assert (await store.load(NEW)).draft == Draft(text="old", limit=200)


async def test_post_when_it_answers_an_update_then_the_first_attempt_at_the_first_letter_counts(
    store: Engine,
) -> None:
    first, second = await store.commit(ANNA, turn(replies=("one", "two")), update_id=7)
    assert [(letter.begun, letter.attempts) for letter in (first, second)] == [(True, 1), (False, 0)]
    assert [letter.attempts for letter in await store.outbox.waiting("telegram")] == [1, 0]
    assert not any(letter.begun for letter in await store.outbox.waiting("telegram"))
    assert await store.outbox.begin(first.id) == 2
