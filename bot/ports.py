"""What the core needs from the outside, as protocols; the adapters are known to `app` alone."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal, Protocol

from msgspec import Struct

from bot.coach.challenge import Challenge
from bot.coach.critique.rule import CriterionCopy
from bot.coach.interview import Interview
from bot.coach.model import Criterion
from bot.coach.year import Year
from bot.conversation import Address, Location, Reply
from bot.shown import Shown
from bot.state import KeptNote, Record, Snapshot, TurnResult

LONGEST_STORE_PAUSE: Final = 2.0  # seconds between attempts on a store that cannot be used (a full disk, say)


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

    async def figures(self, now: datetime) -> "Figures":
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


class Messages(Protocol):
    """The sentences people read, by id."""

    def render(self, message_id: str, **values: object) -> str:
        """The message with its variables filled in."""
        ...


class Languages(Protocol):
    """The content in other languages; what one of them lacks is said in the first."""

    @property
    def first(self) -> str:
        """The code of the language that is complete."""
        ...

    @property
    def others(self) -> Sequence[str]:
        """The codes of the others."""
        ...

    def texts(self, *wanted: str | None) -> "Texts":
        """The content in the first of these languages that is there."""
        ...


class Texts(Protocol):
    """The content the dialogs speak from."""

    @property
    def messages(self) -> Messages:
        """The sentences of the dialogs."""
        ...

    @property
    def criteria(self) -> Mapping[Criterion, CriterionCopy]:
        """How the criteria are spoken of."""
        ...

    @property
    def challenges(self) -> Mapping[int, Challenge]:
        """The weeks that are written."""
        ...

    @property
    def interview(self) -> Interview:
        """The questions."""
        ...
