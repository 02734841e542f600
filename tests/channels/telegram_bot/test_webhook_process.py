"""The bot with a webhook as people run it: killed after it has said 200, and beset by strangers."""

import asyncio
import random
import socket
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.channels.telegram_bot.flood import AT_ONCE
from bot.channels.telegram_bot.lanes import WIDTH
from bot.config import load
from tests.helpers.bot_api import TOKEN, BotApi
from tests.helpers.bot_process import BotProcess

pytestmark = pytest.mark.process
HEAD = "POST /hook HTTP/1.1\r\nHost: coach\r\n"
SECRET = "open-sesame"
FLOODER = 9999
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook_settings(port: int) -> dict[str, str]:
    return {
        "COACH_MODE": "webhook",
        "COACH_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "COACH_WEBHOOK_SECRET": SECRET,
        "COACH_LISTEN": f"127.0.0.1:{port}",
    }


class Callers:
    """Strangers who say one thing each, so that each has to get one answer."""

    def __init__(self, api: BotApi, most_open: int) -> None:
        self._api = api
        self._most_open = most_open
        self.enough = False
        self.count = 0

    async def call(self) -> None:
        while not self.enough:
            if self.count - len(self._api.confirmed) < self._most_open:
                self.count += 1
                await self._api.text(10_000 + self.count, "/help")
            await asyncio.sleep(0.001)


@pytest.mark.parametrize(("kills", "at_least"), [(3, 1), pytest.param(50, 10_000, marks=pytest.mark.long)])
async def test_bot_when_killed_after_it_said_200_then_every_update_is_handled_and_has_its_effect_once(
    api: BotApi, tmp_path: Path, unused_tcp_port: int, kills: int, at_least: int
) -> None:
    chance, callers = random.Random(22), Callers(api, most_open=100)
    process = BotProcess(api, tmp_path / "coach", **webhook_settings(unused_tcp_port))
    calling = asyncio.create_task(callers.call())
    for number in range(kills):
        await process.start()
        async with api._news:
            await api._news.wait_for(lambda: len(api.confirmed) * kills >= at_least * (number + 1))  # noqa: B023
        await asyncio.sleep(chance.uniform(0.1, 0.4))
        await process.kill()
    callers.enough = True
    await calling
    await process.start()
    async with asyncio.timeout(300):
        while len({message["chat"]["id"] for message in api.sent}) < callers.count:  # noqa: ASYNC110
            await asyncio.sleep(0.2)  # not at every message: there are thousands
    assert await process.terminate() == 0

    assert callers.count >= at_least
    copies = Counter(message["chat"]["id"] for message in api.sent)
    assert max(copies.values()) <= 3
    assert sum(copies.values()) - len(copies) <= kills * WIDTH
    with closing(sqlite3.connect(load({"COACH_DATA_DIR": str(tmp_path / "coach")}).database)) as database:
        assert database.execute("SELECT count(*) FROM inbox WHERE handled_at IS NULL").fetchone() == (0,)
        # A turn puts its reply into the outbox as it commits: as many letters ever as there were updates.
        posted = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'").fetchone()
        assert posted == (callers.count,)
    assert TOKEN not in process.log.read_text()


@pytest.fixture
async def process(api: BotApi, tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[BotProcess]:
    async with BotProcess(api, tmp_path / "coach", **webhook_settings(unused_tcp_port)) as started:
        await api.text(1001, "/help")
        await api.wait_for(1001, 1)
        yield started


async def answered(api: BotApi, first: int) -> None:
    """A hundred people write, and each is answered."""
    for user in range(first, first + 100):
        await api.text(user, "/help")
    for user in range(first, first + 100):
        await api.wait_for(user, 1)


async def test_bot_when_strangers_come_and_sockets_dawdle_then_others_are_answered_and_memory_stays(
    api: BotApi, process: BotProcess, unused_tcp_port: int
) -> None:
    await answered(api, 2000)
    before = process.resident
    beginnings = (
        HEAD,
        f"{HEAD}{SECRET_HEADER}: {SECRET}\r\nContent-Length: 900000\r\n\r\n" + "{" * 60_000,
        f"{HEAD}Content-Length: 99614720\r\n\r\n" + "x" * 60_000,
        "",
    )
    for number in range(200):  # and some who would be quick, if they knew the secret
        await api.postman.post(b'{"update_id": 7}', **{SECRET_HEADER: ("no", "", SECRET[:-1])[number % 3]})
    dawdlers = []
    for number in range(200):
        dawdler = socket.create_connection(("127.0.0.1", unused_tcp_port))
        dawdler.settimeout(1)
        dawdler.send(beginnings[number % len(beginnings)].encode())
        dawdlers.append(dawdler)
    await answered(api, 3000)
    assert process.resident - before <= 16
    for dawdler in dawdlers:
        dawdler.close()
    await answered(api, 4000)
    assert api.postman.statuses.count(401) == 200
    assert api.postman.statuses.count(200) == len(api.confirmed) == 301


async def pour(writer: asyncio.StreamWriter) -> None:
    """Send 95 megabytes."""
    for _ in range(95):
        writer.write(b"x" * 1024 * 1024)
        await writer.drain()


@pytest.mark.parametrize("secret", ["no", SECRET])
async def test_bot_when_sent_95_megabytes_then_they_are_not_read_and_memory_stays(
    api: BotApi, process: BotProcess, unused_tcp_port: int, secret: str
) -> None:
    await answered(api, 2000)
    before = process.resident
    head = f"{HEAD}{SECRET_HEADER}: {secret}\r\nContent-Length: 99614720\r\n\r\n"
    for _ in range(10):
        _, writer = await asyncio.open_connection("127.0.0.1", unused_tcp_port)
        writer.write(head.encode())
        with pytest.raises(ConnectionError):
            await pour(writer)
        writer.close()
    await answered(api, 3000)
    assert process.resident - before <= 16


async def test_bot_when_one_floods_then_a_hundred_others_are_answered_and_the_one_is_told_once(
    api: BotApi, process: BotProcess
) -> None:
    await answered(api, 2000)
    before = process.resident
    for _ in range(500):
        await api.text(FLOODER, "/help")
    await answered(api, 3000)
    async with asyncio.timeout(60):
        while len(api.confirmed) < 701:  # noqa: ASYNC110 - what is waited for is another program
            await asyncio.sleep(0.05)
    assert process.resident - before <= 16
    assert await process.terminate() == 0
    assert process.log.read_text().count("somebody sends more than can be answered") == 1
    told = [one for one in api.to(FLOODER) if one["text"].startswith("That was more than I can read at once")]
    assert len(told) == 1
    assert AT_ONCE < len(api.to(FLOODER)) < 100
