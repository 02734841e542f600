"""The long poll: asks for updates, stores them, and only then lets the next question confirm them."""

import logging
import time
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from telegram import Bot
from telegram.error import Conflict, RetryAfter

from bot.channels.telegram_bot.errors import UNAUTHORIZED, seconds_to_wait
from bot.channels.telegram_bot.receive import ALLOWED_UPDATES, raw_update
from bot.channels.telegram_bot.waiting import Wait, growing_pauses, patiently
from bot.errors import ConfigError
from bot.ports import Inbox, RawUpdate

GET_UPDATES: Final = "get_Updates"  # spelt like SEND_MESSAGE, and for the same reason
POLL_SECONDS: Final = 30
_GRACE_SECONDS: Final = 10
# None as long as a poll: the other one, if it is of our kind, would begin anew just then, and never notice.
_BORNE: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 28.0)
_LONGER: Final = (20.0, 20.0)  # where it came later than this run: it is to go first
_SETTLED: Final = 10.0  # seconds of receiving alone
_FORGIVEN: Final = 600.0  # seconds without the other program, after which it counts as a new one
BAD_TOKEN: Final = "COACH_BOT_TOKEN: Telegram does not accept this token; ask @BotFather for the right one"  # noqa: S105
_WEBHOOK_ELSEWHERE: Final = (
    "COACH_MODE: another program keeps setting a webhook for this bot, so that polling brings nothing; "
    "stop it, or use another bot"
)
_TWO_POLLERS: Final = (
    "COACH_BOT_TOKEN: another program receives this bot's messages at the same time; "
    "stop it, or use another bot"
)
log = logging.getLogger(__name__)


class Desk(Protocol):
    """Where updates are taken to, once they are stored."""

    def take(self, raw: RawUpdate) -> None:
        """Have an update handled."""
        ...

    async def room(self) -> None:
        """Wait until more can be taken."""
        ...


class Rival:
    """Another program with the same token: a run that is just ending, or one that stays.

    Borne for a minute in all, and for two by a run that was there long before, so that of two the one that
    came later ends. A success between does not begin anew: two that stay take turns.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._pauses = iter(_BORNE)
        self._seen = self._begun = monotonic()
        self._met = False

    def pause(self, sentence: str = _TWO_POLLERS) -> float:
        """How long to let it be.

        Raises:
            ConfigError: it stays; with the sentence.
        """
        now = self._monotonic()
        if not self._met or now - self._seen >= _FORGIVEN:
            self._pauses = iter(_BORNE + _LONGER if now - self._begun >= _SETTLED else _BORNE)
        self._met, self._seen = True, now
        for pause in self._pauses:
            log.warning("another program receives this bot's messages too, again in %g s", pause)
            return pause
        raise ConfigError(sentence)


class Poller:
    """Receives updates. An update is confirmed only after it is stored durably, so none is lost."""

    def __init__(self, bot: Bot, inbox: Inbox, desk: Desk, wait: Wait) -> None:
        self._bot = bot
        self._inbox = inbox
        self._desk = desk
        self._wait = wait

    async def run(self) -> None:
        """Poll until cancelled.

        Raises:
            ConfigError: the token is not accepted, or somebody else keeps polling with it.
        """
        offset: int | None = None
        pauses = growing_pauses()
        rival = Rival()
        await self._take_webhook_away()
        while True:
            try:
                updates = await self._ask(offset)
            except RetryAfter as error:
                await self._wait(seconds_to_wait(error))
            except UNAUTHORIZED:
                raise ConfigError(BAD_TOKEN) from None
            except Conflict as error:
                webhook = "webhook" in error.message
                await self._wait(rival.pause(_WEBHOOK_ELSEWHERE if webhook else _TWO_POLLERS))
                if webhook:
                    await self._take_webhook_away()
            except Exception as error:  # noqa: BLE001 - an unreadable answer can be of any class, and passes
                pause = next(pauses)
                log.warning("no updates (%s), again in %g s", type(error.__cause__ or error).__name__, pause)
                await self._wait(pause)
            else:
                pauses = growing_pauses()
                # None after an empty answer: all before is confirmed by then, and numbers may begin anew.
                offset = await self._keep(updates)

    async def _take_webhook_away(self) -> None:
        """As long as there is one, nothing comes by polling. Where this fails, the next question tells."""
        try:
            await self._bot.delete_webhook()
        except Exception as error:  # noqa: BLE001 - an unreadable answer can be of any class, and passes
            log.warning("a webhook could not be taken away (%s)", type(error.__cause__ or error).__name__)

    async def _ask(self, offset: int | None) -> list[Any]:
        question = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES}
        updates = await self._bot.do_api_request(
            GET_UPDATES, api_kwargs=question, read_timeout=POLL_SECONDS + _GRACE_SECONDS
        )
        if not isinstance(updates, list):
            raise TypeError("updates have to be a list")
        return updates

    async def _keep(self, updates: Sequence[Any]) -> int | None:
        """Store updates and hand on the new ones; returns the number that confirms them all."""
        raws = [raw for update in updates if (raw := raw_update(update)) is not None]
        if len(raws) < len(updates):
            log.warning("%s updates without a number: ignored", len(updates) - len(raws))
        if not raws:
            return None
        for raw in await patiently(lambda: self._inbox.receive(raws), self._wait):
            self._desk.take(raw)
        await self._desk.room()
        return max(raw.update_id for raw in raws) + 1
