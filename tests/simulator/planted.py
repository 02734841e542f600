"""Six bugs that the simulator has to find, as proof that it has teeth."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from bot.conversation import Reply
from bot.errors import FloodError
from bot.jobs.deliver import Deliver
from bot.jobs.deliver.agenda import Agenda
from bot.jobs.deliver.sending import Sending
from bot.ports import Due
from bot.storage.deliveries import SqliteDeliveries
from tests.simulator.world import World


class MarksBeforeSending(Sending):
    async def _send(self, due: Due, replies: tuple[Reply, ...], latest: float) -> bool:
        await self._ledger.mark(due, "sent")
        return await super()._send(due, replies, latest)


class NeverLooksAtItsLease(Sending):
    def _may_set_out(self, latest: float) -> bool:
        return latest > 0


class GivesUpWhenInDoubt(Sending):
    async def _again(self, due: Due, error: Exception, *, counts: bool) -> None:
        if counts:
            await self._settle(due, "dead")
        else:
            await super()._again(due, error, counts=counts)


class DoesNotHearToWait(Sending):
    async def _failed(self, due: Due, error: Exception, *, untouched: bool) -> None:
        if isinstance(error, FloodError):
            await self._again(due, error, counts=False)
        else:
            await super()._failed(due, error, untouched=untouched)


class LeavesOrphans(Agenda):
    def _is_ready(self, one: Due, now: float) -> bool:
        return one.lease is None and super()._is_ready(one, now)


class ForgetsWhoIsServed(SqliteDeliveries):
    """As if there were no UNIQUE (person, slot): each claim makes a row of its own."""

    async def claim(self, due: Due, now: datetime, lease: str | None = None) -> int | None:
        if due.attempts or "#" in due.slot:
            return await super().claim(due, now, lease)
        return await self._database.transaction(
            lambda connection: self._again(connection, due, f"{due.slot}#{lease}", lease, now)
        )

    @staticmethod
    def _again(connection: sqlite3.Connection, due: Due, slot: str, lease: str | None, now: datetime) -> int:
        at, instant = int(due.due_at.timestamp()), int(now.timestamp())
        user: Any = connection.execute("SELECT id FROM users WHERE address = ?", (due.address.id,)).fetchone()
        connection.execute(
            "INSERT INTO deliveries (user_id, slot, week, state, attempts, due_at, intent_at, lease)"
            " VALUES (?, ?, ?, 'sending', 1, ?, ?, ?)",
            (user["id"], slot, due.week, at, instant, lease),
        )
        return 1


def _in_sending(bug: type[Sending]) -> Callable[[int], World]:
    def plant(job: Deliver) -> None:
        job._sending.__class__ = bug

    return lambda seed: World(seed, plant=plant)


def _in_agenda(bug: type[Agenda]) -> Callable[[int], World]:
    def plant(job: Deliver) -> None:
        job._agenda.__class__ = bug

    return lambda seed: World(seed, plant=plant)


# What each is found by.
PLANTED: Final[dict[str, tuple[Callable[[int], World], str]]] = {
    "mark before send": (_in_sending(MarksBeforeSending), "never came"),
    "no lease check before the send": (_in_sending(NeverLooksAtItsLease), "nothing was wrong with"),
    "no rescue of orphans": (_in_agenda(LeavesOrphans), "sending at the end"),
    "no unique person and slot": (
        lambda seed: World(seed, stores=ForgetsWhoIsServed),
        "nothing was wrong with",
    ),
    "given up when in doubt": (_in_sending(GivesUpWhenInDoubt), "given up, and the person is there"),
    "does not hear to wait": (_in_sending(DoesNotHearToWait), "in the flood"),
}
