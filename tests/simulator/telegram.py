"""Telegram as it may behave: loses answers, tells to wait, refuses, and takes notes of all of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from bot.conversation import Address, Reply
from bot.errors import FloodError, GoneError, InDoubtError, MovedError, NotSentError
from tests.simulator.loop import Process, VirtualLoop, this_process

TOLD_WITHIN = 5.0  # seconds from a 429 until all processes know, where none stands still
NO_ANSWER = 15.0


@dataclass
class Attempt:
    """One call of `sendMessage`; `doubtful` when its answer was lost or could not be read."""

    person: str
    slot: str
    process: Process
    at: float
    answered_at: float = 0.0
    arrived: bool = False
    doubtful: bool = False


@dataclass
class Odds:
    """How often what goes wrong, as parts of one."""

    lost: float = 0.0
    garbled: float = 0.0
    not_sent: float = 0.0
    flood: float = 0.0
    waits: tuple[int, ...] = (1, 35)


@dataclass
class Telegram:
    """A `Sender`. `blocked` have blocked the bot; who is in `moved` has another id by now."""

    loop: VirtualLoop
    luck: Random
    odds: Odds
    blocked: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)
    attempts: list[Attempt] = field(default_factory=list)
    floods: list[tuple[float, float]] = field(default_factory=list)
    in_floods: list[tuple[float, Process]] = field(default_factory=list)
    before_each: Callable[[], None] = lambda: None

    async def send(self, address: Address, reply: Reply) -> None:
        """One call."""
        self.before_each()
        now = self.loop.time()
        self._note_flood(now)
        attempt = Attempt(address.id.partition("+")[0], reply.text, this_process(), now)
        self.attempts.append(attempt)
        error, arrives = self._answer(address.id, now)
        attempt.doubtful = isinstance(error, InDoubtError | KeyError)
        wait = NO_ANSWER if isinstance(error, InDoubtError) else 0.05 + self.luck.random() * 0.3
        attempt.answered_at = now + wait
        if arrives:
            self.loop.outside(0.02, lambda: setattr(attempt, "arrived", True))
        await asyncio.sleep(wait)
        if error is not None:
            raise error

    def _note_flood(self, now: float) -> None:
        if self.floods and self.floods[-1][0] + TOLD_WITHIN < now < self.floods[-1][1]:
            self.in_floods.append((now, this_process()))

    def _answer(self, number: str, now: float) -> tuple[Exception | None, bool]:
        """The answer, and whether the message arrives all the same."""
        if self.floods and now < self.floods[-1][1]:
            return FloodError(self.floods[-1][1] - now), False
        if number in self.moved:
            return MovedError(self.moved[number]), False
        if number.partition("+")[0] in self.blocked:
            return GoneError("blocked"), False
        return self._misfortune(now)

    def _misfortune(self, now: float) -> tuple[Exception | None, bool]:
        luck = self.luck.random()
        if luck < self.odds.flood:
            wait = self.luck.choice(self.odds.waits)
            self.floods.append((now, now + wait))
            return FloodError(wait), False
        luck -= self.odds.flood
        if luck < self.odds.lost:
            return InDoubtError("no answer"), self.luck.random() < 0.5
        luck -= self.odds.lost
        if luck < self.odds.garbled:
            return KeyError("result"), self.luck.random() < 0.5
        luck -= self.odds.garbled
        return (NotSentError("refused"), False) if luck < self.odds.not_sent else (None, True)
