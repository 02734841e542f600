"""What comes from Telegram."""

import json
from typing import Any

import pytest
from telegram import Bot

from bot.channels.telegram_bot.receive import (
    ATTACHMENTS,
    blocked_by,
    from_message,
    from_press,
    parse,
    raw_update,
)
from bot.conversation import Address, Incoming, Location
from bot.ports import RawUpdate
from tests.helpers.bot_api import TOKEN

BOT = Bot(TOKEN)
ADA = Address("telegram", "1001")
CHAT = {"id": 1001, "type": "private", "first_name": "Ada"}
PERSON = {"id": 1001, "is_bot": False, "first_name": "Ada"}
FILE = {"file_id": "1", "file_unique_id": "1", "duration": 1, "width": 1, "height": 1, "length": 1}


def received(update: dict[str, Any]) -> Any:
    """The update as the library's object, after the way through the inbox."""
    raw = raw_update({"update_id": 5, **update})
    assert raw is not None
    found = parse(raw, BOT)
    assert found is not None
    return found


def message(**content: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": 1, "chat": CHAT, "from": PERSON} | content


def incoming(**content: Any) -> Incoming | None:
    return from_message(received({"message": message(**content)}).message)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Hi <b>there</b> & _you_", "Hi <b>there</b> & _you_"),
        ("/start week19", "/start week19"),
        ("a\x00b\u202ec", "abc"),
        ("\ud83dcut in half", "cut in half"),
    ],
)
def test_message_when_text_then_cleaned_and_otherwise_as_typed(typed: str, text: str) -> None:
    assert incoming(text=typed) == Incoming(address=ADA, text=text, ref="7")


def test_message_when_caption_then_it_is_the_text() -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    assert incoming(photo=photo, caption="My draft") == Incoming(address=ADA, text="My draft", ref="7")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("photo", [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]),
        ("voice", FILE),
        ("document", FILE),
        ("video_note", FILE),
        ("sticker", FILE | {"type": "regular", "is_animated": False, "is_video": False}),
        ("location", {"latitude": 91.0, "longitude": 1.0}),
        ("location", {"latitude": "x", "longitude": 1.0}),
        ("contact", {"phone_number": "1", "first_name": "A"}),
    ],
)
def test_message_when_no_words_then_a_choice_says_what_it_is(kind: str, content: Any) -> None:
    assert incoming(**{kind: content}) == Incoming(address=ADA, choice=f"other:{kind}", ref="7")


def test_message_when_a_location_is_shared_then_the_place_and_no_words() -> None:
    assert incoming(location={"latitude": 60.17, "longitude": 24.94}) == Incoming(
        address=ADA, ref="7", location=Location(60.17, 24.94)
    )


def test_message_when_attachment_comes_with_one_for_older_apps_then_it_is_named() -> None:
    found = incoming(animation=FILE, document=FILE)
    assert found is not None
    assert found.choice == "other:animation"


def test_attachments_when_made_a_choice_then_they_fit_a_button() -> None:
    assert max(len(f"other:{kind}") for kind in ATTACHMENTS) <= 64


@pytest.mark.parametrize("content", [{"new_chat_title": "x"}, {"text": "\x00"}, {}])
def test_message_when_nothing_in_it_wants_an_answer_then_none(content: dict[str, Any]) -> None:
    assert incoming(**content) is None


def test_edit_when_text_then_marked_as_edited() -> None:
    update = received({"edited_message": message(text="Better", edit_date=2)})
    expected = Incoming(address=ADA, text="Better", ref="7", edited=True)
    assert from_message(update.edited_message, edited=True) == expected


def test_edit_when_no_text_then_none() -> None:
    update = received({"edited_message": message(voice=FILE, edit_date=2)})
    assert from_message(update.edited_message, edited=True) is None


def test_message_when_there_is_none_then_none() -> None:
    assert from_message(None) is None


def test_message_when_another_program_writes_then_none() -> None:
    assert incoming(**{"text": "/start", "from": PERSON | {"is_bot": True}}) is None


def press(**parts: Any) -> Incoming | None:
    query = {"id": "3", "from": PERSON, "chat_instance": "1"} | parts
    return from_press(received({"callback_query": query}).callback_query)


YES, NO = {"text": "Yes", "callback_data": "note:yes"}, {"text": "No", "callback_data": "note:no"}
KEYBOARD = {"inline_keyboard": [[NO], [YES]]}
CHANNEL = {"id": -6, "type": "channel", "title": "C"}
GROUP = {"id": -5, "type": "group", "title": "G"}


def test_press_when_button_is_known_then_its_label_is_the_text() -> None:
    found = press(data="note:yes", message=message(text="?", reply_markup=KEYBOARD))
    assert found == Incoming(address=ADA, text="Yes", choice="note:yes", ref="7")


@pytest.mark.parametrize("old", [message(text="?"), {"message_id": 7, "date": 0, "chat": CHAT}])
def test_press_when_message_is_not_known_then_without_label(old: dict[str, Any]) -> None:
    assert press(data="note:yes", message=old) == Incoming(address=ADA, choice="note:yes", ref="7")


@pytest.mark.parametrize(
    "parts",
    [
        {"data": "note:yes"},
        {"game_short_name": "x", "message": message(text="?")},
        {
            "data": "note:yes",
            "message": message(text="?") | {"chat": CHANNEL},
        },
        {"data": "forget:yes", "message": message(text="?"), "from": PERSON | {"id": 1002}},
    ],
)
def test_press_when_not_one_of_ours_then_none(parts: dict[str, Any]) -> None:
    assert press(**parts) is None


def test_press_when_there_is_none_then_none() -> None:
    assert from_press(None) is None


def membership(status: str, chat: dict[str, Any] = CHAT) -> Address | None:
    user = {"id": 5, "is_bot": True, "first_name": "Coach"}
    change = {
        "chat": chat,
        "from": PERSON,
        "date": 1,
        "old_chat_member": {"user": user, "status": "member"},
        "new_chat_member": {"user": user, "status": status, "until_date": 0},
    }
    return blocked_by(received({"my_chat_member": change}).my_chat_member)


def test_membership_when_blocked_then_says_who() -> None:
    assert membership("kicked") == ADA


def test_membership_when_a_group_sends_the_bot_away_then_the_group() -> None:
    assert membership("left", GROUP) == membership("kicked", GROUP) == Address("telegram", "-5")


def test_membership_when_anything_else_then_nobody() -> None:
    assert membership("member") is None
    assert membership("kicked", CHANNEL) is None
    assert blocked_by(None) is None


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"message": message(text="x")}, "1001"),
        ({"edited_message": message(text="x")}, "1001"),
        ({"callback_query": {"message": message(text="x")}}, "1001"),
        ({"callback_query": {"id": "1"}}, ""),
        ({"my_chat_member": {"chat": CHAT}}, "1001"),
        ({"message": {"chat": 7}}, ""),
        ({"message": 7}, ""),
        ({"message": {"chat": {"id": "\ud83d"}}}, ""),
        ({"poll": {}}, ""),
        ({"inline_query": {"from": {"id": 1001}}}, "inline:1001"),
        ({"inline_query": {"from": {"id": "\ud83d"}}}, "inline:"),
        ({"inline_query": {"from": 7}}, "inline:"),
    ],
)
def test_raw_when_stored_then_in_the_lane_of_its_chat(update: dict[str, Any], lane: str) -> None:
    raw = raw_update({"update_id": 5, **update})
    assert raw is not None
    assert (raw.update_id, raw.lane) == (5, lane)
    assert json.loads(raw.payload) == {"update_id": 5, **update}


@pytest.mark.parametrize(
    "update", [None, [], "x", {}, {"update_id": "5"}, {"update_id": True}, {"update_id": 1 << 63}]
)
def test_raw_when_without_a_number_then_none(update: Any) -> None:
    assert raw_update(update) is None


@pytest.mark.parametrize("payload", [b"", b"{", b"[1]", b'{"update_id": 5, "message": {"chat": 7}}', b"\xff"])
def test_parse_when_malformed_then_none(payload: bytes) -> None:
    assert parse(RawUpdate(5, "", payload), BOT) is None


ELSEWHERE = {"type": "hidden_user", "date": 1, "sender_user_name": "Bo"}


def test_message_when_forwarded_then_its_words_are_not_taken_for_the_person_s() -> None:
    found = incoming(text="Hi, let us connect", forward_origin=ELSEWHERE)
    assert found == Incoming(address=ADA, text="Hi, let us connect", ref="7", origin="forwarded")


def test_message_when_it_quotes_another_chat_then_the_quoted_words_count() -> None:
    outside = {"origin": ELSEWHERE, "chat": GROUP}
    quote = {"text": "Hi, let us connect", "position": 0}
    found = incoming(text="what now?", external_reply=outside, quote=quote)
    assert found == Incoming(address=ADA, text="Hi, let us connect", ref="7", origin="quoted")


def test_message_when_it_quotes_the_bot_then_its_own_words_count() -> None:
    quote = {"text": "Who would you like to invite?", "position": 0}
    assert incoming(text="Ada Obi", quote=quote) == Incoming(address=ADA, text="Ada Obi", ref="7")
