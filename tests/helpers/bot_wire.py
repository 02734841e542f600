"""Calls of the Bot API on the wire: how they are read, and what the real server would refuse."""

import base64
import json
from typing import Any

from aiohttp import web

from bot.coach.text import units

_LIMITS = {"text": 4096, "caption": 1024}


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


def what_is_wrong(parameters: dict[str, Any]) -> str | None:
    """What the real server would refuse."""
    text = parameters.get("text", parameters.get("caption", ""))
    with_file = "document" in parameters or "photo" in parameters
    if not with_file and not text.strip():
        return "message text is empty"
    limit = _LIMITS["caption" if with_file else "text"]
    if units(text) > limit:
        return "message is too long"
    for entity in parameters.get("entities", []) + parameters.get("caption_entities", []):
        if entity["length"] <= 0 or entity["offset"] + entity["length"] > units(text):
            return "entity out of bounds"
    if any(not 0 < len(data.encode()) <= 64 for data in choices(parameters)):
        return "BUTTON_DATA_INVALID"
    return None
