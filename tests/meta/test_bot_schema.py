"""The schema of the Bot API that every call in the tests is held against."""

from typing import Any

import pytest
import telegram

from tests.helpers.bot_schema.against import differences
from tests.helpers.bot_schema.check import faults
from tests.helpers.bot_schema.made import KEPT, as_json, kept, made, types_of

HELLO: dict[str, Any] = {"chat_id": 1, "text": "Hello"}


def test_schema_when_read_off_the_library_then_it_is_the_one_that_is_kept() -> None:
    assert KEPT.read_text("utf-8") == as_json(made()), "write it anew: python -m tests.helpers.bot_schema"
    assert kept() == made()
    assert kept().version == telegram.__bot_api_version__


@pytest.mark.parametrize(
    ("annotation", "types"),
    [
        ("<class 'int'>", ("Integer",)),
        ("str | None", ("String",)),
        ("int | datetime.timedelta | None", ("Integer",)),
        ("collections.abc.Sequence['MessageEntity'] | None", ("Array of MessageEntity",)),
        (
            "typing.Union[telegram._utils.defaultvalue.DefaultValue[bool], bool, NoneType]",
            ("Boolean",),
        ),
        ("telegram._copytextbutton.CopyTextButton | None", ("CopyTextButton",)),
        ("typing.Optional[typing.Literal[0, 1, 2]]", ("Integer",)),
        ("collections.abc.Sequence[BotCommand | tuple[str, str]]", ("Array of BotCommand",)),
    ],
)
def test_annotation_when_read_then_it_is_what_the_bot_api_calls_it(
    annotation: str, types: tuple[str, ...]
) -> None:
    assert types_of(annotation) == types


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("getMe", {}),
        ("sendMessage", HELLO),
        ("sendmessage", HELLO | {"chat_id": "@somewhere"}),
        ("sendMessage", HELLO | {"entities": [{"type": "bold", "offset": 0, "length": 5}]}),
        ("sendMessage", HELLO | {"reply_markup": {"force_reply": True, "input_field_placeholder": "Ana"}}),
        (
            "sendMessage",
            HELLO | {"reply_markup": {"inline_keyboard": [[{"text": "Copy", "copy_text": {"text": "x"}}]]}},
        ),
        ("sendMessage", HELLO | {"text": "🎈" * 2048}),
        ("sendDocument", {"chat_id": 1, "document": {"file_name": "a.txt", "content": "a"}}),
        (
            "setMyCommands",
            {
                "commands": [{"command": "note", "description": "A note"}],
                "scope": {"type": "all_private_chats"},
            },
        ),
    ],
)
def test_call_when_it_is_good_then_nothing_is_found(method: str, parameters: dict[str, Any]) -> None:
    assert faults(method, parameters) == []


@pytest.mark.parametrize(
    ("method", "parameters", "found"),
    [
        ("sendMesage", HELLO, "there is no such method"),
        ("sendMessage", {"chat_id": 1}, "text: missing"),
        ("sendMessage", HELLO | {"parsemode": "HTML"}, "parsemode: there is no such field"),
        ("sendMessage", HELLO | {"text": 7}, "String wanted, int given"),
        ("sendMessage", HELLO | {"protect_content": 1}, "Boolean wanted, int given"),
        ("sendMessage", HELLO | {"message_thread_id": True}, "Integer wanted, bool given"),
        ("sendMessage", HELLO | {"text": " \n"}, "empty"),
        ("sendMessage", HELLO | {"text": "🎈" * 2048 + "."}, "4097 units, 4096 at most"),
        ("sendMessage", HELLO | {"entities": {}}, "a list wanted"),
        ("sendMessage", HELLO | {"entities": [{"type": "bold", "offset": 0}]}, "length: missing"),
        ("sendMessage", HELLO | {"entities": [{"type": "bold", "offset": 1, "length": 5}]}, "outside"),
        ("sendMessage", HELLO | {"entities": [{"type": "bold", "offset": 0, "length": 0}]}, "outside"),
        (
            "sendMessage",
            HELLO | {"text": "a" * 101, "entities": [{"type": "bold", "offset": 0, "length": 1}] * 101},
            "101 items are too many",
        ),
        (
            "sendMessage",
            HELLO | {"reply_markup": {"inline_keyboard": [{"text": "Go", "callback_data": "go"}]}},
            "a list wanted",
        ),
        (
            "sendMessage",
            HELLO | {"reply_markup": {"inline_keyboard": [[{"text": "Go", "callback_data": "é" * 33}]]}},
            "66 bytes, 64 at most",
        ),
        (
            "sendMessage",
            HELLO
            | {"reply_markup": {"inline_keyboard": [[{"text": "Copy", "copy_text": {"text": "x" * 257}}]]}},
            "257 units, 256 at most",
        ),
        (
            "sendMessage",
            HELLO | {"reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 65}},
            "65 units, 64 at most",
        ),
        (
            "sendDocument",
            {"chat_id": 1, "caption": "x" * 1025, "document": {"file_name": "a.txt", "content": "a"}},
            "1025 units, 1024 at most",
        ),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "201 units, 200 at most"),
        (
            "setMyCommands",
            {"commands": [{"command": "Note", "description": "A note"}]},
            "letters, digits and underscores",
        ),
    ],
)
def test_call_when_the_bot_api_would_not_take_it_then_it_is_said_why(
    method: str, parameters: dict[str, Any], found: str
) -> None:
    assert found in " ".join(faults(method, parameters))


def test_call_when_written_as_a_form_then_numbers_and_lists_are_read() -> None:
    written = {"chat_id": "1", "text": "12", "message_thread_id": "3", "protect_content": "true"}
    assert faults("sendMessage", written, form=True) == []
    assert faults("sendMessage", written) != []


def test_specification_when_it_says_something_else_then_each_difference_is_a_line() -> None:
    published = {
        "methods": {
            "getMe": {},
            "sendSmoke": {},
            "sendMessage": {
                "fields": [
                    {"name": "chat_id", "types": ["Integer"], "required": True},
                    {"name": "text", "types": ["Integer"], "required": False},
                ]
            },
        },
        "types": {},
    }
    lines = [*differences(kept(), published)]
    assert "method sendSmoke: only the specification has it" in lines
    assert "method sendPhoto: only the library has it" in lines
    assert "sendMessage: text: required is True here, False there" in lines
    assert "sendMessage: text: String here, Integer there" in lines
