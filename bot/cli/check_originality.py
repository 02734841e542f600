"""Checks that nobody else's sentences are in the content, against texts that are not part of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.coach.borrowed import RUN, runs
from bot.content import Content
from bot.errors import UsageError
from bot.files import read_text

_READ_BY_PEOPLE: Final = ("challenges/*.md", "messages/*.yaml", "criteria/*.md", "interview.yaml")
_TEXTS: Final = {".txt", ".md"}


def problems(content: Content, place: Path) -> Iterator[str]:
    """Where the content has six words in a row of a text; a line each.

    Args:
        content: what is checked.
        place: a text, or a folder of texts (.txt, .md).

    Raises:
        UsageError: there is no text in that place.
    """
    known = {run: path.name for path in _texts(place) for run in runs(path.read_text("utf-8", "replace"))}
    for pattern in _READ_BY_PEOPLE:
        for path in sorted(content.folder.glob(pattern)):
            for run in dict.fromkeys(runs(read_text(path))):
                if run in known:
                    yield f"{path.name}: {RUN} words in a row are those of {known[run]}: {run!r}"


def _texts(place: Path) -> list[Path]:
    found = [place] if place.is_file() else sorted(one for one in place.rglob("*") if one.suffix in _TEXTS)
    if not found:
        raise UsageError(f"--against: there is no text in {place}")
    return found
