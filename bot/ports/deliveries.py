"""What comes to people by itself, and how far each delivery got."""

from datetime import datetime
from typing import Final, Literal, Protocol

from msgspec import Struct

from bot.conversation import Address

FIRST_MESSAGE: Final = 0  # in place of a week: help with a first message is to be offered
CHECK_IN: Final = "check"  # the kind of an occasion: asks how a week went


class Due(Struct, frozen=True, kw_only=True):
    """A challenge that is due to somebody: `slot` names the occasion and is unique for the person.

    `week` is `FIRST_MESSAGE` where no challenge is due, but the offer of a first message. `silent` says that
    three challenges came without a sign of life, and that this is to be brought up. `lease` is the word of
    the claim that sends it at the moment, or None where nobody does.
    """

    address: Address
    slot: str
    week: int
    due_at: datetime
    attempts: int = 0
    silent: bool = False
    lease: str | None = None

    @property
    def kind(self) -> str:
        """What kind of occasion it is, `CHECK_IN` for one."""
        return self.slot.partition(":")[0]


class Figures(Struct, frozen=True, kw_only=True):
    """How the deliveries stand, in numbers: of people the first four, of deliveries the others.

    `due` counts what is due and not begun, `sending` what is begun and not settled, `failed` what could not
    be delivered because the person is gone, `parked` what was given up in doubt.
    """

    subscribers: int
    paused: int
    blocked: int
    due: int
    sent: int
    sending: int
    failed: int
    parked: int


DeliveryState = Literal["sending", "sent", "dead", "parked"]


class Deliveries(Protocol):
    """Challenges on their way: commit the intent, send, commit the mark; one row for each person and slot."""

    async def due(
        self, now: datetime, limit: int, channel: str | None = None, address: Address | None = None
    ) -> list[Due]:
        """What is due, oldest first; one for each person: a reminder gives way to the week's challenge.

        Of one channel, or of one person, where these are given. Changes nothing.
        """
        ...

    async def claim(self, due: Due, now: datetime, lease: str | None = None) -> int | None:
        """Commit the intent to send: the row is `sending`, the subscription moves on to its next slot.

        Returns the number of this attempt, or None when somebody else has it, it is not wanted any more, or
        the whole bot has to keep silent. `lease` is a word that no other claim uses: until the next claim,
        only who knows it can settle the delivery.
        """
        ...

    async def in_doubt(self, channel: str | None = None, address: Address | None = None) -> list[Due]:
        """Rows that are `sending`, oldest first: their lease says by which claim; of whom, as for `due`."""
        ...

    async def mark(self, due: Due, state: DeliveryState, now: datetime) -> None:
        """Commit what became of it, unless it is settled, or held by another claim than `due.lease`.

        With `dead` the person is gone: the same commit ends the subscription and drops their letters.
        """
        ...

    async def let_go(self, due: Due) -> None:
        """In doubt, and nobody sends it now: whoever wants can claim it again."""
        ...

    async def release(self, due: Due) -> None:
        """Certainly not sent: this attempt does not count."""
        ...

    async def pause_until(self) -> datetime | None:
        """Until when the whole bot has to keep silent, if it was ever told to."""
        ...

    async def set_pause(self, until: datetime) -> None:
        """Keep silent until then; a longer pause that is set already stays."""
        ...
