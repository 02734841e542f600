"""Where replies appear, and which buttons they take away."""

from bot.conversation import Address, Choice, Incoming, Reply
from bot.dialog.placing import place
from bot.shown import Shown, shown_as

ME = Address("test", "me")
TYPED, PRESSED = Incoming(address=ME, text="x", ref="9"), Incoming(address=ME, choice="a:b", ref="5")
ROWS = ((Choice("a:b", "B"),),)
STEP, PLAIN = Reply(text="next", choices=ROWS, step=True), Reply(text="plain")
OLD = Shown("5", None, buttons=True)


def refs(
    *replies: Reply, to: Incoming, shown: tuple[Shown, ...] = (OLD,)
) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.replaces, one.clears) for one in place(replies, to, shown)]


def test_place_when_a_step_answers_a_press_then_it_takes_that_message_s_place() -> None:
    assert refs(STEP, to=PRESSED) == [("5", ())]


def test_place_when_a_step_answers_words_then_below_and_the_old_buttons_go() -> None:
    assert refs(STEP, to=TYPED) == [(None, ("5",))]


def test_place_when_something_is_said_before_the_step_then_both_are_below() -> None:
    assert refs(PLAIN, STEP, to=PRESSED) == [(None, ("5",)), (None, ())]


def test_place_when_nothing_new_can_be_pressed_then_the_old_buttons_stay() -> None:
    assert refs(PLAIN, to=TYPED) == [(None, ())]


def test_place_when_the_new_buttons_last_then_they_take_none_away() -> None:
    assert refs(Reply(text="week", choices=ROWS, lasting=True), to=TYPED) == [(None, ())]


def test_place_when_an_edit_is_answered_then_the_earlier_answer_of_that_name_is_replaced() -> None:
    edit = Incoming(address=ME, text="x", ref="3", edited=True)
    verdict = Shown("7", "verdict", buttons=True)
    named = Reply(text="better", name="verdict", choices=ROWS)
    assert refs(named, to=edit, shown=(OLD, verdict)) == [("7", ("5",))]
    assert refs(named, to=TYPED, shown=(verdict,)) == [(None, ("7",))]


def test_place_when_a_button_is_out_of_date_then_its_message_loses_its_buttons_once() -> None:
    assert place((PLAIN,), PRESSED, (OLD,), faded="5")[0].clears == ("5",)
    assert place((Reply(text="x", choices=ROWS),), PRESSED, (OLD,), faded="5")[0].clears == ("5",)


def test_shown_as_when_a_location_is_asked_for_then_there_is_nothing_to_take_away_later() -> None:
    asking = Reply(text="where?", choices=((Choice("a:b", "Here", asks_location=True),),))
    assert shown_as(asking, "7") is None
    assert shown_as(Reply(text="x", choices=ROWS), "7") == Shown("7", None, buttons=True)
    assert shown_as(Reply(text="x", choices=ROWS, lasting=True), "7") is None
    assert shown_as(Reply(text="x", name="verdict"), "7") == Shown("7", "verdict", buttons=False)
    assert shown_as(Reply(text="x", name="verdict"), None) is None


def test_place_when_nothing_is_said_then_nothing_is_placed() -> None:
    assert place((), PRESSED, (OLD,), faded="5") == ()
