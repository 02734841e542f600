"""Tells Telegram where to bring updates, and looks now and then whether that still holds."""

import asyncio
import logging
from typing import Final
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, RetryAfter

from bot.channels.telegram_bot.errors import UNAUTHORIZED, seconds_to_wait
from bot.channels.telegram_bot.poller import BAD_TOKEN, Rival
from bot.channels.telegram_bot.receive import ALLOWED_UPDATES
from bot.channels.telegram_bot.waiting import Wait, growing_pauses
from bot.channels.telegram_bot.webhook import WebhookServer
from bot.config import Webhook
from bot.errors import ConfigError

MAX_CONNECTIONS: Final = 40  # requests of Telegram at a time; of one chat it sends one after the other
_LOOK_SECONDS: Final = 60.0
_ELSEWHERE: Final = (
    "COACH_WEBHOOK_URL: another program keeps leading this bot's updates elsewhere; "
    "stop it, or use another bot"
)
log = logging.getLogger(__name__)


class Registered:
    """Receives updates by a webhook: listens first, then has Telegram bring them."""

    def __init__(self, bot: Bot, webhook: Webhook, server: WebhookServer, wait: Wait) -> None:
        self._bot = bot
        self._webhook = webhook
        self._server = server
        self._wait = wait
        self._rival = Rival()
        self._complaint: object = None

    async def run(self) -> None:
        """Receive until cancelled.

        Raises:
            ConfigError: nobody can listen there, Telegram refuses the address or the token, or another
                program keeps leading the updates elsewhere.
        """
        async with self._server.listening() as port:
            log.info(
                "listening on %s:%s: what comes for %s has to be passed on there",
                self._webhook.host,
                port,
                urlsplit(self._webhook.url).hostname,  # and not its path, which many keep to themselves
            )
            await self._register()
            while True:
                await asyncio.sleep(_LOOK_SECONDS)
                await self._look()

    async def _register(self) -> None:
        for pause in growing_pauses():
            try:
                await self._bot.set_webhook(
                    self._webhook.url,
                    secret_token=self._webhook.secret,
                    allowed_updates=ALLOWED_UPDATES,
                    max_connections=MAX_CONNECTIONS,
                )
            except UNAUTHORIZED:
                break
            except BadRequest as error:
                raise ConfigError(f"COACH_WEBHOOK_URL: Telegram refuses it: {error.message}") from None
            except Exception as error:  # noqa: BLE001 - an unreadable answer can be of any class, and passes
                seconds = seconds_to_wait(error) if isinstance(error, RetryAfter) else pause
                name = type(error.__cause__ or error).__name__
                log.warning("the webhook could not be set (%s), again in %g s", name, seconds)
                await self._wait(seconds)
            else:
                return
        raise ConfigError(BAD_TOKEN)  # out here, because the library's error holds the token

    async def _look(self) -> None:
        """See whether updates still come here, and what Telegram complains of."""
        refused = False
        try:
            info = await self._bot.get_webhook_info()
        except UNAUTHORIZED:
            refused = True
        except Exception as error:  # noqa: BLE001 - the next look may do better
            log.warning("the webhook could not be looked at (%s)", type(error.__cause__ or error).__name__)
        else:
            await self._judge(info)
        if refused:
            raise ConfigError(BAD_TOKEN)

    async def _judge(self, info: WebhookInfo) -> None:
        if info.url != self._webhook.url:
            await self._wait(self._rival.pause(_ELSEWHERE))
            await self._register()
        elif info.last_error_date != self._complaint:
            self._complaint = info.last_error_date
            log.warning(
                "Telegram cannot bring updates: %s (%s wait)",
                info.last_error_message,
                info.pending_update_count,
            )
