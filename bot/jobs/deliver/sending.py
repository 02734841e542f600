"""One delivery through its course: the intent, the messages, and what became of them."""

import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from msgspec.structs import replace

from bot.conversation import Address, Reply
from bot.errors import (
    FloodError,
    GoneError,
    MovedError,
    NotSentError,
    RefusedError,
    StoreError,
    UnauthorizedError,
)
from bot.jobs.deliver.agenda import Agenda
from bot.jobs.deliver.ledger import Ledger
from bot.jobs.deliver.line import Line
from bot.jobs.deliver.round import Round
from bot.jobs.deliver.tempo import Pace
from bot.ports import DeliveryState, Due, Sender

MAX_COPIES: Final = 3
MOST_MOVES: Final = 2  # a chat that moves on and on has a bug in it
# Seconds after its claim in which a message may set out. A call then takes 45 seconds at most, by the
# time-outs of the HTTP client, so that all is over before others take the claim for orphaned.
SETS_OUT: Final = 20.0
Letters = Callable[[Due], Awaitable[tuple[Reply, ...]]]  # makes the messages of a delivery
log = logging.getLogger(__name__)


class HeldBackError(NotSentError):
    """Claimed, and not sent after all: the round is over, or the claim is too old."""


class Claim(Protocol):
    """Commits the intent to send; returns what is ours then, or None where it is not."""

    async def __call__(self, due: Due) -> Due | None:
        """Claim it."""
        ...


class Sending:
    """Takes deliveries through their course."""

    def __init__(  # noqa: PLR0913 - each has its name
        self,
        sender: Sender,
        letter: Letters,
        claim: Claim,
        *,
        ledger: Ledger,
        agenda: Agenda,
        pace: Pace,
        line: Line,
        current: Round,
        monotonic: Callable[[], float],
    ) -> None:
        self._sender, self._letter, self._claim = sender, letter, claim
        self._ledger, self._agenda, self._pace, self._line = ledger, agenda, pace, line
        self._round = current
        self._monotonic = monotonic

    async def deliver(self, due: Due) -> bool:
        """Deliver one; says whether it was.

        Raises:
            UnauthorizedError: the token is not accepted; the intent is taken back.
            StoreError: the store cannot be used; nothing was sent without an intent.
        """
        if due.attempts >= MAX_COPIES:
            await self._park(due, "in doubt after as many copies as anybody may get")
            return False
        replies = await self._write(due)
        latest = self._monotonic() + SETS_OUT
        held = None if replies is None else await self._claim(due)
        if replies is None or held is None:
            self._agenda.put_off_shortly(due)
            return False
        return await self._send(held, replies, latest)

    async def _write(self, due: Due) -> tuple[Reply, ...] | None:
        """The letter, or None where the content is at fault: that must not hold up the others."""
        try:
            return await self._letter(due)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the others get theirs
            # The frames only: a letter may look back on what the person wrote.
            frames = "".join(traceback.format_tb(error.__traceback__))
            log.error("week %s cannot be written: %s\n%s", due.week, type(error).__name__, frames)  # noqa: TRY400
            return None

    async def _send(self, due: Due, replies: tuple[Reply, ...], latest: float) -> bool:
        """Send what is claimed, and write down what became of it; says whether it was delivered."""
        done = moves = 0
        while done < len(replies):
            try:
                await self._send_one(due, replies[done], latest)
                done += 1
            except MovedError as error:
                moves += 1
                if moves > MOST_MOVES:
                    await self._park(due, "the chat moves on and on")
                    return False
                await self._ledger.moved(due.address, error.new_id)
                due = replace(due, address=Address(due.address.channel, error.new_id))
            except Exception as error:  # noqa: BLE001 - an answer can be broken in more ways than there are classes
                await self._failed(due, error, untouched=not done)
                return False
        await self._settle(due, "sent")
        return True

    async def _send_one(self, due: Due, reply: Reply, latest: float) -> None:
        """Send one message when its turn comes; what is refused goes once more as mere words."""
        await self._pace.turn()
        if self._round.is_over or not self._may_set_out(latest):
            raise HeldBackError("the round is over, or the claim is too old")
        words = Reply(text=reply.text)
        try:
            await self._sender.send(due.address, reply)
        except RefusedError as error:
            if reply == words:
                raise
            log.error("week %s is refused, which is our bug: %s", due.week, error)  # noqa: TRY400
            await self._pace.turn()
            await self._sender.send(due.address, words)
        self._line.worked()

    def _may_set_out(self, latest: float) -> bool:
        return self._monotonic() < latest

    async def _failed(self, due: Due, error: Exception, *, untouched: bool) -> None:
        """Write down a failure by its class; `untouched` says that no part of it was delivered before."""
        match error:
            case UnauthorizedError():
                await self._ledger.release(due)
                raise error
            case GoneError():
                await self._settle(due, "dead")
            case RefusedError():
                await self._park(due, f"refused, which is our bug: {error}")
            case FloodError():
                self._round.halted = True
                await self._ledger.silence(error.seconds)
                await self._again(due, error, counts=not untouched)
            case HeldBackError() if untouched:
                await self._ledger.release(due)
                self._agenda.put_off_shortly(due)
            case NotSentError():
                await self._again(due, error, counts=not untouched)
            case _:
                await self._again(due, error, counts=True)
        self._note_line(error)

    def _note_line(self, error: Exception) -> None:
        """Keep in mind whether the server answers at all; without answers in a row the round ends."""
        if isinstance(error, GoneError | RefusedError | FloodError):
            self._line.worked()
        elif not isinstance(error, HeldBackError):
            self._line.failed()
            self._round.halted |= self._line.is_down

    async def _again(self, due: Due, error: Exception, *, counts: bool) -> None:
        """Try again later. An attempt counts when it may have arrived; the last that may ends as parked."""
        log.warning("week %s: %s, attempt %s", due.week, type(error).__name__, due.attempts)
        if not counts:
            await self._ledger.release(due)
            self._agenda.put_off_shortly(due)
        elif due.attempts >= MAX_COPIES:
            await self._park(due, f"in doubt after {due.attempts} attempts")
        else:
            await self._ledger.let_go(due)
            self._agenda.put_off_in_doubt(due)

    async def _park(self, due: Due, why: str) -> None:
        log.error("week %s, occasion %s, is given up: %s", due.week, due.slot, why)
        await self._settle(due, "parked")
        self._round.parked += 1

    async def _settle(self, due: Due, state: DeliveryState) -> None:
        self._agenda.settled(due)
        await self._ledger.mark(due, state)
