"""Stands between the bot and an emulator, and puts right what the emulator does otherwise than Telegram."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Self

import aiohttp
from aiohttp import web

Answer = dict[str, Any]


class Shim:
    """Passes the bot's calls on to `target`; `mend` gets each method and answer before the bot does.

    It registers itself in place of the bot's webhook, which the emulator calls without TLS and without the
    secret; both are Telegram's to add, and are added here.
    """

    def __init__(self, target: str, mend: Callable[[str, Answer], Awaitable[None]]) -> None:
        self._target = target
        self._mend = mend
        self._session: aiohttp.ClientSession
        self._runner: web.AppRunner
        self._webhook: tuple[str, str] | None = None
        self._known = asyncio.Event()
        self.url = ""

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._call)
        app.router.add_post("/update", self._update)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
        await self._session.close()

    async def registered(self) -> None:
        """Wait until the bot has told where it wants its updates."""
        await asyncio.wait_for(self._known.wait(), 20)

    async def _call(self, request: web.Request) -> web.Response:
        method, form = request.match_info["method"], dict(await request.post())
        if method == "setWebhook":
            self._webhook = str(form["url"]), str(form.pop("secret_token", ""))
            form["url"] = f"{self.url}/update"
            self._known.set()
        address = f"{self._target}/bot{request.match_info['token']}/{method}"
        async with self._session.post(address, data=_form(form)) as response:
            answer = await _read(response)
        await self._mend(method, answer)
        if method == "getWebhookInfo" and self._webhook:
            answer["result"]["url"] = self._webhook[0]
        return web.json_response(answer, status=200 if answer.get("ok") else 400)

    async def _update(self, request: web.Request) -> web.Response:
        assert self._webhook is not None
        address, secret = self._webhook
        update = await request.json()
        async with self._session.post(
            address, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": secret}
        ) as response:
            return web.Response(status=response.status, text=await response.text())


def _form(fields: dict[str, Any]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in fields.items():
        if isinstance(value, web.FileField):
            form.add_field(name, value.file.read(), filename=value.filename, content_type=value.content_type)
        else:
            form.add_field(name, value)
    return form


async def _read(response: aiohttp.ClientResponse) -> Answer:
    """What the emulator says; what is no answer of the Bot API is one that refuses."""
    try:
        answer = json.loads(await response.text())
    except ValueError:
        answer = {}
    if isinstance(answer, dict) and "ok" in answer:
        return answer
    return {"ok": False, "error_code": 404, "description": "Not Found: the emulator does not know this"}
