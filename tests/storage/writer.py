"""A program that is made to be killed: it takes updates, commits them, and says so after each."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.conversation import Address, Reply
from bot.ports import RawUpdate
from bot.state import KeepNote, KeptNote, Session, TurnResult
from bot.storage import SqliteStore, open_store

ANNA = Address("telegram", "1001")


async def main(path: Path, first: int) -> None:
    async with open_store(path) as store:
        for update in await store.inbox.unhandled():
            await handle(store, update.update_id)
        for number in range(first, first + 100_000):
            await store.inbox.receive([RawUpdate(number, ANNA.id, b"x" * 500)])
            sys.stdout.write(f"received {number}\n")
            sys.stdout.flush()
            await handle(store, number)


async def handle(store: SqliteStore, number: int) -> None:
    note = KeptNote(text="x" * 500, limit=200, who=str(number), kept_at=datetime.now(UTC))
    replies = (Reply(text=str(number)),)
    await store.commit(
        ANNA, TurnResult(session=Session(), changes=(KeepNote(note),), replies=replies), number
    )
    sys.stdout.write(f"committed {number}\n")
    sys.stdout.flush()


asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
