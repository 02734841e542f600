"""`outreach-coach doctor`: is everything in place? Names all that is wrong, in a line each."""

import os
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import config
from bot.app import open_content
from bot.cli import check_content
from bot.config import Settings
from bot.errors import CoachError, ConfigError
from bot.storage.restore import check

WRONG = 1
OK = 0


async def examine(written: Mapping[str, str], data: str | None) -> int:
    """Print what is wrong, and what is worth knowing; exit code 1 when something is wrong."""
    written = {**written, **({"COACH_DATA_DIR": data} if data else {})}
    wrong = list(_wrong_settings(written))
    usable = {
        name: value for name, value in written.items() if not any(line.startswith(name) for line in wrong)
    }
    settings = config.load(usable)
    wrong += [*_content(settings), *_folder(settings.database.parent), *_zones()]
    wrong += [line async for line in _database(settings)] if settings.database.exists() else []
    for line in wrong:
        print(f"wrong  {line}")
    for line in (*config.remarks(written), *_worth_knowing(settings)):
        print(f"note   {line}")
    print("something is wrong" if wrong else "everything is in place")
    return WRONG if wrong else OK


def _wrong_settings(written: Mapping[str, str]) -> Iterator[str]:
    """Each setting on its own, so that one wrong one does not hide the next."""
    for name in config.SETTINGS:
        try:
            config.load({name: written[name]} if name in written else {})
        except ConfigError as error:
            yield str(error)


def _content(settings: Settings) -> Iterator[str]:
    try:
        yield from check_content.problems(open_content(settings))
    except CoachError as error:
        yield str(error)


def _folder(folder: Path) -> Iterator[str]:
    existing = next(one for one in (folder, *folder.parents) if one.exists())
    if not existing.is_dir():
        yield f"COACH_DATA_DIR: {existing} is not a folder"
    elif not os.access(existing, os.W_OK | os.X_OK):
        yield f"COACH_DATA_DIR: {existing} cannot be written to"


async def _database(settings: Settings) -> AsyncIterator[str]:
    try:
        await check(settings.database)
    except CoachError as error:
        yield str(error)


def _zones() -> Iterator[str]:
    try:
        ZoneInfo("Europe/Lisbon")
    except ZoneInfoNotFoundError:
        yield "tzdata: the time zones are missing; install the requirements again"


def _worth_knowing(settings: Settings) -> Iterator[str]:
    if settings.bot_token is None:
        yield "COACH_BOT_TOKEN is not set: the terminal works, Telegram does not"
    if not settings.database.exists():
        yield f"there is no database yet; it will be made as {settings.database}"
