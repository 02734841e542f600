"""Updates of every kind the Bot API has, and what no server sends: parts missing, swapped, huge, mistyped."""

import json
import random
from collections.abc import Iterator
from typing import Any

CANARY = "my grandmother's recipe for Amara Obi"
_PERSON = {"id": 1001, "is_bot": False, "first_name": "Ada", "language_code": "en"}
_CHAT = {"id": 1001, "type": "private", "first_name": "Ada"}
_MESSAGE: dict[str, Any] = {"message_id": 7, "date": 1_800_000_000, "chat": _CHAT, "from": _PERSON}
_SIZED = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
_FILE = {"file_id": "f", "file_unique_id": "u", "duration": 1}
_MEMBER = {"user": _PERSON, "status": "kicked", "until_date": 0}
_CHANGE = {"chat": _CHAT, "from": _PERSON, "date": 1, "old_chat_member": _MEMBER, "new_chat_member": _MEMBER}
_BOLD = {"type": "bold", "offset": 0, "length": 4}
_CONTENT: tuple[dict[str, Any], ...] = (
    {"text": CANARY},
    {"text": CANARY, "entities": [_BOLD]},
    {"text": "/note", "entities": [_BOLD | {"type": "bot_command", "length": 5}]},
    {"text": f"Hi Ana, {CANARY}. Could we have a call next week, or would you rather write to me?"},
    {"text": CANARY, "reply_to_message": _MESSAGE | {"text": "earlier"}},
    {"text": CANARY, "forward_origin": {"type": "hidden_user", "sender_user_name": "B", "date": 1}},
    {"photo": [_SIZED], "caption": CANARY},
    {"sticker": _SIZED | {"type": "regular", "is_animated": False, "is_video": False}},
    {"voice": _FILE},
    {"audio": _FILE},
    {"video": _FILE | _SIZED},
    {"document": {"file_id": "f", "file_unique_id": "u", "file_name": "note.pdf"}},
    {"location": {"latitude": 38.7, "longitude": -9.1}},
    {"contact": {"phone_number": "1", "first_name": "B"}},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"new_chat_title": "x"},
    {"pinned_message": _MESSAGE | {"text": "x"}},
)
_BUTTON = {"inline_keyboard": [[{"text": "Yes", "callback_data": "note:skip"}]]}
_PRESS = {"id": "1", "from": _PERSON, "chat_instance": "1"}
_OTHERS: tuple[dict[str, Any], ...] = (
    {"callback_query": _PRESS | {"data": "note:skip", "message": _MESSAGE | {"reply_markup": _BUTTON}}},
    {"callback_query": _PRESS | {"data": "command:note", "message": _MESSAGE | {"date": 0}}},
    {"callback_query": _PRESS | {"game_short_name": "g", "inline_message_id": "1"}},
    {"my_chat_member": _CHANGE},
    {"chat_member": _CHANGE},
    {"inline_query": {"id": "1", "from": _PERSON, "query": CANARY, "offset": ""}},
    {"chosen_inline_result": {"result_id": "1", "from": _PERSON, "query": CANARY}},
    {"channel_post": _MESSAGE | {"chat": {"id": -7, "type": "channel", "title": "C"}, "text": CANARY}},
    {"message": _MESSAGE | {"chat": {"id": -5, "type": "group", "title": "G"}, "text": CANARY}},
    {"poll_answer": {"poll_id": "1", "user": _PERSON, "option_ids": [0]}},
    {
        "pre_checkout_query": {
            "id": "1",
            "from": _PERSON,
            "currency": "XTR",
            "total_amount": 1,
            "invoice_payload": "",
        }
    },
    {"chat_join_request": _CHANGE | {"user_chat_id": 1001}},
    {},
)
WHOLE: tuple[dict[str, Any], ...] = (
    *({kind: _MESSAGE | content} for kind in ("message", "edited_message") for content in _CONTENT),
    *_OTHERS,
)
_ODD_TEXTS = (
    "",
    "\x00",
    "\ud83d",
    "\u202e\u2066",
    "\u200b" * 9,
    "e" + "\u0301" * 500,
    "🏳️‍🌈" * 50,
    "/" * 300,
    "x" * 9000,
)
_ODD: tuple[Any, ...] = (None, -1, 0, 2**63, 2**70, 1e308, True, [], {}, [[]], *_ODD_TEXTS)


def damaged(seed: int, count: int) -> Iterator[bytes]:
    """So many updates as they come over the wire, the same for a seed. Some are whole, some no JSON."""
    chance = random.Random(seed)
    for number in range(count):
        update = {"update_id": number, **_hurt(chance.choice(WHOLE), chance, chance.choice((0.0, 0.02, 0.1)))}
        _spread(update, 1001 + number % 400)
        body = json.dumps(update, ensure_ascii=chance.random() < 0.8).encode("utf-8", "surrogatepass")
        yield body[: chance.randrange(len(body))] if chance.random() < 0.01 else body


def _hurt(update: Any, chance: random.Random, how_much: float) -> Any:
    if isinstance(update, dict):
        parts = {
            key: _hurt(value, chance, how_much)
            for key, value in update.items()
            if chance.random() >= how_much
        }
        if parts and chance.random() < how_much:  # two parts change places
            one, other = chance.choice(list(parts)), chance.choice(list(parts))
            parts[one], parts[other] = parts[other], parts[one]
        return parts
    if isinstance(update, list):
        return [_hurt(one, chance, how_much) for one in update] * chance.choice(
            (1, 1, 1, 300 if how_much else 1)
        )
    return chance.choice(_ODD) if chance.random() < how_much else update


def _spread(update: dict[str, Any], person: int) -> None:
    """Have another person send it, so that nobody is turned away for sending too much."""
    for part in (update, *update.values()):
        for whose in ("chat", "from"):
            if isinstance(part, dict) and isinstance(part.get(whose), dict) and part[whose].get("id") == 1001:
                part[whose] = part[whose] | {"id": person}
