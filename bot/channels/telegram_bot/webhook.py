"""The webhook's server: Telegram posts an update, and hears 200 only once it is safely stored."""

import asyncio
import hmac
import logging
import os
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.telegram_bot.poller import Desk
from bot.channels.telegram_bot.receive import raw_update
from bot.channels.telegram_bot.wire import read_json
from bot.config import HEALTH, READINESS, Webhook
from bot.errors import ConfigError, StoreError
from bot.ports import Inbox

MAX_BODY: Final = 1024 * 1024  # bytes
READ_SECONDS: Final = 10.0  # for the body of one request
_IDLE_SECONDS: Final = 75.0  # longer than proxies keep their connections; also ends those that never ask
_CLOSING_SECONDS: Final = 3.0
_SECRET: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
log = logging.getLogger(__name__)


class WebhookServer:
    """Takes in updates over HTTP; `/healthz` says that the process lives, `/readyz` that it can store.

    The secret is looked at before a byte of the body is read, so that strangers cost next to nothing.
    """

    def __init__(
        self,
        webhook: Webhook,
        inbox: Inbox,
        desk: Desk,
        ready: Callable[[], Awaitable[None]],
    ) -> None:
        self._webhook = webhook
        self._path = urlsplit(webhook.url).path or "/"
        self._secret = webhook.secret.encode()
        self._inbox = inbox
        self._desk = desk
        self._ready = ready

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[int]:
        """Listen; yields the port. At the end the requests under way are answered first.

        Raises:
            ConfigError: nobody can listen there.
        """
        server = web.Server(
            self._answer,
            access_log=None,
            keepalive_timeout=_IDLE_SECONDS,
            lingering_time=0.0,  # what is refused is not read to its end
            auto_decompress=False,
        )
        runner = web.ServerRunner(server, shutdown_timeout=_CLOSING_SECONDS)
        await runner.setup()
        try:
            await self._listen(runner)
            yield runner.addresses[0][1]
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.ServerRunner) -> None:
        host, port = self._webhook.host, self._webhook.port
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            why = error.strerror if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
            raise ConfigError(f"COACH_LISTEN: {host}:{port} cannot be listened on: {why}") from None

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            if request.path == self._path:
                return _brief(await self._status(request))
            if request.path == HEALTH:
                return web.Response(text="ok\n")
            if request.path == READINESS:
                return await self._readiness()
        except StoreError as error:
            log.error("an update is not stored, Telegram will bring it again: %s", error)  # noqa: TRY400
            return _brief(503)
        except Exception as error:  # noqa: BLE001 - the server's own log would hold the error's words
            frames = "".join(traceback.format_tb(error.__traceback__))
            log.error("a request failed: %s\n%s", type(error).__name__, frames)  # noqa: TRY400
            return _brief(503)
        return _brief(404)

    async def _status(self, request: web.BaseRequest) -> int:
        """Store an update; the status to answer with."""
        if refusal := self._refusal(request):
            return refusal
        try:
            async with asyncio.timeout(READ_SECONDS):
                body = await request.read()
        except TimeoutError:
            return 408
        except web.HTTPRequestEntityTooLarge:
            return 413
        except (web.RequestPayloadError, ConnectionError):  # broken off, or not what HTTP is
            return 400
        return await self._store(body)

    def _refusal(self, request: web.BaseRequest) -> int | None:
        """What the head of a request alone tells against it."""
        if request.method != "POST":
            return 405
        given = request.headers.get(_SECRET, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return 401
        return 413 if (request.content_length or 0) > MAX_BODY else None

    async def _store(self, body: bytes) -> int:
        try:
            raw = raw_update(read_json(body), body)
        except ValueError:
            raw = None
        if raw is None:
            log.warning("what came is no update: refused")
            return 400
        try:
            async with asyncio.timeout(READ_SECONDS):
                await self._desk.room()
        except TimeoutError:
            return 503
        for new in await self._inbox.receive([raw]):
            self._desk.take(new)
        return 200

    async def _readiness(self) -> web.Response:
        try:
            await self._ready()
        except StoreError as error:
            log.warning("not ready: %s", error)
            return web.Response(status=503, text="the database cannot be used\n")
        return web.Response(text="ready\n")


def _brief(status: int) -> web.Response:
    """A status alone; whoever is refused loses the connection, too."""
    response = web.Response(status=status)
    if status != 200:  # noqa: PLR2004 - known to everybody
        response.force_close()
    return response
