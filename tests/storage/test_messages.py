"""The contract of messages that may be edited: remembered when sent, forgotten when of no use."""

from bot.conversation import Address, Choice, Reply
from bot.shown import Shown
from bot.state import Forget, Session, TurnResult
from tests.storage.kit import ANNA, Engine, turn

ROWS = ((Choice("a:b", "B"),),)
QUESTION, ANSWER = Shown("10", None, buttons=True), Shown("11", "verdict", buttons=True)


async def sent(store: Engine, shown: Shown | None, to: Address = ANNA) -> None:
    """One letter, delivered."""
    (letter,) = await store.commit(to, turn(replies=("x",)))
    await store.outbox.sent(letter.id, shown)


async def known(store: Engine, address: Address = ANNA) -> tuple[Shown, ...]:
    return (await store.load(address)).shown


async def test_sent_when_it_may_be_edited_then_remembered_oldest_first(store: Engine) -> None:
    await sent(store, ANSWER)
    await sent(store, Shown("9", None, buttons=True))
    await sent(store, None)
    assert await known(store) == (Shown("9", None, buttons=True), ANSWER)
    assert (await store.export(ANNA))["messages"][1] == {"ref": "11", "name": "verdict", "buttons": True}


async def test_sent_when_the_name_is_given_again_then_the_newest_has_it_and_old_buttons_stay_known(
    store: Engine,
) -> None:
    await sent(store, ANSWER)
    await sent(store, Shown("12", "marked", buttons=False))
    await sent(store, Shown("13", "verdict", buttons=True))
    await sent(store, Shown("14", "marked", buttons=False))
    assert await known(store) == (
        Shown("11", None, buttons=True),
        Shown("13", "verdict", buttons=True),
        Shown("14", "marked", buttons=False),
    )


async def test_commit_when_replies_clear_then_those_have_no_buttons_and_names_stay(store: Engine) -> None:
    await sent(store, QUESTION)
    await sent(store, ANSWER)
    reply = Reply(text="next", choices=ROWS, clears=("10", "11", "99"))
    (letter,) = await store.commit(ANNA, TurnResult(session=Session(), replies=(reply,)))
    assert letter.reply == reply
    assert await known(store) == (Shown("11", "verdict", buttons=False),)


async def test_commit_when_a_reply_takes_the_place_of_one_with_buttons_then_it_has_those_of_the_reply(
    store: Engine,
) -> None:
    await sent(store, QUESTION)
    for rows, shown in ((ROWS, QUESTION), ((), None)):
        reply = Reply(text="next", choices=rows, replaces="10")
        (letter,) = await store.commit(ANNA, TurnResult(session=Session(), replies=(reply,)))
        await store.outbox.sent(letter.id, shown)
        assert await known(store) == ((QUESTION,) if rows else ())


async def test_forget_when_messages_are_known_then_they_are_not_any_more(store: Engine) -> None:
    await sent(store, QUESTION)
    (letter,) = await store.commit(ANNA, turn(Forget(), replies=("gone",)))
    await store.outbox.sent(letter.id, QUESTION)
    assert await known(store) == ()
    assert await store.export(ANNA) == {}


async def test_moved_when_the_chat_has_another_id_then_its_messages_go_with_it(store: Engine) -> None:
    await sent(store, QUESTION)
    await store.outbox.moved(ANNA, "-1009")
    assert await known(store, Address("telegram", "-1009")) == (QUESTION,)
