"""JSON as it comes over the wire: read quickly, and with patience for what is only nearly JSON."""

import json
from typing import Any

import msgspec


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
