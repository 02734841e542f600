"""Plays a conversation over the real `Application` of python-telegram-bot, offline."""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.courier import Courier
from bot.channels.telegram_bot.inline import Passing, Suggest
from bot.channels.telegram_bot.receive import raw_update
from bot.channels.telegram_bot.render import ENTITY_OF_STYLE
from bot.channels.telegram_bot.routes import Boxes, Routes, Toasts, Turns
from bot.channels.telegram_bot.sender import CHANNEL, TelegramSender
from bot.conversation import Choice, Mark, Reply
from bot.pictures import paint
from tests.helpers.bot_api import TOKEN
from tests.helpers.brought import brought
from tests.helpers.recording import RecordingRequest

if TYPE_CHECKING:
    from bot.app import App

COPY_LABEL = "Copy"
TOASTS = Toasts("Well done", "Only administrators")
_STYLE_OF_ENTITY: dict[str, Any] = {entity: style for style, entity in ENTITY_OF_STYLE.items()}


class TelegramPlayer:
    """A person in a private chat. What the bot sends comes back as replies, read off the wire."""

    _update_ids = itertools.count(1)  # on the server they go on when the bot starts again
    _message_ids = itertools.count(1)

    def __init__(
        self,
        routes: Routes,
        boxes: Boxes,
        sender: TelegramSender,
        request: RecordingRequest,
        deliver: Callable[[TelegramSender], Awaitable[object]] | None = None,
    ) -> None:
        self._routes = routes
        self._boxes = boxes
        self._sender = sender
        self._request = request
        self._deliver = deliver
        self._user = 1001
        self._message_id = 0

    @classmethod
    @asynccontextmanager
    async def opened(cls, app: "App") -> AsyncIterator["TelegramPlayer"]:
        """Somebody in front of the whole coach."""

        from bot.jobs.deliver import Deliver  # noqa: PLC0415 - only where all of the coach is played

        async def deliver(sender: TelegramSender) -> None:
            store, clock, letter = app.store, app.clock, app.letter
            await Deliver(store, sender, clock, letter, channel=CHANNEL).once()

        async with telegram_player(app.conversation, app.store, deliver, app.conversation.suggest) as player:
            yield player

    async def send(self, text: str) -> list[Reply]:
        """Write a message."""
        self._message_id = next(self._message_ids)
        return await self.play(message=self._message(text=text))

    async def edit(self, text: str) -> list[Reply]:
        """Edit the message written last."""
        return await self.play(edited_message=self._message(text=text) | {"edit_date": 2})

    async def bring(self, kind: str, what: str) -> list[Reply]:
        """Bring something that is not typed: see `chatfile`."""
        self._message_id = next(self._message_ids)
        if kind == "upload":
            self._request.files["1"] = what.encode()
        return await self.play(message=self._message(**brought(kind, what)))

    async def tap(self, label: str) -> list[Reply]:
        """Press the newest button with that label."""
        for data, seen in self._request.buttons():
            if seen == label:
                return await self.press(data)
        if label in self._request.lower_keys():
            return await self.send(label)
        raise AssertionError(f"there is no button {label!r}")

    async def press(self, data: str) -> list[Reply]:
        """Press the newest button that carries `data`; one that was never shown is pressed all the same."""
        number, shown = self._request.newest_with(data) or (0, {"reply_markup": {"inline_keyboard": []}})
        message = self._message(text="?", message_id=number, reply_markup=shown["reply_markup"])
        query = {"id": "1", "from": message["from"], "chat_instance": "1", "data": data}
        return await self.play(callback_query=query | {"message": message})

    async def deliver(self) -> list[Reply]:
        """Let in what is due."""
        assert self._deliver is not None
        before = len(self._request.sent())
        await self._deliver(self._sender)
        return self._replies_since(before)

    async def play(self, update_id: int | None = None, **parts: Any) -> list[Reply]:
        """Have an update of any kind arrive, as it stands; with a new number, if none is given."""
        raw = raw_update({"update_id": update_id or next(self._update_ids), **parts})
        assert raw is not None
        before = len(self._request.sent())
        for new in await Passing(self._boxes.inbox).receive([raw]):
            await self._routes.process(new)
        return self._replies_since(before)

    def _replies_since(self, before: int) -> list[Reply]:
        return [reply_of(parameters) for parameters in self._request.sent()[before:]]

    def _message(self, **content: Any) -> dict[str, Any]:
        person = {"id": self._user, "is_bot": False, "first_name": "Test"}
        chat = {"id": self._user, "type": "private", "first_name": "Test"}
        return {"message_id": self._message_id, "date": 1, "chat": chat, "from": person} | content


@asynccontextmanager
async def telegram_player(
    turns: Turns,
    boxes: Boxes,
    deliver: Callable[[TelegramSender], Awaitable[object]] | None = None,
    suggest: Suggest | None = None,
) -> AsyncIterator[TelegramPlayer]:
    """Somebody in front of a conversation and the store it works on."""
    request = RecordingRequest()
    application = build_application(TOKEN, request=request, poll_request=RecordingRequest())
    sender = TelegramSender(application.bot, COPY_LABEL, paint=paint)

    async def never(_: float) -> bool:
        raise AssertionError("nothing has to wait here")

    routes = Routes(application, turns, boxes, sender, Courier(sender, boxes.outbox, never), TOASTS, suggest)
    async with application:
        yield TelegramPlayer(routes, boxes, sender, request, deliver)


def reply_of(parameters: dict[str, Any]) -> Reply:
    """A message on the wire as the reply it shows. A long reply comes as several."""
    text = parameters.get("text", parameters.get("caption", ""))
    entities = parameters.get("entities", parameters.get("caption_entities", []))
    document = parameters.get("document")
    note = any(entity["type"] == "pre" for entity in entities)
    return Reply(
        text=text,
        kind="file" if document else "picture" if "photo" in parameters else "note" if note else "text",
        marks=tuple(_mark(text, entity) for entity in entities if entity["type"] != "pre"),
        choices=_choices(parameters.get("reply_markup", {})),
        filename=document["file_name"] if document else None,
        content=document["content"] if document else None,
    )


def _mark(text: str, entity: dict[str, Any]) -> Mark:
    start = _code_points(text, entity["offset"])
    end = _code_points(text, entity["offset"] + entity["length"])
    return Mark(start, end, _STYLE_OF_ENTITY[entity["type"]])


def _code_points(text: str, utf16: int) -> int:
    return len(text.encode("utf-16-le")[: utf16 * 2].decode("utf-16-le"))


def _choices(markup: dict[str, Any]) -> tuple[tuple[Choice, ...], ...]:
    shown = [*markup.get("inline_keyboard", []), *markup.get("keyboard", [])]
    rows = (tuple(_choice(one) for one in row if "copy_text" not in one) for row in shown)
    return tuple(row for row in rows if row)


def _choice(button: dict[str, Any]) -> Choice:
    """A button; one that does not come back to the bot carries what it does instead."""
    return Choice(button.get("callback_data", button.get("url", "")), button["text"])
