"""Replies as calls of the Bot API."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_bot.render import SEND_DOCUMENT, SEND_MESSAGE, SEND_PHOTO, Call, plain, render
from bot.coach.text import units
from bot.coach.year import Legend, Stretch, Tile, Year
from bot.conversation import Choice, Mark, Reply

YEAR = Year(
    title="A year",
    stretches=(Stretch("Near", (Tile(1, "done"),)),),
    legend=Legend(done="done", skipped="skipped", waiting="waiting", ahead="ahead", now="now"),
)
YES, NO = Choice("note:yes", "Yes"), Choice("note:no", "No")


def only(calls: list[Call]) -> dict[str, Any]:
    assert len(calls) == 1
    return calls[0].parameters


def test_render_when_text_then_no_parse_mode_and_no_link_previews() -> None:
    typed = "<b>R&D</b> _*[x](y) `z` https://example.org"
    parameters = only(render(Reply(text=typed), "Copy"))
    assert parameters == {"text": typed, "link_preview_options": {"is_disabled": True}}


@pytest.mark.parametrize(
    ("style", "entity"),
    [("good", "underline"), ("fault", "strikethrough"), ("strong", "bold"), ("quiet", "italic")],
)
def test_render_when_marked_then_entities_count_in_utf16(style: Any, entity: str) -> None:
    parameters = only(render(Reply(text="👋 Dear 𝒜da!", marks=(Mark(7, 10, style),)), "Copy"))
    assert parameters["entities"] == [{"type": entity, "offset": 8, "length": 4}]


def test_render_when_mark_is_empty_then_left_out() -> None:
    assert "entities" not in only(render(Reply(text="Hi", marks=(Mark(1, 1, "good"),)), "Copy"))


def test_render_when_choices_then_rows_of_buttons() -> None:
    parameters = only(render(Reply(text="Sure?", choices=((YES, NO), (), (NO,))), "Copy"))
    yes, no = {"text": "Yes", "callback_data": "note:yes"}, {"text": "No", "callback_data": "note:no"}
    assert parameters["reply_markup"] == {"inline_keyboard": [[yes, no], [no]]}


@pytest.mark.parametrize("data", ["", "x" * 65, "é" * 33])
def test_render_when_button_carries_too_much_or_nothing_then_error(data: str) -> None:
    with pytest.raises(ValueError, match="64"):
        render(Reply(text="Sure?", choices=((Choice(data, "Yes"),),)), "Copy")


def test_render_when_button_carries_just_64_bytes_then_fine() -> None:
    assert render(Reply(text="Sure?", choices=((Choice("x" * 64, "Yes"),),)), "Copy")


def test_render_when_no_words_then_error() -> None:
    with pytest.raises(ValueError, match="without a word"):
        render(Reply(text=""), "Copy")


def test_render_when_note_then_alone_as_a_block_with_a_button_that_copies_it() -> None:
    parameters = only(render(Reply(text="Hi 𝒜da", kind="note", choices=((YES,),)), "Copy it"))
    assert parameters["text"] == "Hi 𝒜da"
    assert parameters["entities"] == [{"type": "pre", "offset": 0, "length": 7}]
    assert parameters["reply_markup"]["inline_keyboard"] == [
        [{"text": "Copy it", "copy_text": {"text": "Hi 𝒜da"}}],
        [{"text": "Yes", "callback_data": "note:yes"}],
    ]


@pytest.mark.parametrize(("length", "has_button"), [(256, True), (257, False)])
def test_render_when_note_is_long_then_no_button_can_hold_it(length: int, has_button: bool) -> None:  # noqa: FBT001
    parameters = only(render(Reply(text="x" * length, kind="note"), "Copy"))
    assert ("reply_markup" in parameters) is has_button


def test_render_when_picture_is_drawn_then_photo_with_caption_and_buttons() -> None:
    reply = Reply(text="So far", kind="picture", picture=YEAR, choices=((YES,),))
    (call,) = render(reply, "Copy", b"a picture")
    assert call.method == SEND_PHOTO
    assert call.parameters["photo"].input_file_content == b"a picture"
    assert call.parameters["caption"] == "So far"
    assert call.parameters["reply_markup"]["inline_keyboard"][0][0]["text"] == "Yes"


def test_render_when_caption_is_too_long_then_before_the_picture() -> None:
    reply = Reply(text="x" * 1025, kind="picture", picture=YEAR)
    assert [call.method for call in render(reply, "Copy", b"a picture")] == [SEND_MESSAGE, SEND_PHOTO]


def test_render_when_picture_is_not_drawn_then_told_in_words_with_its_buttons() -> None:
    reply = Reply(text="So far", kind="picture", picture=YEAR, choices=((YES,),))
    parameters = only(render(reply, "Copy"))
    assert parameters["text"].startswith("So far\n\nNear: 1 ✓")
    assert "reply_markup" in parameters
    assert plain(reply).text == parameters["text"]


def test_render_when_file_then_document_with_caption() -> None:
    reply = Reply(
        text="All of it", kind="file", filename="you.json", content='{"é": 1}', marks=(Mark(0, 3, "strong"),)
    )
    calls = render(reply, "Copy")
    parameters = only(calls)
    assert calls[0].method == SEND_DOCUMENT
    assert parameters["document"].filename == "you.json"
    assert parameters["document"].input_file_content == '{"é": 1}'.encode()
    assert parameters["caption"] == "All of it"
    assert parameters["caption_entities"] == [{"type": "bold", "offset": 0, "length": 3}]


@pytest.mark.parametrize(
    ("length", "methods"), [(1024, [SEND_DOCUMENT]), (1025, [SEND_MESSAGE, SEND_DOCUMENT])]
)
def test_render_when_caption_is_too_long_then_a_message_before_the_file(
    length: int, methods: list[str]
) -> None:
    calls = render(
        Reply(text="x" * length, kind="file", filename="a.txt", content="a", choices=((YES,),)), "Copy"
    )
    assert [call.method for call in calls] == methods
    assert "reply_markup" in calls[-1].parameters
    assert all("reply_markup" not in call.parameters for call in calls[:-1])


def test_render_when_file_has_no_words_then_no_caption() -> None:
    parameters = only(render(Reply(text="", kind="file", filename="a.txt", content="a"), "Copy"))
    assert "caption" not in parameters


def test_render_when_too_long_then_pieces_with_their_marks_and_buttons_last() -> None:
    text = "A sentence of thirty letters. " * 200
    first, second = render(
        Reply(text=text, marks=(Mark(0, 1, "good"), Mark(5990, 5995, "fault")), choices=((YES,),)), "C"
    )
    assert first.parameters["text"].endswith(". ")
    assert first.parameters["text"] + second.parameters["text"] == text
    assert first.parameters["entities"] == [{"type": "underline", "offset": 0, "length": 1}]
    offset = 5990 - len(first.parameters["text"])
    assert second.parameters["entities"] == [{"type": "strikethrough", "offset": offset, "length": 5}]
    assert "reply_markup" not in first.parameters
    assert "reply_markup" in second.parameters


@pytest.mark.parametrize(("length", "count"), [(4096, 1), (4097, 2)])
def test_render_when_at_the_limit_then_one_message_and_one_more_makes_two(length: int, count: int) -> None:
    assert len(render(Reply(text="x" * length), "Copy")) == count


@given(st.text(min_size=1), st.integers(0, 50), st.integers(0, 50))
def test_render_when_any_text_then_shown_as_typed_and_entities_inside(
    text: str, start: int, length: int
) -> None:
    end = min(start + length, len(text))
    parameters = only(render(Reply(text=text, marks=(Mark(start, end, "good"),)), "Copy"))
    assert parameters["text"] == text
    for entity in parameters.get("entities", []):
        assert entity["length"] > 0
        assert entity["offset"] + entity["length"] <= units(text.replace("\r", " "))


def test_plain_when_refused_then_the_words_alone() -> None:
    reply = Reply(text="Hi", marks=(Mark(0, 1, "good"),), choices=((YES,),))
    assert plain(reply) == Reply(text="Hi")
    file = Reply(text="Yours", kind="file", filename="a.json", content="{}")
    assert plain(file) == Reply(text="Yours\n\n{}")
    assert plain(plain(file)) == plain(file)
