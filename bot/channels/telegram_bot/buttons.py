"""Buttons on the wire: those that come back to us, that pass something on, and that send a location."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

from msgspec.structs import replace

from bot.conversation import MAX_CHOICE_BYTES, Choice, Reply, Share

_SHARE = "https://t.me/share/url"


def button(choice: Choice, bot_name: str | None) -> dict[str, Any]:
    """A button under a message. One to pass something on opens the list of chats, once we know our name.

    Raises:
        ValueError: it carries more than Telegram lets it.
    """
    if not 0 < len(choice.data.encode()) <= MAX_CHOICE_BYTES:
        raise ValueError(f"a button carries 1 to {MAX_CHOICE_BYTES} bytes: {choice.data}")
    if choice.share is not None and bot_name:
        return {"text": choice.label, "url": _share_link(choice.share, bot_name)}
    if choice.start is not None and bot_name:
        return {"text": choice.label, "url": _own_chat(bot_name, choice.start)}
    return {"text": choice.label, "callback_data": choice.data}


def location_keyboard(rows: Sequence[Sequence[Choice]]) -> dict[str, Any]:
    """Buttons in place of the letters, the only ones that can send a location; others send their label."""
    keyboard = [[_key(choice) for choice in row] for row in rows if row]
    return {"keyboard": keyboard, "one_time_keyboard": True, "resize_keyboard": True}


def without_location(reply: Reply) -> Reply:
    """The reply for a group, where nobody can be asked for their location."""
    rows = tuple(tuple(one for one in row if not one.asks_location) for row in reply.choices)
    return replace(reply, choices=tuple(row for row in rows if row))


def _key(choice: Choice) -> dict[str, Any]:
    return {"text": choice.label} | ({"request_location": True} if choice.asks_location else {})


def _share_link(share: Share, bot_name: str) -> str:
    link = _own_chat(bot_name, share.start)
    return f"{_SHARE}?{urlencode({'url': link, 'text': share.text}, quote_via=quote)}"


def _own_chat(bot_name: str, start: str) -> str:
    return f"https://t.me/{bot_name}?start={start}"
