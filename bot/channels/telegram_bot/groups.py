"""Messages of groups: what in them is said to the bot, and by whom."""

import logging
import re
from typing import Final

from msgspec.structs import replace
from telegram import Bot, Chat, ChatMember, ChatMemberUpdated, Message, User

from bot.channels.telegram_bot.receive import CHATS, PRIVATE, address_of
from bot.channels.telegram_bot.wire import app_language
from bot.coach.text import clean
from bot.conversation import Address, Group, Incoming

ADDED: Final = "group:added"
DID_IT: Final = "challenge:did-it:"
# Commands that change nothing for the group.
_FOR_ALL: Final = re.compile(r"/(?!(?:subscribe|pause|resume|unsubscribe)\b)", re.IGNORECASE)
_STEERING: Final = ("subscribe:", "pause:", "command:")
_IN: Final = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR})
_RULING: Final = frozenset({ChatMember.ADMINISTRATOR, ChatMember.OWNER})
log = logging.getLogger(__name__)


def from_group(message: Message, bot: Bot) -> Incoming | None:
    """What is said to the bot: a command with its name, or an answer to a message of its own.

    Another program is not answered, or two could go on for ever; who leads a group may speak without a name.
    """
    if message.from_user is not None and message.from_user.is_bot and message.sender_chat is None:
        return None
    text = clean(message.text or "")
    named = re.compile(rf"@{re.escape(bot.username)}\b", re.IGNORECASE)
    without = named.sub(" ", text).strip()
    answered = message.reply_to_message.from_user if message.reply_to_message else None
    is_command = without.startswith("/")
    if not (is_command and named.search(text)) and not (answered is not None and answered.id == bot.id):
        return None
    if not without:
        return None
    person = message.from_user
    return Incoming(
        address=address_of(message.chat.id),
        text=" ".join(without.split()) if is_command else without,
        ref=str(message.message_id),
        language=app_language(person.language_code) if person else None,
        group=Group(bot.username),
    )


def added(change: ChatMemberUpdated | None) -> Incoming | None:
    """The bot has come into a group."""
    if change is None or change.chat.type == PRIVATE or change.chat.type not in CHATS:
        return None
    if change.new_chat_member.status not in _IN or change.old_chat_member.status in _IN:
        return None
    return Incoming(address=address_of(change.chat.id), choice=ADDED, group=Group(change.get_bot().username))


def migrated(message: Message) -> tuple[Address, str] | None:
    """The group that goes on under another id, and that id; both chats are told of it."""
    if message.migrate_to_chat_id is not None:
        return address_of(message.chat.id), str(message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        return address_of(message.migrate_from_chat_id), str(message.chat.id)
    return None


def steers(incoming: Incoming) -> bool:
    """Whether it may change something for the whole group, so that it counts who says it."""
    if incoming.choice is not None:
        return incoming.choice.startswith(_STEERING)
    return _FOR_ALL.match(incoming.text) is None


async def with_rank(incoming: Incoming, bot: Bot, person: User | None, speaks_as: Chat | None) -> Incoming:
    """The same with whose word it is; an administrator may speak as the group itself.

    Where that cannot be found out, it is a member's.
    """
    chat, ruling = int(incoming.address.id), replace(incoming, group=Group(bot.username, admin=True))
    if speaks_as is not None and speaks_as.id == chat:
        return ruling
    if person is None:
        return incoming
    try:
        member = await bot.get_chat_member(chat, person.id)
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing is changed by a member's word
        log.warning("it is not known who leads the group (%s)", type(error).__name__)
        return incoming
    return ruling if member.status in _RULING else incoming
