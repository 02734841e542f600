"""The labelled notes of prompts/examples/: one file for each author brief, one note a line."""

import hashlib
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from bot.coach.model import Criterion
from bot.errors import ContentError

LOCKED_SHARE: Final = 5  # one brief in so many is locked: no model is made or tuned with it


class Example(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One labelled note.

    `labels` has the criteria that are present, each with the words that show it; length is not among them.
    """

    id: str
    brief: str
    text: str
    language: str
    draft: bool
    labels: dict[Criterion, list[str]]


def read(folder: Path) -> list[Example]:
    """All examples, by brief and in their order.

    Raises:
        ContentError: a line is not an example, or its words are not in its text.
    """
    found: list[Example] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            found.append(_example(line, f"{path.name}:{number}"))
    return found


def _example(line: bytes, where: str) -> Example:
    try:
        example = msgspec.json.decode(line, type=Example)
    except msgspec.MsgspecError as error:
        raise ContentError(f"{where}: {error}") from error
    if strange := [
        words for those in example.labels.values() for words in those if words not in example.text
    ]:
        raise ContentError(f"{where}: {strange[0]!r} is not in the text")
    return example


def is_locked(brief: str) -> bool:
    """Whether a brief is kept away from training: a fifth of them, by the hash of their names."""
    return int(hashlib.sha256(brief.encode()).hexdigest(), 16) % LOCKED_SHARE == 0
