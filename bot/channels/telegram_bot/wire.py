"""JSON as it comes over the wire: read quickly, and with patience for what is only nearly JSON."""

import json
import re
from typing import Any, Final

import msgspec

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")


def read_json(payload: bytes) -> Any:
    """The value a payload holds.

    Half of a surrogate pair, which the fast reader refuses, passes: it must not stop what else is there.

    Raises:
        ValueError: it is no JSON, or nested beyond all measure; without a word of it.
    """
    try:
        return msgspec.json.decode(payload)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        pass
    raise ValueError("no JSON")  # out here, so that no error that quotes the payload is its context


def app_language(code: Any) -> str | None:
    """The language of somebody's app, as far as it is known and could be one."""
    return code.lower() if isinstance(code, str) and _LANGUAGE.fullmatch(code) else None
