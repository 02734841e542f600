"""Brings updates and letters into their chats' lanes, first of all what the last run left."""

from collections.abc import Awaitable, Callable

from bot.channels.telegram_bot.courier import Courier
from bot.channels.telegram_bot.door import Door
from bot.channels.telegram_bot.lanes import Lanes, Work
from bot.channels.telegram_bot.routes import Boxes, Routes
from bot.channels.telegram_bot.sender import CHANNEL
from bot.channels.telegram_bot.waiting import Wait, patiently
from bot.ports import Letter, RawUpdate


class Dispatcher:
    """Puts work into lanes, so that a chat's updates and letters keep their order."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that there is behind it
        self, routes: Routes, door: Door, courier: Courier, boxes: Boxes, lanes: Lanes, wait: Wait
    ) -> None:
        self._routes = routes
        self._door = door
        self._courier = courier
        self._boxes = boxes
        self._lanes = lanes
        self._wait = wait

    async def catch_up(self) -> None:
        """Take up what the last run left: its letters first, then the updates it did not handle."""
        for letter in await self._boxes.outbox.waiting(CHANNEL):
            self._lanes.put(letter.address.id, self._delivery(letter))
        for raw in await self._boxes.inbox.unhandled():
            self.take(raw)

    def take(self, raw: RawUpdate) -> None:
        """Have an update handled when its chat's turn comes. It has to be in the inbox already."""
        work = self._work(raw)
        self._lanes.put(raw.lane, lambda: patiently(work, self._wait))

    async def room(self) -> None:
        """Wait until more can be taken."""
        await self._lanes.room()

    def _work(self, raw: RawUpdate) -> Work:
        return self._door.turned_away(raw) or (lambda: self._routes.process(raw))

    def _delivery(self, letter: Letter) -> Callable[[], Awaitable[None]]:
        return lambda: self._courier.deliver([letter])
