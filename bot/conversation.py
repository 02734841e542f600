"""What goes in and out of a conversation, whatever app it happens in."""

from typing import Literal

from msgspec import Struct

from bot.coach.year import Year

MAX_CHOICE_BYTES = 64  # Telegram's limit for what a button carries


class Address(Struct, frozen=True, order=True):
    """Where somebody can be reached: the channel's name and the chat's id in it."""

    channel: str
    id: str


class Incoming(Struct, frozen=True, kw_only=True):
    """One message from a person.

    `text` is what was typed, or the label of a pressed button; `choice` is what a pressed button carries.
    `ref` is the channel's id of the message, so that an edited message is known again.
    """

    address: Address
    text: str = ""
    choice: str | None = None
    ref: str | None = None
    edited: bool = False


class Choice(Struct, frozen=True):
    """A button. `data` is `<dialog>:<action>[:<argument>]`, at most 64 bytes."""

    data: str
    label: str


class Mark(Struct, frozen=True):
    """A style on a stretch of a reply: code points, end exclusive."""

    start: int
    end: int
    style: Literal["good", "fault", "strong", "quiet"]


class Reply(Struct, frozen=True, kw_only=True):
    """One message to a person.

    `note` is a text to be copied as it stands, alone in its message. `file` has its content in `content` and
    its name in `filename`, and `text` beside it. `picture` says what to draw, and `text` stands beside that;
    it is drawn when it is sent. `choices` are rows of buttons.
    """

    text: str
    kind: Literal["text", "note", "file", "picture"] = "text"
    marks: tuple[Mark, ...] = ()
    choices: tuple[tuple[Choice, ...], ...] = ()
    filename: str | None = None
    content: str | None = None
    picture: Year | None = None
