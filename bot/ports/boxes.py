"""Where things are stored: what is known of people, updates that came in, letters that go out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from msgspec import Struct

from bot.conversation import Address, Reply
from bot.ports.deliveries import Figures
from bot.shown import Shown
from bot.state import KeptNote, Record, Snapshot, TurnResult

LONGEST_STORE_PAUSE: Final = 2.0  # seconds between attempts on a store that cannot be used (a full disk, say)


class Letter(Struct, frozen=True, kw_only=True):
    """A reply on its way: `id` is the store's, `attempts` how often sending was begun.

    `begun`: the attempt that is to be made now is counted among them already, in the commit that posted it.
    """

    id: int
    address: Address
    reply: Reply
    attempts: int = 0
    begun: bool = False


class Store(Protocol):
    """What is stored of people. Everything a turn changes is committed at once, or not at all."""

    async def load(self, address: Address) -> Snapshot:
        """All that a turn needs to know; an empty snapshot for somebody new."""
        ...

    async def commit(
        self, address: Address, result: TurnResult, update_id: int | None = None
    ) -> list[Letter]:
        """Store the outcome of a turn and its replies; with `update_id`, mark that update as handled.

        An update that is handled already changes nothing and has no letters. The letters wait in the outbox
        until `sent` is called for each; with `update_id`, the first attempt at the first is begun with this.

        Raises:
            StaleError: the result names a stamp, and the session was changed since; nothing is stored.
        """
        ...

    async def kept_notes(self, address: Address) -> list[KeptNote]:
        """The notes this person kept, newest first."""
        ...

    async def record(self, address: Address) -> Record:
        """Which challenges came to this person, and what was noted about them."""
        ...

    async def figures(self, now: datetime) -> Figures:
        """How the deliveries stand, in numbers."""
        ...

    async def export(self, address: Address) -> dict[str, Any]:
        """Everything stored of this person, ready for JSON."""
        ...


class RawUpdate(Struct, frozen=True):
    """An update as the channel received it. `lane` is what it must keep its order in: the chat."""

    update_id: int
    lane: str
    payload: bytes


class Inbox(Protocol):
    """Updates are stored here before they are acknowledged, and marked when their effects are."""

    async def receive(self, updates: Sequence[RawUpdate]) -> list[RawUpdate]:
        """Store updates durably; returns those that were not known before."""
        ...

    async def unhandled(self) -> list[RawUpdate]:
        """What was stored and not yet handled, oldest first: the work left over from the last run."""
        ...

    async def discard(self, update_id: int) -> None:
        """Mark an update as handled without any effect: there is nothing for us in it."""
        ...


class Outbox(Protocol):
    """Replies wait here, durably, until they are known to be sent."""

    async def waiting(self, channel: str) -> list[Letter]:
        """All letters not yet sent, in order."""
        ...

    async def begin(self, letter_id: int) -> int:
        """Note durably that sending is begun; returns how often it has been, this time included.

        0 means that the letter is withdrawn: it must not be sent.
        """
        ...

    async def release(self, letter_id: int) -> None:
        """Certainly not sent: the attempt begun last does not count."""
        ...

    async def sent(self, letter_id: int, shown: Shown | None = None) -> None:
        """Delivered, or given up: forget the letter and its text; `shown` is what may be edited later."""
        ...

    async def gone(self, address: Address) -> None:
        """This person cannot be reached: drop their letters, end the subscription, mark as blocked."""
        ...

    async def moved(self, address: Address, new_id: str) -> None:
        """The chat has a new id: follow it everywhere."""
        ...
