"""Buttons on the wire: passing something on, and the place where somebody is."""

from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace

from bot.channels.telegram_bot.buttons import button, without_location
from bot.channels.telegram_bot.render import render, render_edit
from bot.conversation import Choice, Reply, Share

SHARE = Choice("challenge:share:19", "Pass it on", share=Share("week19", "Week 19: A reason & a door? 50%"))
ASK = Reply(text="Where?", choices=((Choice("a:b", "Here", asks_location=True),), (Choice("a:c", "Back"),)))


def test_share_when_the_bot_knows_its_name_then_a_link_that_opens_the_list_of_chats() -> None:
    shown = button(SHARE, "coach_bot")
    link = urlsplit(shown["url"])
    assert (link.hostname, link.path) == ("t.me", "/share/url")
    assert parse_qs(link.query, strict_parsing=True) == {
        "url": ["https://t.me/coach_bot?start=week19"],
        "text": ["Week 19: A reason & a door? 50%"],
    }
    assert "+" not in link.query  # Telegram would show it as a plus


def test_share_when_the_name_is_not_known_then_a_button_like_any_other() -> None:
    assert button(SHARE, None) == {"text": "Pass it on", "callback_data": "challenge:share:19"}


def test_location_when_asked_for_then_a_keyboard_for_once_with_all_buttons() -> None:
    (call,) = render(ASK, "Copy")
    assert call.parameters["reply_markup"] == {
        "keyboard": [[{"text": "Here", "request_location": True}], [{"text": "Back"}]],
        "one_time_keyboard": True,
        "resize_keyboard": True,
    }


def test_location_when_it_was_a_step_then_sent_below_because_no_edit_can_ask_for_it() -> None:
    assert render_edit(replace(ASK, replaces="7"), "Copy") is None


def test_location_when_it_is_known_then_the_keyboard_goes() -> None:
    (call,) = render(Reply(text="Thanks", place_known=True), "Copy")
    assert call.parameters["reply_markup"] == {"remove_keyboard": True}


def test_location_when_in_a_group_then_not_asked_for() -> None:
    assert without_location(ASK).choices == ((Choice("a:c", "Back"),),)
