"""What is no text: a kind line on what I can read instead."""

from typing import Final

from bot.dialog import note
from bot.dialog.turn import Turn

NAME = "other"
# How the kinds a channel names are spoken of; any other is spoken of as "other".
_SPOKEN: Final = {
    "photo": "photo",
    "live_photo": "photo",
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "video": "video",
    "sticker": "sticker",
    "dice": "sticker",
    "animation": "sticker",
    "document": "document",
    "document-too-large": "too-large",
    "document-not-text": "not-text",
    "document-unread": "unread",
    "contact": "contact",
    "location": "location",
    "venue": "location",
}


def answer(turn: Turn, kind: str) -> None:
    """Say what I can read; what was being asked is asked again."""
    turn.say(f"attachment.{_SPOKEN.get(kind, 'other')}")
    if turn.dialog == note.NAME:
        note.remind(turn)
