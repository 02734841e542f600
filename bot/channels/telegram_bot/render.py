"""A reply as calls of the Bot API: text with entities, so that what people type comes out as typed."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace
from telegram import InputFile

from bot.channels.telegram_bot.buttons import button, location_keyboard
from bot.channels.telegram_bot.split import split
from bot.coach.model import Span
from bot.coach.text import MESSAGE_UNITS, is_blank
from bot.coach.year import in_text
from bot.conversation import Mark, Reply

CAPTION_UNITS: Final = 1024
COPY_UNITS: Final = 256  # what a copy button can hold
ENTITY_OF_STYLE: Final = {
    "good": "underline",
    "fault": "strikethrough",
    "strong": "bold",
    "quiet": "italic",
    "details": "expandable_blockquote",
}

# Raw calls are the fastest, and their answers are not needed as objects. Where the library has a typed method
# of that name it warns against them, and looks for the name as it is spelt here: hence the capital.
SEND_MESSAGE: Final = "send_Message"
SEND_DOCUMENT: Final = "send_Document"
SEND_PHOTO: Final = "send_Photo"
EDIT_MESSAGE: Final = "edit_Message_Text"
ANSWER_INLINE: Final = "answer_Inline_Query"
CLEAR_BUTTONS: Final = "edit_Message_Reply_Markup"


class Call(Struct, frozen=True):
    """One call of the Bot API; `parameters` lack the chat."""

    method: str
    parameters: dict[str, Any]


def render(
    reply: Reply, copy_label: str, drawn: bytes | None = None, bot_name: str | None = None
) -> list[Call]:
    """The calls that show a reply, in order; the buttons are on the last.

    `copy_label` is the label of the button that copies a note, `drawn` the picture of the reply as PNG;
    without it, a picture is told in words. `bot_name` is the bot's username, for what can be passed on.

    Raises:
        ValueError: there is nothing to show, or a button carries more than Telegram lets it.
    """
    keyboard = _keyboard(reply, copy_label, bot_name)
    if reply.kind == "file":
        calls = _with_caption(reply, SEND_DOCUMENT, "document", _document(reply))
    elif drawn is not None:
        calls = _with_caption(reply, SEND_PHOTO, "photo", InputFile(drawn, filename="picture.png"))
    elif reply.kind == "note":
        calls = _messages(reply.text, [("pre", Span(0, len(reply.text)))])
    else:
        calls = _messages(_words(reply), _styles(reply.marks))
    if not calls:
        raise ValueError("a reply without a word")
    if reply.asks_location:
        calls[-1].parameters["reply_markup"] = location_keyboard(reply.choices)
    elif keyboard:
        calls[-1].parameters["reply_markup"] = {"inline_keyboard": keyboard}
    elif reply.place_known:
        calls[-1].parameters["reply_markup"] = {"remove_keyboard": True}
    elif reply.placeholder:
        field = {"force_reply": True, "input_field_placeholder": reply.placeholder}
        calls[-1].parameters["reply_markup"] = field
    return calls


def render_edit(reply: Reply, copy_label: str, bot_name: str | None = None) -> Call | None:
    """The call that puts a reply in the place of an earlier message; None where only sending shows it.

    Raises:
        ValueError: as `render`.
    """
    if reply.replaces is None or reply.kind == "file" or reply.picture is not None or reply.asks_location:
        return None
    calls = render(replace(reply, placeholder=None), copy_label, bot_name=bot_name)  # no field in an edit
    if len(calls) > 1:
        return None
    return Call(EDIT_MESSAGE, {"message_id": int(reply.replaces)} | calls[0].parameters)


def plain(reply: Reply) -> Reply:
    """The words of a reply alone: what is left to try when Telegram refuses it."""
    return Reply(text=_words(reply))


def _words(reply: Reply) -> str:
    """The text, then the content of a file, or what a picture shows."""
    picture = None if reply.picture is None else in_text(reply.picture)
    return "\n\n".join(part for part in (reply.text, reply.content, picture) if part)


def _styles(marks: Sequence[Mark]) -> list[tuple[str, Span]]:
    return [(ENTITY_OF_STYLE[mark.style], Span(mark.start, mark.end)) for mark in marks]


def _messages(text: str, styles: Sequence[tuple[str, Span]]) -> list[Call]:
    pieces = split(text, MESSAGE_UNITS, [span for _, span in styles])
    return [
        _message(words, _entities(text, styles, piece))
        for piece in pieces
        if not is_blank(words := text[piece.start : piece.end])  # a message without a word is refused
    ]


def _message(text: str, entities: list[dict[str, Any]]) -> Call:
    parameters: dict[str, Any] = {"text": text, "link_preview_options": {"is_disabled": True}}
    return Call(SEND_MESSAGE, parameters | ({"entities": entities} if entities else {}))


def _entities(text: str, styles: Sequence[tuple[str, Span]], piece: Span) -> list[dict[str, Any]]:
    entities = []
    for kind, span in styles:
        start, end = max(span.start, piece.start), min(span.end, piece.end)
        if start < end:
            offset, length = _utf16(text[piece.start : start]), _utf16(text[start:end])
            entities.append({"type": kind, "offset": offset, "length": length})
    return entities


def _utf16(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)


def _document(reply: Reply) -> InputFile:
    return InputFile((reply.content or "").encode(), filename=reply.filename)


def _with_caption(reply: Reply, method: str, name: str, file: InputFile) -> list[Call]:
    """A file with the text beside it: as its caption, or before it where that would be too long."""
    styles = _styles(reply.marks)
    parameters: dict[str, Any] = {name: file}
    if not reply.text or _utf16(reply.text) > CAPTION_UNITS:
        return [*_messages(reply.text, styles), Call(method, parameters)]
    parameters["caption"] = reply.text
    if entities := _entities(reply.text, styles, Span(0, len(reply.text))):
        parameters["caption_entities"] = entities
    return [Call(method, parameters)]


def _keyboard(reply: Reply, copy_label: str, bot_name: str | None) -> list[list[dict[str, Any]]]:
    rows = [[button(choice, bot_name) for choice in row] for row in reply.choices if row]
    if reply.kind == "note" and 0 < _utf16(reply.text) <= COPY_UNITS:
        rows.insert(0, [{"text": copy_label, "copy_text": {"text": reply.text}}])
    return rows
