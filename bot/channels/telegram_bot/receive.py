"""What comes from Telegram, as the coach understands it."""

import json
from collections.abc import Mapping
from typing import Any, Final, Literal

from telegram import Bot, CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update

from bot.channels.telegram_bot.sender import CHANNEL
from bot.channels.telegram_bot.wire import app_language, read_json
from bot.coach.text import MESSAGE_UNITS, clean
from bot.conversation import DATE_LINE, POLE, Address, Group, Incoming, Location
from bot.ports import RawUpdate

PRIVATE: Final = Chat.PRIVATE
CHATS: Final = frozenset({Chat.PRIVATE, Chat.GROUP, Chat.SUPERGROUP})
_OUT: Final = frozenset({ChatMember.BANNED, ChatMember.LEFT})
_TOO_LARGE: Final = 2**63  # for a number in a database
ALLOWED_UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query")
INLINE: Final = "inline:"  # how the lanes of inline queries begin, which belong to no chat
# What a person can send beside text. Anything else (a pinned message, say) wants no answer.
ATTACHMENTS: Final = (
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "document",
    "game",
    "gift",
    "live_photo",
    "location",
    "paid_media",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)


def raw_update(update: Any, payload: bytes | None = None) -> RawUpdate | None:
    """Keep an update as it came; None when it has no number and so cannot be kept."""
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int or not 0 <= number < _TOO_LARGE:
        return None
    return RawUpdate(number, _lane(update), payload or json.dumps(update).encode())


def parse(raw: RawUpdate, bot: Bot) -> Update | None:
    """The update as the library's object; None when it is not what the Bot API says it is."""
    try:
        update = Update.de_json(read_json(raw.payload), bot)
        ids = [one.id for one in (update.effective_chat, update.effective_user) if one is not None]
    except Exception:  # noqa: BLE001 - what the library raises for a field of the wrong type can be anything
        return None
    # The library takes any value for an id, and fails on it later.
    return update if all(type(one) is int for one in ids) else None


def address_of(chat_id: int) -> Address:
    """Where a chat is reached."""
    return Address(CHANNEL, str(chat_id))


def from_message(message: Message | None, *, edited: bool = False) -> Incoming | None:
    """A message, or None when there is nothing in it that wants an answer; another program gets none."""
    if message is None or (message.from_user is not None and message.from_user.is_bot):
        return None
    if not edited and (location := _location(message)) is not None:
        return Incoming(address=address_of(message.chat.id), ref=str(message.message_id), location=location)
    origin, words = _words(message)
    if len(words) > MESSAGE_UNITS:  # more than Telegram lets anybody say: forged, and not to be stored
        return None
    text = clean(words)
    kind = None if text else _attachment(message)
    if not text and (edited or kind is None):
        return None
    return Incoming(
        address=address_of(message.chat.id),
        text=text,
        choice=f"other:{kind}" if kind else None,
        ref=str(message.message_id),
        edited=edited,
        origin=origin,
        language=app_language(message.from_user.language_code) if message.from_user else None,
    )


def _words(message: Message) -> tuple[Literal["forwarded", "quoted"] | None, str]:
    """What is said, and whether it is passed on: forwarded, or quoted out of another chat."""
    if message.external_reply is not None and message.quote is not None:
        return "quoted", message.quote.text
    return "forwarded" if message.forward_origin is not None else None, message.text or message.caption or ""


def _location(message: Message) -> Location | None:
    """The place that was shared; None where there is none on this earth."""
    if message.location is None:
        return None
    latitude, longitude = message.location.latitude, message.location.longitude
    if type(latitude) not in {int, float} or type(longitude) not in {int, float}:
        return None
    return Location(latitude, longitude) if abs(latitude) <= POLE and abs(longitude) <= DATE_LINE else None


def from_press(query: CallbackQuery | None) -> Incoming | None:
    """A pressed button with its label where that is known; None for a button that is not one of ours.

    In a private chat only who it belongs to can press one.
    """
    if query is None or not query.data or query.message is None or query.message.chat.type not in CHATS:
        return None
    if query.message.chat.type == PRIVATE and query.message.chat.id != query.from_user.id:
        return None
    label = _label(query.message, query.data) if isinstance(query.message, Message) else ""
    return Incoming(
        address=address_of(query.message.chat.id),
        text=label,
        choice=clean(query.data),
        ref=str(query.message.message_id),
        language=app_language(query.from_user.language_code),
        group=None if query.message.chat.type == PRIVATE else Group(query.get_bot().username),
    )


def blocked_by(change: ChatMemberUpdated | None) -> Address | None:
    """Who has blocked the bot, or which group has sent it away, when that is the change."""
    if change is None or change.chat.type not in CHATS or change.new_chat_member.status not in _OUT:
        return None
    return address_of(change.chat.id)


def _lane(update: Mapping[str, Any]) -> str:
    """The chat an update belongs to, empty where there is none; an inline query belongs to a person."""
    if isinstance(query := update.get("inline_query"), dict):
        person = query.get("from")
        number = person.get("id") if isinstance(person, dict) else None
        return f"{INLINE}{number}" if type(number) is int else INLINE  # any text may be one no database takes
    for kind in ALLOWED_UPDATES:
        part = update.get(kind)
        if isinstance(part, dict):
            part = part.get("message") if kind == "callback_query" else part
            chat = part.get("chat") if isinstance(part, dict) else None
            chat_id = chat.get("id") if isinstance(chat, dict) else None
            return str(chat_id) if type(chat_id) is int else ""
    return ""


def _attachment(message: Message) -> str | None:
    # Some attachments come with a second one for older apps; the first in the list is what the person sent.
    return next((kind for kind in ATTACHMENTS if getattr(message, kind, None)), None)


def _label(message: Message, data: str) -> str:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return next((button.text for row in rows for button in row if button.callback_data == data), "")
