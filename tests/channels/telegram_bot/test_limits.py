"""Whatever people type, what is sent keeps the limits of the Bot API, and says all of it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.telegram_bot.render import SEND_MESSAGE, render, render_edit
from bot.channels.telegram_bot.split import split
from bot.coach.text import MESSAGE_UNITS, clean, is_blank, units
from bot.conversation import Choice, Mark, Reply
from tests.helpers.bot_wire import what_is_wrong

ODD = (
    "z" + "\u0301\u0336\u0489" * 40,  # zalgo
    "שלום \u202eevil\u202c",
    "a\x00b",
    "\ud83d half",
    "\udc4b",
    "👩🏽\u200d🚀👨\u200d👩\u200d👧\u200d👦",
    "🇫🇮🇮🇪🇬🇷",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "각",
    "\u2800\u200b\u3164",
    "<b>&_*[x](y)`",
    "Dear Ada. ",
    "word ",
    "\n\n",
    "\r\n",
    " ",
    "𝒜",
)
STYLES: list[Any] = ["good", "fault", "strong", "quiet", "details"]
ROWS = ((Choice("note:yes", "Yes"),),)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Odd pieces, repeated to any length, with a special liking for the limit of one message."""
    pieces = draw(st.lists(st.sampled_from(ODD) | st.text(max_size=8), min_size=1, max_size=6))
    text = "".join(piece * draw(st.integers(1, 40)) for piece in pieces)
    if text and draw(st.booleans()):
        wanted = draw(st.sampled_from([4095, 4096, 4097, 8192, 8193]))
        text = (text * (wanted // len(text) + 1))[:wanted]
    return text


def check(raw: str, start: float, end: float, style: Any) -> None:
    """Everything that has to hold for one text."""
    text = clean(raw)
    spans = sorted((int(start * len(text)), int(end * len(text))))
    pieces = split(text, MESSAGE_UNITS)
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert all(0 < units(text[piece.start : piece.end]) <= MESSAGE_UNITS for piece in pieces)
    reply = Reply(text=text, marks=(Mark(spans[0], spans[1], style),), choices=ROWS, replaces="7")
    if is_blank(text):
        return
    calls = render(reply, "Copy")
    assert [what_is_wrong(call.parameters) for call in calls] == [None] * len(calls)
    assert all(call.method == SEND_MESSAGE for call in calls)
    said = "".join(call.parameters["text"] for call in calls)
    assert [one for one in said if not is_blank(one)] == [one for one in text if not is_blank(one)]
    edit = render_edit(reply, "Copy")
    assert (edit is None) == (len(calls) > 1)
    note = render(Reply(text=text, kind="note"), "Copy")
    assert [what_is_wrong(call.parameters) for call in note] == [None] * len(note)


WHERE = st.floats(0, 1)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(), WHERE, WHERE, st.sampled_from(STYLES))
def test_render_when_the_text_is_odd_then_the_limits_hold_and_nothing_is_lost(
    raw: str, start: float, end: float, style: Any
) -> None:
    check(raw, start, end, style)


@pytest.mark.long
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(), WHERE, WHERE, st.sampled_from(STYLES))
def test_render_when_fifty_thousand_texts_are_odd_then_the_limits_hold(
    raw: str, start: float, end: float, style: Any
) -> None:
    check(raw, start, end, style)


FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.mark.parametrize("character", [FAMILY, "🇫🇮", "e\u0336\u0301", "각", "👩🏽", "1\ufe0f\u20e3"])
@pytest.mark.parametrize("before", range(12))
def test_split_when_characters_are_made_of_several_then_none_is_cut(character: str, before: int) -> None:
    text = "x" * before + character * 3000
    for piece in split(text, MESSAGE_UNITS):
        assert (piece.end - before) % len(character) == 0


def test_split_when_a_sentence_ends_then_it_is_cut_there() -> None:
    text = "One sentence here. " * 300
    assert all(text[piece.start : piece.end].endswith(". ") for piece in split(text, MESSAGE_UNITS))


@pytest.mark.parametrize("text", ["\u2800\u200b", " \n\t", "\u3164\ufe0f", ""])
def test_is_blank_when_nothing_shows_then_blank(text: str) -> None:
    assert is_blank(text)
    assert not is_blank(text + "a")
