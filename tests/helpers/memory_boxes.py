"""Deliveries and outbox in memory: what the ports promise, and a store that can be told to fail."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from bot.conversation import Address
from bot.errors import StoreError
from bot.ports import DeliveryState, Due, Letter
from bot.shown import Shown

WEEK = timedelta(days=7)


@dataclass
class Row:
    """One delivery as it is stored."""

    due: Due
    state: str = "sending"
    attempts: int = 0
    lease: str | None = None


@dataclass
class MemoryDeliveries:
    """Subscriptions as the next due instant and week of each person, deliveries as rows."""

    standing: dict[Address, tuple[datetime, int]] = field(default_factory=dict)
    rows: dict[tuple[Address, str], Row] = field(default_factory=dict)
    pause: datetime | None = None
    calls: Counter[str] = field(default_factory=Counter)
    failures: dict[str, int] = field(default_factory=dict)
    left: list[Address] = field(default_factory=list)

    def subscribe(self, address: Address, next_due: datetime, week: int = 1) -> None:
        """Begin a subscription."""
        self.standing[address] = next_due, week

    def states(self) -> dict[str, int]:
        """How many rows are in each state."""
        return dict(Counter(row.state for row in self.rows.values()))

    def stored(self) -> tuple[Any, ...]:
        """All that is stored, to be compared."""
        rows = {key: (row.state, row.attempts) for key, row in self.rows.items()}
        return dict(self.standing), rows, self.pause

    async def due(
        self, now: datetime, limit: int, channel: str | None = None, address: Address | None = None
    ) -> list[Due]:
        """What stands at an instant that has passed; of several missed ones the newest."""
        await self._enter("due")
        found = []
        for whom, (standing, week) in self.standing.items():
            newest = standing
            while newest + WEEK <= now:
                newest += WEEK
            if newest <= now and channel in {None, whom.channel} and address in {None, whom}:
                slot = f"week:{newest.timestamp():.0f}"
                row = self.rows.get((whom, slot))
                found.append(self._as_due(whom, slot, week, newest, row.attempts if row else 0))
        return sorted(found, key=lambda one: one.due_at)[:limit]

    async def in_doubt(self, channel: str | None = None, address: Address | None = None) -> list[Due]:
        """Rows that were begun and not settled."""
        await self._enter("in_doubt")
        return [
            replace(row.due, attempts=row.attempts, lease=row.lease)
            for row in self.rows.values()
            if row.state == "sending"
            and channel in {None, row.due.address.channel}
            and address in {None, row.due.address}
        ]

    async def claim(self, due: Due, now: datetime, lease: str | None = None) -> int | None:
        """Begin an attempt; the subscription moves on to the first slot after now."""
        await self._enter("claim")
        if self.pause is not None and now < self.pause:
            return None
        key = due.address, due.slot
        row = self.rows.setdefault(key, Row(due))
        if row.state != "sending" or (row.attempts, row.lease) != (due.attempts, due.lease):
            return None
        row.attempts += 1
        row.lease = lease
        standing, week = self.standing.get(due.address, (now + WEEK, 0))
        if standing <= due.due_at:
            following = due.due_at
            while following <= now:
                following += WEEK
            self.standing[due.address] = following, week + 1
        return row.attempts

    async def mark(self, due: Due, state: DeliveryState, now: datetime) -> None:
        """Settle a row, which may never have been begun."""
        await self._enter("mark")
        if state == "dead":
            self.left.append(due.address)
            self.standing.pop(due.address, None)
        row = self.rows[due.address, due.slot]
        if row.lease == due.lease:
            assert row.state == "sending", f"a settled row is settled again, at {now}"
            row.state, row.lease = state, None

    async def let_go(self, due: Due) -> None:
        """Nobody sends it now."""
        await self._enter("let_go")
        row = self.rows[due.address, due.slot]
        if row.lease == due.lease:
            row.lease = None

    async def release(self, due: Due) -> None:
        """Take an attempt back; without any, the occasion is due again."""
        await self._enter("release")
        row = self.rows[due.address, due.slot]
        if row.lease != due.lease:
            return
        row.attempts -= 1
        row.lease = None
        if row.attempts == 0:
            del self.rows[due.address, due.slot]
            self.standing[due.address] = due.due_at, due.week

    async def pause_until(self) -> datetime | None:
        """The pause."""
        await self._enter("pause_until")
        return self.pause

    async def set_pause(self, until: datetime) -> None:
        """Set a pause; a longer one stays."""
        await self._enter("set_pause")
        self.pause = max(until, self.pause or until)

    def move(self, old: Address, new: Address) -> None:
        """Follow a person to another address."""
        self.standing[new] = self.standing.pop(old)
        for key in [key for key in self.rows if key[0] == old]:
            row = self.rows.pop(key)
            self.rows[new, key[1]] = Row(replace(row.due, address=new), row.state, row.attempts, row.lease)

    @staticmethod
    def _as_due(address: Address, slot: str, week: int, at: datetime, attempts: int) -> Due:
        return Due(address=address, slot=slot, week=week, due_at=at, attempts=attempts)

    async def _enter(self, call: str) -> None:
        await asyncio.sleep(0)  # as a real store, it lets others in
        self.calls[call] += 1
        if self.failures.get(call, 0) > 0:
            self.failures[call] -= 1
            raise StoreError("the disk is full")


@dataclass
class MemoryOutbox:
    """Follows who has moved."""

    deliveries: MemoryDeliveries

    async def gone(self, address: Address) -> None:
        """Not asked for: the mark of a delivery says it."""
        raise NotImplementedError(address)

    async def moved(self, address: Address, new_id: str) -> None:
        """Follow."""
        self.deliveries.move(address, Address(address.channel, new_id))

    async def waiting(self, channel: str) -> list[Letter]:
        """No letters here."""
        raise NotImplementedError(channel)

    async def begin(self, letter_id: int) -> int:
        """No letters here."""
        raise NotImplementedError(letter_id)

    async def release(self, letter_id: int) -> None:
        """No letters here."""
        raise NotImplementedError(letter_id)

    async def sent(self, letter_id: int, shown: Shown | None = None) -> None:
        """No letters here."""
        raise NotImplementedError(letter_id)


class MemoryBoxes:
    """Both together."""

    def __init__(self) -> None:
        self.deliveries = MemoryDeliveries()
        self.outbox = MemoryOutbox(self.deliveries)


def person(number: int) -> Address:
    """Somebody on the channel `test`."""
    return Address("test", str(number))


MONDAY = datetime(2027, 3, 1, 9, tzinfo=UTC)
