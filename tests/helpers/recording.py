"""A Bot API without a network: answers every call as the server would, and records it."""

import itertools
import json
import time
from typing import Any

from telegram.request import BaseRequest, RequestData

_BOT = {"id": 123456789, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}
_SENDING = {"sendMessage", "sendDocument", "sendPhoto"}


class RecordingRequest(BaseRequest):
    """The transport of an offline `Application`; `calls` are (method, parameters), files as their content."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self._numbers = itertools.count(1)

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert method == "POST"
        name = url.rpartition("/")[2]
        parameters: dict[str, Any] = {}
        if request_data is not None:
            parameters |= request_data.parameters
            for part, (filename, content, _kind) in request_data.multipart_data.items():
                assert isinstance(content, bytes)
                text = content.decode() if filename.rpartition(".")[2] != "png" else content
                parameters[part] = {"file_name": filename, "content": text}
        self.calls.append((name, parameters))
        return 200, json.dumps({"ok": True, "result": self._result(name, parameters)}).encode()

    def sent(self) -> list[dict[str, Any]]:
        """The messages among the calls."""
        return [parameters for name, parameters in self.calls if name in _SENDING]

    def _result(self, name: str, parameters: dict[str, Any]) -> Any:
        if name == "getMe":
            return _BOT
        if not name.startswith("send"):
            return [] if name == "getUpdates" else True
        chat = {"id": parameters["chat_id"], "type": "private"}
        return {"message_id": next(self._numbers), "date": int(time.time()), "chat": chat}
