"""Writes down what became of messages, however long the store cannot be used."""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import ParamSpec, Protocol

from bot.conversation import Address
from bot.errors import StoreError
from bot.jobs.deliver.round import Round
from bot.ports import LONGEST_STORE_PAUSE, Clock, Deliveries, DeliveryState, Due, Outbox

P = ParamSpec("P")
log = logging.getLogger(__name__)


class Boxes(Protocol):
    """The part of the store that is needed here."""

    @property
    def deliveries(self) -> Deliveries:
        """Challenges on their way."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Knows who has moved."""
        ...


class Ledger:
    """What is known of a message must not be forgotten: what cannot be written is written again and again.

    Every call raises StoreError when the store still cannot be used and it is time to stop.
    """

    def __init__(self, boxes: Boxes, clock: Clock, current: Round) -> None:
        self._deliveries, self._outbox = boxes.deliveries, boxes.outbox
        self._clock = clock
        self._round = current

    async def mark(self, due: Due, state: DeliveryState) -> None:
        """It is settled."""
        await self._surely(self._deliveries.mark, due, state, self._clock.now())

    async def release(self, due: Due) -> None:
        """It is certainly not sent."""
        await self._surely(self._deliveries.release, due)

    async def let_go(self, due: Due) -> None:
        """It is in doubt, and not being sent."""
        await self._surely(self._deliveries.let_go, due)

    async def silence(self, seconds: float) -> None:
        """The whole bot has to keep silent; stored, so that a restart and other processes do as well."""
        await self._surely(self._deliveries.set_pause, self._clock.now() + timedelta(seconds=seconds))

    async def moved(self, address: Address, new_id: str) -> None:
        """This chat has a new address."""
        await self._surely(self._outbox.moved, address, new_id)

    async def _surely(self, write: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        pause = 0.1
        while True:
            try:
                return await write(*args, **kwargs)
            except StoreError as error:
                log.error("%s", error)  # noqa: TRY400 - it explains itself
                if self._round.stop.is_set():
                    raise
            await self._round.rest(pause)
            pause = min(pause * 2, LONGEST_STORE_PAUSE)
