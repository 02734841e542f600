"""What `compose --jsonl` prints."""

from typing import Any

import msgspec

from bot.coach.model import Composition, Note


def to_json(composition: Composition, id: str | int | None) -> dict[str, Any]:  # noqa: A002 - the contract's word
    """The composition as the JSON object of the contract; `id` is that of the answers, given back."""
    return {
        "id": id,
        "outcome": composition.outcome,
        "notes": [_note(note) for note in composition.notes],
        "left_out": [msgspec.to_builtins(left) for left in composition.left_out],
        "advice": composition.advice,
    }


def _note(note: Note) -> dict[str, Any]:
    return {**msgspec.to_builtins(note), "parts": [msgspec.to_builtins(part) for part in note.parts]}
