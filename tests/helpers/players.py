"""Play a transcript over a channel, with the real coach and a real store."""

import io
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Protocol

from bot.app import App, open_app
from bot.channels.ansi import styled
from bot.channels.console import CHANNEL, Console
from bot.coach.year import in_text
from bot.config import load
from bot.conversation import Address, Incoming, Reply
from bot.jobs.deliver import Deliver
from bot.ports import Letter
from tests.helpers.clock import FakeClock


class Player(Protocol):
    """Someone in front of a channel."""

    async def send(self, text: str) -> list[Reply]:
        """Type something."""
        ...

    async def tap(self, label: str) -> list[Reply]:
        """Press a button by its label."""
        ...

    async def press(self, data: str) -> list[Reply]:
        """Press a button of an old message."""
        ...

    async def edit(self, text: str) -> list[Reply]:
        """Edit what was last typed."""
        ...

    async def bring(self, kind: str, what: str) -> list[Reply]:
        """Bring something that is not typed: see `chatfile`."""
        ...

    async def deliver(self) -> list[Reply]:
        """Let in what is due."""
        ...


class _Noted:
    """Sends to the console, and notes what."""

    def __init__(self, console: Console, replies: list[Reply]) -> None:
        self._console = console
        self._replies = replies

    async def send(self, address: Address, reply: Reply) -> None:
        """Print it."""
        self._replies.append(reply)
        await self._console.send(address, reply)


class ConsolePlayer:
    """Someone at the terminal; what is printed has to say all that was replied."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._out = io.StringIO()
        self._replies: list[Reply] = []
        self._address = Address(CHANNEL, "me")
        self._labels: list[str] = []
        self._console = Console(
            self, app.store.outbox, app.content.messages, self._address, stdin=io.StringIO(), stdout=self._out
        )

    async def handle(self, incoming: Incoming) -> list[Letter]:
        """Do the turn, and note what was replied."""
        letters = await self._app.conversation.handle(incoming)
        self._replies += [letter.reply for letter in letters]
        self._labels = [choice.label for one in self._replies for row in one.choices for choice in row]
        return letters

    async def send(self, text: str) -> list[Reply]:
        """Type a line."""
        self._replies = []
        await self._console.say(text)
        self._check_printed()
        return self._replies

    async def tap(self, label: str) -> list[Reply]:
        """Type the number of a button."""
        return await self.send(str(self._labels.index(label) + 1))

    async def press(self, data: str) -> list[Reply]:
        """Old buttons cannot be pressed at a terminal."""
        raise NotImplementedError(data)

    async def edit(self, text: str) -> list[Reply]:
        """Nothing can be edited at a terminal."""
        raise NotImplementedError(text)

    async def bring(self, kind: str, what: str) -> list[Reply]:
        """Everything is typed at a terminal, also a place."""
        if kind != "place":
            raise NotImplementedError(kind, what)
        return await self.send(what)

    async def deliver(self) -> list[Reply]:
        """Let in what is due."""
        self._replies = []
        sender = _Noted(self._console, self._replies)
        letter = self._app.letter
        job = Deliver(self._app.store, sender, self._app.clock, letter, channel=CHANNEL, only=self._address)
        await job.once()
        self._labels += [choice.label for one in self._replies for row in one.choices for choice in row]
        return self._replies

    def _check_printed(self) -> None:
        printed = self._out.getvalue()
        for reply in self._replies:
            assert styled(reply.text, reply.marks, colour=False) in printed
            assert reply.picture is None or in_text(reply.picture) in printed
            for choice in (choice for row in reply.choices for choice in row):
                assert f"] {choice.label}" in printed


@asynccontextmanager
async def opened(folder: Path, clock: FakeClock) -> AsyncIterator[App]:
    """The coach on a database in that folder."""
    settings = load({"COACH_DATA_DIR": str(folder)})
    async with open_app(settings, clock) as app:
        yield app


class Stage:
    """A channel with a coach behind it that can be restarted."""

    def __init__(self, channel: str, folder: Path) -> None:
        self._channel = channel
        self._folder = folder
        self._stack = AsyncExitStack()
        self.clock = FakeClock()
        self.player: Player

    async def start(self) -> None:
        """Begin, or begin again on the same data."""
        await self._stack.aclose()
        app = await self._stack.enter_async_context(opened(self._folder, self.clock))
        if self._channel == CHANNEL:
            self.player = ConsolePlayer(app)
        else:
            from tests.helpers.telegram_player import TelegramPlayer  # noqa: PLC0415 - only where it is played

            self.player = await self._stack.enter_async_context(TelegramPlayer.opened(app))

    async def stop(self) -> None:
        """End."""
        await self._stack.aclose()
