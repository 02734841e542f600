"""Pauses."""

import asyncio
from itertools import islice

import pytest

from bot.channels.telegram_bot.waiting import growing_pauses, patiently, wait_unless
from bot.errors import StoreError
from tests.channels.telegram_bot.conftest import Patience


def test_pauses_when_asked_again_then_they_grow_to_a_minute() -> None:
    assert list(islice(growing_pauses(), 9)) == [1, 2, 4, 8, 16, 32, 60, 60, 60]


async def test_wait_when_nothing_happens_then_time_passes() -> None:
    assert await wait_unless(asyncio.Event())(0.01) is True


async def test_wait_when_told_to_stop_then_it_ends_at_once() -> None:
    stop = asyncio.Event()
    waiting = asyncio.ensure_future(wait_unless(stop)(3600))
    await asyncio.sleep(0)
    stop.set()
    assert await asyncio.wait_for(waiting, 1) is False


async def test_patiently_when_store_fails_and_bot_is_to_stop_then_the_error_comes_out() -> None:
    async def fail() -> None:
        raise StoreError("the disk is full")

    with pytest.raises(StoreError):
        await patiently(fail, Patience(stop_after=2))
