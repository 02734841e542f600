"""The webhook's other side: brings updates to a bot as Telegram does."""

import asyncio
import json
from collections import deque
from typing import Any

import aiohttp

_AGAIN = 0.02  # seconds until an update that was not taken is brought again


class Postman:
    """Posts updates: of one chat one after the other, each until it is answered with 200."""

    def __init__(self, news: asyncio.Condition, confirmed: set[int]) -> None:
        self.url = ""
        self.secret = ""
        self.statuses: list[int] = []
        self.complaint: tuple[int, str] | None = None
        self._news = news
        self._confirmed = confirmed
        self._lanes: dict[Any, deque[dict[str, Any]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    def hear(self, parameters: dict[str, Any]) -> None:
        """What setWebhook or deleteWebhook says."""
        self.url = parameters.get("url", "")
        self.secret = parameters.get("secret_token", "")

    def info(self) -> dict[str, Any]:
        waiting = sum(len(lane) for lane in self._lanes.values())
        info = {"url": self.url, "has_custom_certificate": False, "pending_update_count": waiting}
        if self.complaint is not None:
            info |= dict(zip(("last_error_date", "last_error_message"), self.complaint, strict=True))
        return info

    def bring(self, updates: list[dict[str, Any]]) -> None:
        """Take the updates out of the list and bring them, where a webhook is set."""
        while self.url and updates:
            update = updates.pop(0)
            chat = _chat(update)
            if chat in self._lanes:
                self._lanes[chat].append(update)
                continue
            self._lanes[chat] = deque([update])
            task = asyncio.create_task(self._walk(chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def post(self, body: bytes, **headers: str) -> int:
        """Post something as it stands; the status of the answer, 0 when there is none."""
        self._session = self._session or aiohttp.ClientSession()
        own = {"X-Telegram-Bot-Api-Secret-Token": self.secret, "Content-Type": "application/json"}
        try:
            async with self._session.post(self.url, data=body, headers=own | headers) as answer:
                await answer.read()
                self.statuses.append(answer.status)
                return answer.status
        except aiohttp.ClientError:
            return 0

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _walk(self, chat: Any) -> None:
        lane = self._lanes[chat]
        while lane:
            body = json.dumps(lane[0]).encode()
            while await self.post(body) != 200:  # noqa: ASYNC110 - what is waited for is another program
                await asyncio.sleep(_AGAIN)
            async with self._news:
                self._confirmed.add(lane.popleft()["update_id"])
                self._news.notify_all()
        del self._lanes[chat]


def _chat(update: dict[str, Any]) -> Any:
    part: Any = next((value for name, value in update.items() if name != "update_id"), {})
    return part.get("message", part).get("chat", {}).get("id") if isinstance(part, dict) else None
