"""What is around the coach: time, places, and ways to reach people."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from bot.coach.year import Year
from bot.conversation import Address, Location, Reply


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Place(Struct, frozen=True):
    """A town and the IANA name of its time zone."""

    name: str
    country: str
    zone: str


class Places(Protocol):
    """Towns by name, and the time zones of places."""

    def find(self, name: str) -> Sequence[Place]:
        """The towns of that name, in any common spelling, the largest first; at most five, zones distinct."""
        ...

    def zone_at(self, location: Location) -> str | None:
        """The IANA name of the time zone of a place, None where there is none."""
        ...


class Sender(Protocol):
    """Sends a reply to an address over a channel."""

    async def send(self, address: Address, reply: Reply) -> str | None:
        """Deliver one reply; returns the channel's id of the message, where there is one.

        Raises:
            SendError: the sub-class says whether it was certainly not sent, perhaps, or never will be.
        """
        ...


class Painter(Protocol):
    """Draws, without holding up others."""

    async def __call__(self, year: Year, /) -> bytes:
        """A picture of a year, as PNG."""
        ...
