"""Calls of the Bot API on the wire: how they are read, and what the real server would refuse."""

import base64
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.coach.text import is_blank, units

_FILE = {"file_id": "1", "file_unique_id": "1"}
STORED = {"document": _FILE, "photo": [_FILE]}
_LIMITS = {"text": 4096, "caption": 1024}

_METHODS = "sendMessage sendDocument sendPhoto editMessageText editMessageReplyMarkup getMe getUpdates"
_SPELT = {name.lower(): name for name in _METHODS.split()}


def file_to_fetch(files: dict[str, bytes], file_id: str) -> web.Response:
    """The answer to `getFile`."""
    if file_id not in files:
        wrong = {"ok": False, "error_code": 400, "description": "Bad Request: invalid file_id"}
        return web.json_response(wrong, status=400)
    file = {"file_id": file_id, "file_unique_id": file_id, "file_path": file_id}
    return web.json_response({"ok": True, "result": file})


def bringer(files: dict[str, bytes]) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Brings the files that `getFile` has told of."""

    async def bring(request: web.Request) -> web.Response:
        return web.Response(body=files[request.match_info["file"]])

    return bring


def spelt(method: str) -> str:
    """The name of a method as the Bot API has it, however it is spelt: the server does not mind."""
    return _SPELT.get(method.lower(), method)


def person(user: int) -> dict[str, Any]:
    """Somebody who writes."""
    return {"id": user, "is_bot": False, "first_name": "Test", "language_code": "en"}


def choices(message: dict[str, Any]) -> dict[str, str]:
    """The buttons under a message: what they carry and their labels."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {one["callback_data"]: one["text"] for row in rows for one in row if "callback_data" in one}


async def read_parameters(request: web.Request) -> dict[str, Any]:
    """Parameters in any of the ways the Bot API takes them."""
    if request.content_type == "application/json":
        return dict(await request.json())
    found: dict[str, Any] = dict(request.query)
    for name, value in (await request.post()).items():
        found[name] = _value(value) if isinstance(value, str) else _file(value)
    return found


def _value(written: str) -> Any:
    return json.loads(written) if written[:1] in {"{", "["} and _is_json(written) else written


def _is_json(written: str) -> bool:
    try:
        json.loads(written)
    except ValueError:
        return False
    return True


def _file(part: Any) -> dict[str, str]:
    content = part.file.read()
    text = part.content_type != "image/png"
    return {
        "file_name": part.filename,
        "content": content.decode() if text else base64.b64encode(content).decode(),
    }


def what_is_wrong(parameters: dict[str, Any]) -> str | None:  # noqa: PLR0911 - a table
    """What the real server would refuse."""
    text = parameters.get("text", parameters.get("caption", ""))
    with_file = "document" in parameters or "photo" in parameters
    if not with_file and is_blank(text):
        return "message text is empty"
    if re.search("[\x00\ud800-\udfff]", text):
        return "strings must be encoded in UTF-8"
    limit = _LIMITS["caption" if with_file else "text"]
    if units(text) > limit:
        return "message is too long"
    for entity in parameters.get("entities", []) + parameters.get("caption_entities", []):
        if entity["length"] <= 0 or entity["offset"] + entity["length"] > units(text):
            return "entity out of bounds"
        if _cuts_a_pair(text, entity):
            return "entity inside a character"
    if any(not 0 < len(data.encode()) <= 64 for data in choices(parameters)):
        return "BUTTON_DATA_INVALID"
    return _what_is_wrong_with_markup(parameters.get("reply_markup", {}))


def _cuts_a_pair(text: str, entity: dict[str, Any]) -> bool:
    """Whether an entity begins or ends between the halves of a character."""
    halves = text.encode("utf-16-le")
    ends = (entity["offset"], entity["offset"] + entity["length"])
    return any(0xDC00 <= int.from_bytes(halves[2 * end : 2 * end + 2], "little") <= 0xDFFF for end in ends)


def _what_is_wrong_with_markup(markup: dict[str, Any]) -> str | None:
    buttons = [button for row in markup.get("inline_keyboard", []) for button in row]
    if any(not button["text"].strip() for button in buttons):
        return "inline keyboard button text must be non-empty"
    if any(not 0 < units(one["copy_text"]["text"]) <= 256 for one in buttons if "copy_text" in one):
        return "BUTTON_COPY_TEXT_INVALID"
    if "force_reply" in markup and not 0 < units(markup["input_field_placeholder"]) <= 64:
        return "input field placeholder is too long"
    return None


def what_is_wrong_with_edit(before: dict[str, Any] | None, parameters: dict[str, Any]) -> str | None:
    """What the real server would refuse of a change to a message."""
    markup = parameters.get("reply_markup", {})
    if before is None:
        return "message to edit not found"
    if "force_reply" in before.get("reply_markup", {}) or ("text" in parameters and "text" not in before):
        return "message can't be edited"
    if markup and "inline_keyboard" not in markup:
        return "object expected as reply markup"
    after = {"text": before.get("text"), "entities": before.get("entities", [])} | parameters
    same = ("text", "entities", "reply_markup")
    if all(after.get(name) == before.get(name, [] if name == "entities" else None) for name in same):
        return "message is not modified: specified new message content and reply markup are exactly the same"
    return what_is_wrong(parameters) if "text" in parameters else None


def edited(before: dict[str, Any], parameters: dict[str, Any]) -> dict[str, Any]:
    """A message after a change: its buttons stay only when they are named again."""
    kept = {name: value for name, value in before.items() if name != "reply_markup"}
    if "text" in parameters:
        kept.pop("entities", None)
    return kept | {
        name: parameters[name] for name in ("text", "entities", "reply_markup") if name in parameters
    }
