"""The bot in a hurry: what takes minutes takes seconds, so that kills can be tried by the hundred.

`python -m tests.helpers.hasty_bot whole` runs all of it; `job` leaves content and conversation out, and so
starts in a moment. With one of the POINTS as well it kills itself there, in its first delivery.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, Final

import bot.storage.deliveries as stored
from bot.channels.telegram_bot.door import SlowDown
from bot.channels.telegram_bot.run import run
from bot.channels.telegram_bot.sender import TelegramSender
from bot.config import environment, load
from bot.conversation import Incoming, Reply
from bot.jobs.deliver import Deliver, Tempo, agenda, sending
from bot.pictures import paint
from bot.ports import Due, Letter, Sender
from bot.storage import open_store
from bot.storage.store import utc_now

LEASE: Final = 1.0
AT_ONCE: Final = 8
QUICK: Final = Tempo(None, AT_ONCE, every=0.1)


def die() -> None:
    """As the out-of-memory killer would have it."""
    os.kill(os.getpid(), signal.SIGKILL)


def before(holder: Any, name: str) -> None:
    """Die instead of a call."""
    setattr(holder, name, lambda *_args, **_kwargs: die())


def after(holder: Any, name: str) -> None:
    """Die when an awaited call has returned."""
    call = getattr(holder, name)

    async def and_die(*args: Any, **kwargs: Any) -> None:
        await call(*args, **kwargs)
        die()

    setattr(holder, name, and_die)


def inside(holder: Any, name: str) -> None:
    """Die when a plain call has returned, whose transaction is not committed yet."""
    call = getattr(holder, name)

    def and_die(*args: Any, **kwargs: Any) -> None:
        call(*args, **kwargs)
        die()

    setattr(holder, name, and_die)


# Where, and how many further copies of the one message that makes.
POINTS: Final[dict[str, tuple[Callable[[], None], int]]] = {
    "before the intent": (lambda: before(stored.SqliteDeliveries, "claim"), 0),
    "after the intent": (lambda: after(stored.SqliteDeliveries, "claim"), 0),
    "after the answer": (lambda: after(TelegramSender, "send"), 1),
    "before the mark": (lambda: before(stored.SqliteDeliveries, "mark"), 1),
    "before the mark is committed": (lambda: inside(stored, "_mark"), 1),
    "after the mark": (lambda: after(stored.SqliteDeliveries, "mark"), 0),
}


class _Clock:
    now = staticmethod(utc_now)


class _Nobody:
    async def handle(self, incoming: Incoming, update_id: int | None = None) -> list[Letter]:
        raise NotImplementedError(incoming, update_id)


async def _letter(due: Due) -> tuple[Reply, ...]:
    return (Reply(text=f"week {due.week}"),)


async def _job() -> None:
    """The bot without content and conversation."""
    settings = load(environment())
    async with open_store(settings.database) as store:

        async def deliver(sender: Sender, stop: asyncio.Event) -> None:
            await Deliver(store, sender, _Clock(), _letter, channel="telegram", tempo=QUICK).run(stop)

        await run(
            settings.token,
            settings.bot_api_url,
            _Nobody(),
            store,
            [],
            [deliver],
            copy_label="",
            slow_down=SlowDown("", "", ""),
            paint=paint,
        )


def _whole() -> None:
    from bot.cli import main  # noqa: PLC0415 - starts without it where only the job is wanted

    Tempo.of = classmethod(lambda _, __: QUICK)  # type: ignore[method-assign, assignment]
    main(["run"])


if __name__ == "__main__":
    agenda.LEASE = LEASE  # type: ignore[misc]
    agenda.IN_DOUBT = (0.2, 0.4)  # type: ignore[misc]
    sending.SETS_OUT = LEASE / 2  # type: ignore[misc]
    if point := sys.argv[2:]:
        POINTS[point[0]][0]()
    if sys.argv[1] == "whole":
        _whole()
    else:
        asyncio.run(_job())
