"""A Bot API server on loopback for tests: one token, private chats, faults on demand.

`async with BotApi() as api: ... api.url`, or `python -m tests.helpers.bot_api --port 0` with control paths.
"""

import argparse
import asyncio
import itertools
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web

from tests.helpers import bot_wire
from tests.helpers.bot_faults import Answer, refusal
from tests.helpers.bot_profile import Profile
from tests.helpers.bot_schema.check import faults
from tests.helpers.bot_webhook import Postman
from tests.helpers.bot_wire import choices, person, read_parameters

TOKEN = "123456789:" + "A" * 35
_BOT = {"id": 123456789, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}


class BotApi:
    """The server. `sent` are accepted messages, `calls` all calls with their parameters.

    `wrong` is what the Bot API does not know so in any of them; at the end of a test there must be nothing.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.sent: list[dict[str, Any]] = []
        self.wrong: list[str] = []
        self.files: dict[str, bytes] = {}
        self.profile = Profile()
        self.confirmed: set[int] = set()
        self.url = ""
        self._updates: list[dict[str, Any]] = []
        self._faults: dict[str, deque[tuple[Answer, bool]]] = defaultdict(deque)
        self._numbers = itertools.count(1)
        self._update_ids = itertools.count(1000)
        self._news = asyncio.Condition()
        self._poll = 0
        self._runner: web.AppRunner | None = None
        self.postman = Postman(self._news, self.confirmed)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
        assert not self.wrong, self.wrong

    async def start(self, port: int = 0) -> None:
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{file}", bot_wire.bringer(self.files))
        app.router.add_post("/control/{action}", self._control)
        app.router.add_get("/control/sent", self._show_sent)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self.postman.end()
        if self._runner is not None:
            await self._runner.cleanup()

    # What a test does.

    def inject(self, method: str, *answers: Answer, accepted: bool = False) -> None:
        """Answer the next calls of a method so; `accepted`: the message is delivered all the same."""
        self._faults[method].extend((answer, accepted) for answer in answers)

    async def push(self, **parts: Any) -> int:
        """Add an update as it stands; returns its number."""
        update = {"update_id": next(self._update_ids), **parts}
        async with self._news:
            self._updates.append(update)
            self.postman.bring(self._updates)
            self._news.notify_all()
        return int(update["update_id"])

    async def text(self, user: int, text: str) -> int:
        """A person writes; returns the update's number."""
        return await self.push(message=self.message(user, text=text))

    async def edit(self, user: int, message_id: int, text: str) -> int:
        """A person edits a message of theirs."""
        message = self.message(user, text=text) | {"message_id": message_id, "edit_date": int(time.time())}
        return await self.push(edited_message=message)

    async def press(self, user: int, data: str) -> int:
        """A person presses the newest button that carries `data`."""
        message = next(
            (one for one in reversed(self.sent) if one["chat"]["id"] == user and data in choices(one)),
            self.message(user, text="?"),
        )
        query = {"id": str(next(self._numbers)), "from": person(user), "chat_instance": "1", "data": data}
        return await self.push(callback_query=query | {"message": message})

    async def press_label(self, user: int, label: str) -> int:
        """A person presses the newest button with a label."""
        for message in reversed(self.to(user)):
            for data, text in choices(message).items():
                if text == label:
                    return await self.press(user, data)
        raise AssertionError(f"there is no button {label!r}")

    def message(self, user: int, **content: Any) -> dict[str, Any]:
        """A message in a person's private chat."""
        chat = {"id": user, "type": "private", "first_name": "Test"}
        common = {"message_id": next(self._numbers), "date": int(time.time()), "chat": chat}
        return common | {"from": person(user)} | content

    def to(self, user: int) -> list[dict[str, Any]]:
        """The messages a person got."""
        return [message for message in self.sent if message["chat"]["id"] == user]

    async def wait_for(self, user: int, count: int, seconds: float = 10.0) -> list[dict[str, Any]]:
        """The messages a person got, once there are at least so many."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(lambda: len(self.to(user)) >= count)
        return self.to(user)

    async def wait_sent(self, count: int, seconds: float = 60.0) -> None:
        """Wait until so many messages were accepted in all."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(lambda: len(self.sent) >= count)

    async def wait_confirmed(self, update_id: int, seconds: float = 10.0) -> None:
        """Wait until a later poll has confirmed an update."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(lambda: update_id in self.confirmed)

    async def wait_called(self, method: str, after: int = 0, seconds: float = 10.0) -> None:
        """Wait until the bot has called a method, later than so many calls."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(lambda: any(name == method for name, _ in self.calls[after:]))

    async def wait_text(self, user: int, beginning: str, seconds: float = 10.0) -> dict[str, Any]:
        """The newest message a person got that begins so, once there is one."""

        def found() -> list[dict[str, Any]]:
            return [one for one in self.to(user) if one.get("text", "").startswith(beginning)]

        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(found)
            return found()[-1]

    # What the bot calls.

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        method = bot_wire.spelt(method)
        parameters = await read_parameters(request)
        self.wrong += faults(method, parameters, form=request.content_type != "application/json")
        async with self._news:
            self.calls.append((method, parameters))
            self._news.notify_all()
        if request.match_info["token"] != self.token:
            return refusal(401, "Unauthorized")
        if self._faults[method]:
            answer, accepted = self._faults[method].popleft()
            if accepted:
                await self._do(method, parameters)
            return await answer(request)
        return await self._do(method, parameters)

    async def _do(self, method: str, parameters: dict[str, Any]) -> web.Response:  # noqa: PLR0911 - a table
        if method == "getUpdates":
            return await self._get_updates(parameters)
        if method in {"sendMessage", "sendDocument", "sendPhoto"}:
            return await self._send(parameters)
        if method in {"setWebhook", "deleteWebhook"}:
            self.postman.hear(parameters)
            self.postman.bring(self._updates)
        if method == "getWebhookInfo":
            return _ok(self.postman.info())
        if (shown := self.profile.answer(method, parameters)) is not None:
            return _ok(shown)
        if method == "getFile":
            return bot_wire.file_to_fetch(self.files, parameters["file_id"])
        if method.startswith("edit"):
            return await self._edit(parameters)
        return _ok(_BOT if method == "getMe" else True)

    async def _get_updates(self, parameters: dict[str, Any]) -> web.Response:
        if self.postman.url:
            return refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poll += 1
        mine, offset = self._poll, int(parameters.get("offset", 0))
        async with self._news:
            self.confirmed |= {one["update_id"] for one in self._updates if one["update_id"] < offset}
            self._updates = [one for one in self._updates if one["update_id"] >= offset]
            self._news.notify_all()
            try:
                async with asyncio.timeout(float(parameters.get("timeout", 0))):
                    await self._news.wait_for(lambda: self._updates or self._poll != mine)
            except TimeoutError:
                pass
        if self._poll != mine:
            return refusal(409, "Conflict: terminated by other getUpdates request")
        return _ok(self._updates[: int(parameters.get("limit", 100))])

    async def _send(self, parameters: dict[str, Any]) -> web.Response:
        if (wrong := bot_wire.what_is_wrong(parameters)) is not None:
            return refusal(400, f"Bad Request: {wrong}")
        shown = {name: value for name, value in parameters.items() if name != "chat_id"}
        message = self.message(int(parameters["chat_id"]), **shown) | {"from": _BOT}
        async with self._news:
            self.sent.append(message)
            self._news.notify_all()
        return _ok(message | {name: file for name, file in bot_wire.STORED.items() if name in shown})

    async def _edit(self, parameters: dict[str, Any]) -> web.Response:
        chat, number = int(parameters["chat_id"]), int(parameters["message_id"])
        before = next((one for one in reversed(self.to(chat)) if one["message_id"] == number), None)
        if (wrong := bot_wire.what_is_wrong_with_edit(before, parameters)) is not None:
            return refusal(400, f"Bad Request: {wrong}")
        assert before is not None
        message = bot_wire.edited(before, parameters)
        async with self._news:
            place = len(self.sent) if "text" in parameters else self.sent.index(before)
            self.sent[place : place + 1] = [message]
            self._news.notify_all()
        return _ok(message)

    # What another process does.

    async def _control(self, request: web.Request) -> web.Response:
        action, body = request.match_info["action"], await request.json()
        actions: dict[str, Callable[..., Awaitable[int]]] = {
            "text": self.text,
            "edit": self.edit,
            "press": self.press,
            "push": self.push,
        }
        return web.json_response({"update_id": await actions[action](**body)})

    async def _show_sent(self, _: web.Request) -> web.Response:
        return web.json_response({"sent": self.sent, "confirmed": sorted(self.confirmed)})


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


async def _serve(port: int) -> None:
    api = BotApi()
    await api.start(port)
    print(api.url, flush=True)  # noqa: T201 - how the caller gets to know the port
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(_serve(parser.parse_args().port))
