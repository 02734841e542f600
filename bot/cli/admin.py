"""The commands for whoever runs the bot: the database, and what is stored of one person."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bot.coach.challenge import Challenge, current
from bot.coach.schedule import zone_info
from bot.config import Settings
from bot.conversation import Address
from bot.errors import StoreError, UnknownZoneError, UsageError
from bot.parts import open_content
from bot.ports import FIRST_MESSAGE
from bot.state import Forget, Session, TurnResult
from bot.storage import SqliteStore, check, open_store, restore

OK: Final = 0
EVERYBODY: Final = 1_000_000
_KINDS: Final = {"week": "challenge", "again": "reminder", "check": "check-in", "after": "first message"}


def _address(user: str) -> Address:
    channel, separator, name = user.partition(":")
    return Address(channel, name) if separator else Address("console", user)


def _existing(settings: Settings) -> Path:
    if not settings.database.exists():
        raise StoreError(f"there is no database {settings.database} yet")
    return settings.database


async def deliveries_at(settings: Settings, at: str | None) -> int:
    """Say who would get what by that time, in a line each; nothing is sent, and nobody's words are shown.

    The fields of a line: whose, what kind of occasion, when it is due by that person's clock, the time zone,
    which week, its title.

    Raises:
        UsageError: that is no time.
    """
    try:
        when = datetime.fromisoformat(at) if at else datetime.now(UTC)
    except ValueError:
        raise UsageError(f"--at: {at} is not a time like 2027-01-18T09:00") from None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    challenges = open_content(settings).challenges
    async with open_store(_existing(settings)) as store:
        for due in await store.deliveries.due(when, EVERYBODY):
            subscription = (await store.load(due.address)).subscription
            local, zone = _by_the_clock_of(due.due_at, subscription.zone if subscription else "UTC")
            what = "-\t-" if due.week == FIRST_MESSAGE else _named(challenges, due.week)
            print(f"{due.address.channel}:{due.address.id}\t{_KINDS[due.kind]}\t{local}\t{zone}\t{what}")
    return OK


def _by_the_clock_of(instant: datetime, zone: str) -> tuple[str, str]:
    """An instant by the clock of a zone, and the zone; by UTC where it is not known any more."""
    try:
        return f"{instant.astimezone(zone_info(zone)):%Y-%m-%d %H:%M}", zone
    except UnknownZoneError:
        return f"{instant:%Y-%m-%d %H:%M}", "UTC"


def _named(challenges: Mapping[int, Challenge], week: int) -> str:
    return f"week {week}\t{current(challenges, week).title}"


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
