"""Order within a chat, none across chats."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.channels.telegram_bot import lanes as module
from bot.channels.telegram_bot.lanes import Lanes


def piece(done: list[str], name: str, until: asyncio.Event | None = None) -> Callable[[], Awaitable[None]]:
    async def work() -> None:
        if until is not None:
            await until.wait()
        await asyncio.sleep(0)  # as everything does that asks the store
        done.append(name)

    return work


async def test_lane_when_first_piece_is_slow_then_the_next_waits_and_other_lanes_do_not() -> None:
    done: list[str] = []
    slow = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group)
        lanes.put("ada", piece(done, "ada 1", slow))
        lanes.put("ada", piece(done, "ada 2"))
        lanes.put("bob", piece(done, "bob 1"))
        await asyncio.sleep(0.01)
        assert done == ["bob 1"]
        slow.set()
    assert done == ["bob 1", "ada 1", "ada 2"]


async def test_lanes_when_many_then_only_so_many_at_once() -> None:
    now, most = 0, 0

    async def work() -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.001)
        now -= 1

    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group, width=3)
        for number in range(20):
            lanes.put(str(number), work)
    assert most == 3


async def test_lanes_when_closed_then_what_is_under_way_ends_and_nothing_begins() -> None:
    done: list[str] = []
    slow = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group)
        lanes.put("ada", piece(done, "ada 1", slow))
        lanes.put("ada", piece(done, "ada 2"))
        await asyncio.sleep(0.01)
        lanes.close()
        lanes.put("ada", piece(done, "ada 3"))
        lanes.put("bob", piece(done, "bob 1"))
        slow.set()
    assert done == ["ada 1"]


async def test_lanes_when_a_piece_fails_then_the_group_ends() -> None:
    async def work() -> None:
        raise ValueError("a bug")

    async def run() -> None:
        async with asyncio.TaskGroup() as group:
            Lanes(group).put("ada", work)
            await asyncio.sleep(60)

    with pytest.raises(ExceptionGroup) as raised:
        await run()
    assert raised.group_contains(ValueError, match="a bug")


async def test_lanes_when_one_is_long_then_another_waits_for_one_piece_of_it_at_most() -> None:
    done: list[str] = []

    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group, width=1)
        for number in range(1000):
            lanes.put("long", piece(done, f"long {number}"))
        await asyncio.sleep(0)
        lanes.put("short", piece(done, "short"))
        await asyncio.sleep(0)
        begun = len(done) + 1  # and the piece under way
    assert done.index("short") <= begun
    assert len(done) == 1001


async def test_lanes_when_too_much_waits_then_there_is_no_room_until_it_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 3)
    go_on = asyncio.Event()

    async def work() -> None:
        await go_on.wait()

    async with asyncio.TaskGroup() as group:
        lanes = Lanes(group)
        for number in range(3):
            await asyncio.wait_for(lanes.room(), 1)
            lanes.put(str(number), work)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(lanes.room(), 0.01)
        go_on.set()
        await asyncio.wait_for(lanes.room(), 1)
