"""Pictures are drawn beside the conversations, and one at a time."""

import asyncio
import threading
import time
from typing import Any

import pytest

import bot.pictures as module


async def test_paint_when_many_ask_at_once_then_one_is_drawn_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    under_way, most, own = 0, 0, threading.get_ident()

    def draw(name: Any) -> bytes:
        nonlocal under_way, most
        assert threading.get_ident() != own
        under_way += 1
        most = max(most, under_way)
        time.sleep(0.005)
        under_way -= 1
        return str(name).encode()

    monkeypatch.setattr(module, "draw", draw)
    names: list[Any] = ["ada", "bob", "cem", "dee"]
    assert await asyncio.gather(*map(module.paint, names)) == [b"ada", b"bob", b"cem", b"dee"]
    assert most == 1
