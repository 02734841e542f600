"""What goes in and out of a conversation, whatever app it happens in."""

from typing import Literal

from msgspec import Struct

from bot.coach.year import Year

MAX_CHOICE_BYTES = 64  # Telegram's limit for what a button carries


class Address(Struct, frozen=True, order=True):
    """Where somebody can be reached: the channel's name and the chat's id in it."""

    channel: str
    id: str

    @property
    def is_group(self) -> bool:
        """Whether it is a group, whose ids are negative, and not one person."""
        return self.id.startswith("-") and self.id[1:].isdecimal()


POLE = 90.0
DATE_LINE = 180.0


class Location(Struct, frozen=True):
    """Where somebody is, in degrees: looked up, and neither stored nor logged."""

    latitude: float
    longitude: float


class Group(Struct, frozen=True):
    """Said in a group: `bot` is what the bot is called there, `admin` whether an administrator says it."""

    bot: str
    admin: bool = False


class Incoming(Struct, frozen=True, kw_only=True):
    """One message from a person.

    `text` is what was typed, or the label of a pressed button; `choice` is what a pressed button carries.
    `ref` is the channel's id of the message, so that an edited message is known again; with a pressed button
    it is that of the bot's own message. `location` is a place that was shared. With an `origin` the words are
    passed on as they stand somewhere else: whose they are is not known.
    `language` is the code of the language of their app. `group` is there in a group alone.
    """

    address: Address
    text: str = ""
    choice: str | None = None
    ref: str | None = None
    edited: bool = False
    location: Location | None = None
    origin: Literal["forwarded", "quoted"] | None = None
    language: str | None = None
    group: Group | None = None


class Share(Struct, frozen=True):
    """What can be passed on to a friend: a link to the bot that starts with `start`, and `text` beside it."""

    start: str
    text: str


class Choice(Struct, frozen=True, omit_defaults=True):
    """A button. `data` is `<dialog>:<action>[:<argument>]`, at most 64 bytes.

    One that `asks_location` sends, where the channel can do it, the place where somebody is; one with a
    `share` lets them choose whom to pass it on to; one with a `start` leads to the bot's own chat, and there
    to what it names. Elsewhere all of them are buttons like any other.
    """

    data: str
    label: str
    asks_location: bool = False
    share: Share | None = None
    start: str | None = None


class Mark(Struct, frozen=True):
    """A style on a stretch of a reply: code points, end exclusive."""

    start: int
    end: int
    style: Literal["good", "fault", "strong", "quiet", "details"]


class Reply(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One message to a person.

    `note` is a text to be copied as it stands, alone in its message. `file` has its content in `content` and
    its name in `filename`, and `text` beside it. `picture` says what to draw, and `text` stands beside that;
    it is drawn when it is sent. `choices` are rows of buttons; unless they are `lasting`, they are taken away
    when others are shown. `placeholder` stands in the empty field in which the person writes, where words are
    awaited and there are no buttons. A `step` takes the place of the message whose button was pressed. A
    message with a `name` can be found again, to be edited. `place_known` says that a location that was asked
    for is not needed any more.

    `replaces` and `clears` are filled in at the end of a turn: the message that this one takes the place of,
    and those that lose their buttons; both are the channel's ids.
    """

    text: str
    kind: Literal["text", "note", "file", "picture"] = "text"
    marks: tuple[Mark, ...] = ()
    choices: tuple[tuple[Choice, ...], ...] = ()
    filename: str | None = None
    content: str | None = None
    picture: Year | None = None
    place_known: bool = False
    placeholder: str | None = None
    lasting: bool = False
    step: bool = False
    name: str | None = None
    replaces: str | None = None
    clears: tuple[str, ...] = ()

    @property
    def asks_location(self) -> bool:
        """Whether one of its buttons sends the place where somebody is."""
        return any(choice.asks_location for row in self.choices for choice in row)
