"""`outreach-coach doctor`: is everything in place? Names all that is wrong, in a line each."""

import os
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import config
from bot.cli import check_content
from bot.config import Settings
from bot.errors import CoachError, ConfigError
from bot.parts import open_content
from bot.storage.restore import check

WRONG = 1
OK = 0
_PLACES = ("COACH_DATABASE_URL", "COACH_DATA_DIR")  # where the database is


async def examine(written: Mapping[str, str], data: str | None) -> int:
    """Print what is wrong, and what is worth knowing; exit code 1 when something is wrong."""
    written = _with_data(written, data)
    wrong_settings = dict(_wrong_settings(written))
    settings = config.load({name: text for name, text in written.items() if name not in wrong_settings})
    together = () if wrong_settings else _wrong_together(settings)
    wrong = [*wrong_settings.values(), *together, *_content(settings), *_zones()]
    located = wrong_settings.keys().isdisjoint(_PLACES)
    database = [line async for line in _database(settings, written)] if located else []
    for line in (*wrong, *database):
        print(f"wrong  {line}")
    for line in config.remarks(written):
        print(f"note   {line}")
    if "COACH_BOT_TOKEN" not in written:
        print("note   COACH_BOT_TOKEN is not set: the terminal works, Telegram does not")
    if located and not database and _is_new(settings.database):
        print(f"note   there is no database yet; it will be made as {settings.database}")
    wrong += database
    print("something is wrong" if wrong else "everything is in place")
    return WRONG if wrong else OK


def _with_data(written: Mapping[str, str], data: str | None) -> dict[str, str]:
    if data is None:
        return dict(written)
    others = {name: text for name, text in written.items() if name != "COACH_DATABASE_URL"}
    return others | {"COACH_DATA_DIR": data}


def _wrong_settings(written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each setting on its own, so that one wrong one does not hide the next: its name, and what is wrong."""
    for name in config.SETTINGS:
        try:
            config.load({name: written[name]} if name in written else {})
        except ConfigError as error:
            yield name, str(error)


def _wrong_together(settings: Settings) -> Iterator[str]:
    """Settings that are right, but do not go together."""
    try:
        _ = settings.webhook
    except ConfigError as error:
        yield str(error)


def _content(settings: Settings) -> Iterator[str]:
    try:
        yield from check_content.problems(open_content(settings))
    except CoachError as error:
        yield str(error)


async def _database(settings: Settings, written: Mapping[str, str]) -> AsyncIterator[str]:
    file = settings.database
    setting = "COACH_DATABASE_URL" if "COACH_DATABASE_URL" in written else "COACH_DATA_DIR"
    try:
        wrong = [*_folder(file.parent, setting), *_file(file, setting)]
    except OSError as error:
        wrong = [f"{setting}: {file} cannot be reached: {error.strerror}"]
    for line in wrong:
        yield line
    if not wrong and not _is_new(file):
        try:
            await check(file)
        except CoachError as error:
            yield str(error)


def _folder(folder: Path, setting: str) -> Iterator[str]:
    existing = next(one for one in (folder, *folder.parents) if one.exists())
    if not existing.is_dir():
        yield f"{setting}: {existing} is not a folder"
    elif not os.access(existing, os.W_OK | os.X_OK):
        yield f"{setting}: {existing} cannot be written to"


def _file(file: Path, setting: str) -> Iterator[str]:
    if file.is_dir():
        yield f"{setting}: {file} is a folder, not a database"
    elif file.exists() and not os.access(file, os.R_OK | os.W_OK):
        yield f"{setting}: {file} cannot be written to"


def _is_new(file: Path) -> bool:
    """Whether nothing was ever stored: an empty file is what a start that was cut short leaves."""
    return not file.exists() or file.stat().st_size == 0


def _zones() -> Iterator[str]:
    try:
        ZoneInfo("Europe/Lisbon")
    except ZoneInfoNotFoundError:
        yield "tzdata: the time zones are missing; install the requirements again"
