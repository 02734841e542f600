"""The engines the contract runs on: SQLite."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage import open_store
from tests.storage.kit import MONDAY, Clock, Engine, Opener


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY - timedelta(days=3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "coach.db"


@pytest.fixture
def opener(path: Path, clock: Clock) -> Opener:
    return lambda: open_store(path, clock.now)


@pytest.fixture
async def store(opener: Opener) -> AsyncIterator[Engine]:
    async with opener() as opened:
        yield opened
