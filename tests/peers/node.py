"""`telegram-test-api` (npm): the bot by long polling."""

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import aiohttp

from tests.helpers.bot_api import TOKEN
from tests.peers.emulator import PLAIN, Emulator, Shown, converse, free_port, listens, process
from tests.peers.shim import Answer, Shim

_USER: Final = 7002
_EMPTY_POLL: Final = 0.1  # seconds; it answers at once, where Telegram waits for news


class TelegramTestApi(Emulator):
    """A person in front of telegram-test-api's client routes."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def say(self, text: str) -> None:
        """Write a message."""
        await self._post("sendMessage", **self._common(), text=text)

    async def press(self, message: Shown, data: str) -> None:
        """Press a button."""
        on = {**self._common(), "message_id": message.number, "text": message.text}
        await self._post("sendCallback", **self._common(), message=on, data=data)

    async def chat(self) -> list[Shown]:
        """What the bot has shown, oldest first."""
        history = (await self._post("getUpdatesHistory", token=TOKEN))["result"]
        return [_shown(one) for one in history if "chat_id" in one.get("message", {})]

    async def _post(self, route: str, **body: Any) -> Any:
        async with self._session.post(f"{self._url}/{route}", json=body) as response:
            return await response.json()

    def _common(self) -> dict[str, Any]:
        return {
            "botToken": TOKEN,
            "date": int(time.time()),
            "from": {"id": _USER, "first_name": "Test", "is_bot": False},
            "chat": {"id": _USER, "first_name": "Test", "type": "private"},
        }


async def play(modules: Path) -> int:
    """Hold the conversation; `modules` is the folder of npm's modules. Returns how many answers came.

    Raises:
        OSError, TimeoutError, AssertionError: a part cannot be started, or something is otherwise.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    server = str(Path(__file__).with_name("server.js"))
    async with process("node", server, str(port), **PLAIN, NODE_PATH=str(modules)), Shim(url, _mend) as shim:
        await listens(url)
        with tempfile.TemporaryDirectory() as data:
            settings = {"COACH_BOT_TOKEN": TOKEN, "COACH_BOT_API_URL": shim.url, "COACH_DATA_DIR": data}
            async with (
                process(sys.executable, "-m", "bot", "run", **PLAIN, **settings),
                aiohttp.ClientSession() as session,
            ):
                return await converse(TelegramTestApi(session, url))


async def _mend(method: str, answer: Answer) -> None:
    """Fields that Telegram always sends and the emulator does not, and its empty answers to a long poll."""
    result = answer.get("result")
    if method == "getMe" and result:
        result["is_bot"] = True
    elif method == "getUpdates":
        for update in result or ():
            if query := update.get("callback_query"):
                query["chat_instance"] = "1"
        if not result:
            await asyncio.sleep(_EMPTY_POLL)
    elif answer.get("ok") and result is None:
        answer["result"] = True


def _shown(update: dict[str, Any]) -> Shown:
    message = update["message"]
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    buttons = {one["text"]: one["callback_data"] for row in rows for one in row if "callback_data" in one}
    return Shown(int(update["messageId"]), message["text"], buttons)
