"""What people send that is not typed, as the fields of a message."""

from typing import Any

_FILE = {"file_id": "1", "file_unique_id": "1"}
_SIZE = {"width": 1, "height": 1}
_OTHER = {"id": 4711, "type": "private", "first_name": "Bo"}
_ATTACHED: dict[str, Any] = {
    "photo": [_FILE | _SIZE],
    "voice": _FILE | {"duration": 1},
    "video": _FILE | _SIZE | {"duration": 1},
    "sticker": _FILE | _SIZE | {"type": "regular", "is_animated": False, "is_video": False},
    "document": _FILE | {"file_name": "cv.pdf", "mime_type": "application/pdf"},
    "contact": {"phone_number": "1", "first_name": "Ada"},
    "dice": {"emoji": "🎲", "value": 3},
    "story": {"chat": _OTHER, "id": 1},
}


def brought(kind: str, what: str) -> dict[str, Any]:
    """The fields: words forwarded or quoted, a text file, or what is attached."""
    match kind:
        case "forward":
            return {
                "text": what,
                "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Bo"},
            }
        case "quote":
            outside = {"origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Bo"}, "chat": _OTHER}
            return {"text": "?", "external_reply": outside, "quote": {"text": what, "position": 0}}
        case "upload":
            text = {"file_name": "draft.txt", "mime_type": "text/plain", "file_size": len(what.encode())}
            return {"document": _FILE | text}
        case "place":
            latitude, longitude = map(float, what.split(","))
            return {"location": {"latitude": latitude, "longitude": longitude}}
        case _:
            return {what: _ATTACHED[what]}
