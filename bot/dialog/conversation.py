"""A conversation: loads what is known, lets the router decide, commits the outcome, hands the replies on."""

import asyncio
import logging
import traceback
from collections import defaultdict
from typing import Final

from bot.conversation import Address, Incoming, Reply
from bot.dialog.inline import Suggestions, suggest
from bot.dialog.router import route
from bot.dialog.turn import Tools, Turn
from bot.errors import StaleError, StoreError
from bot.ports import Letter
from bot.state import Snapshot, TurnResult

log = logging.getLogger(__name__)
MOST_TRIES: Final = 5


class Conversation:
    """Turns of many people: of one person one after the other, of different people side by side."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._locks: dict[Address, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._inside: dict[Address, int] = defaultdict(int)

    async def handle(self, incoming: Incoming, update_id: int | None = None) -> list[Letter]:
        """Do one turn and store its outcome, with the mark that update `update_id` is handled.

        Returns the replies to send, already in the outbox. A bug in a dialog ends in a log entry and a calm
        apology; what was stored before stays.

        Raises:
            StoreError: the store cannot be used.
        """
        address = incoming.address
        self._inside[address] += 1
        try:
            async with self._locks[address]:
                return await self._turn(incoming, update_id)
        finally:
            self._inside[address] -= 1
            if not self._inside[address]:
                del self._inside[address], self._locks[address]

    async def suggest(self, address: Address, text: str, language: str | None) -> Suggestions:
        """What could be put into another chat in place of a draft; nothing is stored."""
        return await suggest(self._tools, address, text, language)

    async def _turn(self, incoming: Incoming, update_id: int | None) -> list[Letter]:
        """One turn; anew where another process has changed the session meanwhile."""
        for _ in range(MOST_TRIES):
            known = await self._tools.store.load(incoming.address)
            result = await self._decide(incoming, known, update_id)
            try:
                return await self._tools.store.commit(incoming.address, result, update_id)
            except StaleError:
                continue
        raise StoreError("the session is changed by others all the time: is the bot running twice?")

    async def _decide(self, incoming: Incoming, known: Snapshot, update_id: int | None) -> TurnResult:
        turn = Turn.begin(self._tools, incoming, known)
        try:
            await route(turn)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the person gets an answer
            # The frames only: an exception's own words may hold what the person wrote.
            frames = "".join(traceback.format_tb(error.__traceback__))
            log.error("update %s: %s\n%s", update_id, type(error).__name__, frames)  # noqa: TRY400
            apology = Reply(text=self._tools.texts.messages.render("general.bug"))
            return TurnResult(session=known.session, replies=(apology,), stamp=known.stamp)
        return turn.result()
