"""Which kind of update goes where: the handlers of the library's `Application`."""

import asyncio
import logging
import traceback
from collections import deque
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace
from telegram import Bot, Document, Message, Update
from telegram.ext import (
    Application,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.channels.telegram_bot import documents, groups, inline, receive
from bot.channels.telegram_bot.courier import Courier
from bot.channels.telegram_bot.sender import TelegramSender
from bot.channels.telegram_bot.typed import typed_words
from bot.channels.telegram_bot.wire import app_language
from bot.coach.text import clean
from bot.conversation import Incoming
from bot.errors import CoachError
from bot.ports import Inbox, Letter, Outbox, RawUpdate

log = logging.getLogger(__name__)
App = Application[Any, Any, Any, Any, Any, Any]
_Context = CallbackContext[Any, Any, Any, Any]
_PRIVATE = filters.ChatType.PRIVATE


class Toasts(Struct, frozen=True):
    """What is said for a moment to whoever pressed a button in a group."""

    did_it: str = ""
    only_admins: str = ""


NO_TOASTS = Toasts()


class Turns(Protocol):
    """The conversation, as the channel needs it."""

    async def handle(self, incoming: Incoming, update_id: int | None = None) -> list[Letter]:
        """Do a turn, commit its outcome, and hand on the letters to send."""
        ...


class Boxes(Protocol):
    """Where updates and letters are stored: the store, as the channel needs it."""

    @property
    def inbox(self) -> Inbox:
        """What came in."""
        ...

    @property
    def outbox(self) -> Outbox:
        """What is to go out."""
        ...

    async def check_writable(self) -> None:
        """Raise a StoreError when nothing can be stored just now."""
        ...


class Routes:
    """Takes an update through the `Application` to a turn, and the turn's letters to the courier."""

    def __init__(  # noqa: PLR0913, PLR0917 - each part has its name
        self,
        application: App,
        turns: Turns,
        boxes: Boxes,
        sender: TelegramSender,
        courier: Courier,
        toasts: Toasts = NO_TOASTS,
        suggest: inline.Suggest | None = None,
    ) -> None:
        self._suggest = suggest
        self._toasts = toasts
        self._albums: deque[str] = deque(maxlen=100)
        self._application = application
        self._turns = turns
        self._boxes = boxes
        self._sender = sender
        self._courier = courier
        self._errors: dict[int, Exception] = {}
        self._add_handlers(application)

    async def process(self, raw: RawUpdate) -> None:
        """Do all that an update asks for.

        What cannot be worked with is discarded, with a log entry that holds its number and no word of it: no
        update may stop the bot, whatever it looks like.

        Raises:
            StoreError: the store cannot be used; the update is not handled.
            UnauthorizedError: the token is not accepted any more.
        """
        if (incoming := typed_words(raw)) is not None:
            await self._short_way(raw.update_id, incoming)
            return
        bot: Bot = self._application.bot
        update = receive.parse(raw, bot)
        if update is None:
            log.warning("update %s is malformed: discarded", raw.update_id)
            await self._boxes.inbox.discard(raw.update_id)
            return
        await self._application.process_update(update)
        if error := self._errors.pop(raw.update_id, None):
            await self._failed(raw.update_id, error)

    async def _short_way(self, update_id: int, incoming: Incoming) -> None:
        try:
            await self._turn(update_id, incoming)
        except Exception as error:  # noqa: BLE001 - whatever it is, no update may stop the bot
            await self._failed(update_id, error)

    def _add_handlers(self, application: App) -> None:
        """The first that fits an update gets it."""
        new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
        application.add_handler(MessageHandler(new & _PRIVATE, self._on_message))
        application.add_handler(MessageHandler(edited & _PRIVATE, self._on_edited))
        application.add_handler(MessageHandler(new & filters.ChatType.GROUPS, self._on_group))
        application.add_handler(InlineQueryHandler(self._on_inline))
        application.add_handler(CallbackQueryHandler(self._on_press))
        application.add_handler(ChatMemberHandler(self._on_member, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_handler(TypeHandler(Update, self._on_anything_else))
        application.add_error_handler(self._on_error)

    async def _on_message(self, update: Update, _: _Context) -> None:
        incoming = receive.from_message(update.message)
        if incoming is not None and incoming.choice is not None and self._is_of_same_album(update.message):
            incoming = None
        document = update.message.document if update.message else None
        if incoming is not None and document is not None and documents.is_text(document):
            incoming = await self._read(incoming, document)
        await self._turn(update.update_id, incoming)

    def _is_of_same_album(self, message: Message | None) -> bool:
        """Whether it is a further picture of an album, each of which comes as a message of its own."""
        album = message.media_group_id if message else None
        known = album in self._albums
        if album is not None and not known:
            self._albums.append(album)
        return known

    async def _read(self, incoming: Incoming, document: Document) -> Incoming:
        """The words of a text file in place of the file."""
        try:
            return replace(
                incoming, text=await documents.words_of(self._application.bot, document), choice=None
            )
        except documents.UnreadableError as error:
            return replace(incoming, text="", choice=f"other:{error.kind}")

    async def _on_edited(self, update: Update, _: _Context) -> None:
        await self._turn(update.update_id, receive.from_message(update.edited_message, edited=True))

    async def _on_press(self, update: Update, _: _Context) -> None:
        query, incoming, words = update.callback_query, receive.from_press(update.callback_query), None
        if query and incoming and incoming.group:
            if groups.steers(incoming):
                incoming = await groups.with_rank(incoming, self._application.bot, query.from_user, None)
            words = self._toast(incoming)
        seen = asyncio.create_task(self._sender.answer(query.id if query else "", words))
        try:
            await self._turn(update.update_id, None if words else incoming)
        finally:
            await seen

    def _toast(self, incoming: Incoming) -> str | None:
        """What there is to say to who pressed a button in a group; then nothing else is done."""
        if incoming.choice is not None and incoming.choice.startswith(groups.DID_IT):
            return self._toasts.did_it
        admin = incoming.group is not None and incoming.group.admin
        return self._toasts.only_admins if groups.steers(incoming) and not admin else None

    async def _on_group(self, update: Update, _: _Context) -> None:
        message, bot = update.message, self._application.bot
        if message is None:
            return
        if (moved := groups.migrated(message)) is not None:
            await self._boxes.outbox.moved(*moved)
        incoming = groups.from_group(message, bot)
        if incoming is not None and groups.steers(incoming):
            incoming = await groups.with_rank(incoming, bot, message.from_user, message.sender_chat)
        await self._turn(update.update_id, incoming)

    async def _on_inline(self, update: Update, _: _Context) -> None:
        query = update.inline_query
        if query is None or self._suggest is None:
            return
        address, language = (
            receive.address_of(query.from_user.id),
            app_language(query.from_user.language_code),
        )
        suggestions = await self._suggest(address, clean(query.query), language)
        await self._sender.answer_inline(inline.answer_to(query.id, suggestions))

    async def _on_member(self, update: Update, _: _Context) -> None:
        if blocked := receive.blocked_by(update.my_chat_member):
            await self._boxes.outbox.gone(blocked)
        await self._turn(update.update_id, groups.added(update.my_chat_member))

    async def _on_anything_else(self, update: Update, _: _Context) -> None:
        await self._boxes.inbox.discard(update.update_id)

    async def _turn(self, update_id: int, incoming: Incoming | None) -> None:
        if incoming is None:
            await self._boxes.inbox.discard(update_id)
            return
        await self._courier.deliver(await self._turns.handle(incoming, update_id))

    async def _on_error(self, update: object, context: _Context) -> None:
        # The library swallows what handlers raise; this keeps it for `process`.
        if isinstance(update, Update) and context.error is not None:
            self._errors[update.update_id] = context.error

    async def _failed(self, update_id: int, error: Exception) -> None:
        if isinstance(error, CoachError):
            raise error
        # The frames only: the words of an exception may hold what the person wrote.
        frames = "".join(traceback.format_tb(error.__traceback__))
        log.error("update %s is discarded: %s\n%s", update_id, type(error).__name__, frames)
        await self._boxes.inbox.discard(update_id)
