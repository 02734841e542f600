"""A Bot API without a network: answers every call as the server would, and records it."""

import itertools
import json
import time
from typing import Any

from telegram.request import BaseRequest, RequestData

from tests.helpers.bot_profile import Profile
from tests.helpers.bot_schema.check import faults
from tests.helpers.bot_wire import choices

_BOT = {"id": 123456789, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}


class RecordingRequest(BaseRequest):
    """The transport of an offline `Application`; `calls` are (method, parameters), files as their content.

    A call that the Bot API does not know so is an error.
    """

    _numbers = itertools.count(1)  # on the server they go on when the bot starts again

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self._profile = Profile()
        self.members: dict[int, str] = {}  # the ranks of people in groups
        self.files: dict[str, bytes] = {}  # what can be fetched, by the id of the file
        self._shown: list[tuple[int, dict[str, Any]]] = []
        self._keyboards: dict[int, Any] = {}

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
        if method == "GET":
            return 200, self.files[url.rpartition("/")[2]]
        name = url.rpartition("/")[2]
        parameters: dict[str, Any] = {}
        if request_data is not None:
            parameters |= request_data.parameters
            for part, (filename, content, _kind) in request_data.multipart_data.items():
                assert isinstance(content, bytes)
                text = content.decode() if filename.rpartition(".")[2] != "png" else content
                parameters[part] = {"file_name": filename, "content": text}
        assert not (wrong := faults(name, parameters)), wrong
        self.calls.append((name, parameters))
        result = self._result(name, parameters)
        if "message_id" in parameters or name.startswith("send"):
            own = result if name.startswith("send") else parameters
            self._keep(name, own["message_id"], parameters)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def sent(self) -> list[dict[str, Any]]:
        """The messages among the calls, also those that took the place of others."""
        return [parameters for _, parameters in self._shown]

    def newest_with(self, data: str) -> tuple[int, dict[str, Any]] | None:
        """The number and the parameters of the newest message that ever had a button with `data`."""
        carrying = (one for one in reversed(self._shown) if data in choices(one[1]))
        return next(carrying, None)

    def buttons(self) -> list[tuple[str, str]]:
        """What the buttons that can still be seen carry, and their labels; the newest message first."""
        markups = ({"reply_markup": markup} for _, markup in sorted(self._keyboards.items(), reverse=True))
        return [button for markup in markups for button in choices(markup).items()]

    def lower_keys(self) -> set[str]:
        """The labels of the keyboard in place of the letters, which sends them as text."""
        markups = [parameters.get("reply_markup", {}) for _, parameters in self._shown]
        keyboards = [markup for markup in markups if markup.keys() & {"keyboard", "remove_keyboard"}]
        rows = keyboards[-1].get("keyboard", []) if keyboards else []
        return {key["text"] for row in rows for key in row}

    def _keep(self, name: str, number: int, parameters: dict[str, Any]) -> None:
        """Show what a person would see of it."""
        if name != "editMessageReplyMarkup":
            self._shown.append((number, parameters))
        self._keyboards[number] = parameters.get("reply_markup", {})

    def _result(self, name: str, parameters: dict[str, Any]) -> Any:
        if name == "getMe":
            return _BOT
        if (kept := self._profile.answer(name, parameters)) is not None:
            return kept
        if name == "getChatMember":
            user = {"id": parameters["user_id"], "is_bot": False, "first_name": "Ada"}
            return member(user, self.members.get(parameters["user_id"], "member"))
        if name == "getFile":
            file_id = parameters["file_id"]
            return {"file_id": file_id, "file_unique_id": file_id, "file_path": f"documents/{file_id}"}
        if not name.startswith("send"):
            return [] if name == "getUpdates" else True
        chat = {"id": parameters["chat_id"], "type": "private"}
        return {"message_id": next(self._numbers), "date": int(time.time()), "chat": chat}


def member(user: dict[str, Any], rank: str) -> dict[str, Any]:
    """Somebody in a group, as the server tells of them."""
    doing = "manage_chat delete_messages manage_video_chats restrict_members promote_members change_info"
    more = "invite_users post_stories edit_stories delete_stories be_edited"
    rights = ["is_anonymous", *(f"can_{what}" for what in f"{doing} {more}".split())]
    return {"user": user, "status": rank} | (dict.fromkeys(rights, False) if rank != "member" else {})
