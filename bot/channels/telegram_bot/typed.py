"""Words typed in a private chat: nearly all there is, and so read without building the library's objects.

Three parts in ten of a turn's time went into those. Whatever has one field more than these goes the long way.
"""

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct, field

from bot.channels.telegram_bot.sender import CHANNEL
from bot.channels.telegram_bot.wire import app_language
from bot.coach.text import MESSAGE_UNITS, clean
from bot.conversation import Address, Incoming
from bot.ports import RawUpdate


class _Chat(Struct):
    id: int
    type: Literal["private"]


class _Person(Struct):
    id: int
    is_bot: bool
    first_name: str
    language_code: str | None = None


class _Message(Struct, forbid_unknown_fields=True):
    message_id: int
    date: int
    chat: _Chat
    text: Annotated[str, Meta(max_length=MESSAGE_UNITS)]
    sender: _Person = field(name="from")
    entities: list[Any] = []


class _Update(Struct, forbid_unknown_fields=True):
    update_id: int
    message: _Message


_DECODER: Final = msgspec.json.Decoder(_Update)


def typed_words(raw: RawUpdate) -> Incoming | None:
    """What somebody typed; None for anything else, which is not to say that there is nothing in it."""
    try:
        message = _DECODER.decode(raw.payload).message
    except (msgspec.DecodeError, RecursionError):
        return None
    text = clean(message.text)
    if not text or message.sender.is_bot:
        return None
    return Incoming(
        address=Address(CHANNEL, str(message.chat.id)),
        text=text,
        ref=str(message.message_id),
        language=app_language(message.sender.language_code),
    )
