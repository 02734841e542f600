"""The commands for whoever runs the bot: the database, and what is stored of one person."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bot.coach.challenge import current
from bot.config import Settings
from bot.conversation import Address
from bot.errors import StoreError, UsageError
from bot.parts import open_content
from bot.state import Forget, Session, TurnResult
from bot.storage import SqliteStore, check, open_store, restore

OK: Final = 0
EVERYBODY: Final = 1_000_000


def _address(user: str) -> Address:
    channel, separator, name = user.partition(":")
    return Address(channel, name) if separator else Address("console", user)


def _existing(settings: Settings) -> Path:
    if not settings.database.exists():
        raise StoreError(f"there is no database {settings.database} yet")
    return settings.database


async def deliveries_at(settings: Settings, at: str | None) -> int:
    """Say who would get which challenge at that time; changes nothing."""
    try:
        when = datetime.fromisoformat(at) if at else datetime.now(UTC)
    except ValueError:
        raise UsageError(f"--at: {at} is not a time like 2027-01-18T09:00") from None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    challenges = open_content(settings).challenges
    async with open_store(_existing(settings)) as store:
        for due in await store.deliveries.due(when, EVERYBODY):
            title = current(challenges, due.week).title
            instant = due.due_at.isoformat(timespec="minutes")
            print(f"{due.address.channel}:{due.address.id}\t{instant}\tweek {due.week}\t{title}")
    return OK


async def export(settings: Settings, user: str) -> int:
    """Print everything stored of a person as JSON.

    Raises:
        StoreError: nobody of that name is stored.
    """
    async with open_store(_existing(settings)) as store:
        print(json.dumps(await _stored(store, user), ensure_ascii=False, indent=2))
    return OK


async def forget(settings: Settings, user: str) -> int:
    """Delete everything stored of a person.

    Raises:
        StoreError: nobody of that name is stored.
    """
    async with open_store(_existing(settings)) as store:
        await _stored(store, user)
        await store.commit(_address(user), TurnResult(session=Session(), changes=(Forget(),)))
    print(f"{user}: nothing is stored any more")
    return OK


async def _stored(store: SqliteStore, user: str) -> dict[str, Any]:
    everything = await store.export(_address(user))
    if not everything:
        address = _address(user)
        raise StoreError(f"nobody of the name {address.channel}:{address.id} is stored")
    return everything


async def database(settings: Settings, action: str, file: Path | None, *, quick: bool = False) -> int:
    """Look after the database file; a `quick` check only opens it.

    Raises:
        UsageError: a backup or a restore without a file.
        StoreError: it did not work; the sentence says why.
    """
    if action in {"backup", "restore"} and file is None:
        raise UsageError(f"db {action}: which file?")
    if action == "restore" and file is not None:
        await restore(file, settings.database)
    elif action == "check":
        await check(_existing(settings), quick=quick)
    else:
        await _backup_or_upgrade(settings, file if action == "backup" else None)
    print(f"db {action}: done")
    return OK


async def _backup_or_upgrade(settings: Settings, backup: Path | None) -> None:
    """Opening a database brings it up to date."""
    path = _existing(settings) if backup else settings.database
    async with open_store(path) as store:
        if backup:
            await store.backup(backup)
