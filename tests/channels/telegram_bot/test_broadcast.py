"""A broadcast beside chats, by a clock that is reckoned: who talks to the bot waits for no broadcast."""

import asyncio
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from telegram.request import RequestData

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.sender import TelegramSender
from bot.config import USUAL_PACE
from bot.conversation import Address, Reply
from bot.errors import FloodError
from bot.jobs.deliver import Deliver, Tempo
from bot.ports import Due
from tests.helpers.bot_api import TOKEN
from tests.helpers.memory_boxes import MemoryBoxes
from tests.helpers.recording import RecordingRequest
from tests.simulator.loop import VirtualLoop

A_SUNDAY = datetime(2027, 1, 3, 10, tzinfo=UTC)
TELEGRAMS_LIMIT = 30  # messages a second
TALKERS = 3  # people a second who say something: never more than five, which the usual pace leaves room for
ANSWER = 0.05  # seconds that the server takes


class LimitedServer(RecordingRequest):
    """Takes a while for each call, and refuses what is too much in one second; notes when what came."""

    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop
        self.came: list[float] = []
        self.refused = 0

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *rest: Any, **more: Any
    ) -> tuple[int, bytes]:
        now = self._loop.time()
        if len(self.came) >= TELEGRAMS_LIMIT and now - self.came[-TELEGRAMS_LIMIT] < 1:
            self.refused += 1
            return 429, b'{"ok": false, "error_code": 429, "parameters": {"retry_after": 1}}'
        self.came.append(now)
        await asyncio.sleep(ANSWER)
        return await super().do_request(url, method, request_data, *rest, **more)


class VirtualClock:
    """The loop's time as an instant."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def now(self) -> datetime:
        return A_SUNDAY + timedelta(seconds=self._loop.time())


async def _letter(_: Due) -> tuple[Reply, ...]:
    return (Reply(text="your challenge"),)


async def answer(sender: TelegramSender, loop: VirtualLoop, waited: list[float], user: int) -> None:
    """A reply to somebody, again after a flood answer; notes how long it took."""
    begun = loop.time()
    while True:
        try:
            await sender.send(Address("telegram", str(user)), Reply(text="hello"))
        except FloodError as error:
            await asyncio.sleep(error.seconds)
        else:
            waited.append(loop.time() - begun)
            return


async def broadcast(loop: VirtualLoop, people: int) -> tuple[LimitedServer, MemoryBoxes, list[float], float]:
    """Deliver to many while some talk; the server, what is stored, how long talkers waited, and all of it."""
    server, boxes, waited = LimitedServer(loop), MemoryBoxes(), list[float]()
    application = build_application(TOKEN, request=server, poll_request=RecordingRequest())
    sender = TelegramSender(application.bot, "Copy", loop.time)
    for number in range(people):
        boxes.deliveries.subscribe(Address("telegram", str(number + 1)), A_SUNDAY - timedelta(minutes=1))
    job = Deliver(
        boxes,
        sender,
        VirtualClock(loop),
        _letter,
        channel="telegram",
        tempo=Tempo.of(USUAL_PACE),
        monotonic=loop.time,
    )
    chance, over = random.Random(36), asyncio.Event()

    async with asyncio.TaskGroup() as group:
        group.create_task(job.run(over))
        while len(boxes.deliveries.rows) < people or boxes.deliveries.states() != {"sent": people}:
            await asyncio.sleep(chance.uniform(0.5, 1.5) / TALKERS)
            group.create_task(answer(sender, loop, waited, 10**9 + len(waited)))
        lasted = loop.time()
        over.set()
    return server, boxes, waited, lasted


@pytest.mark.parametrize("people", [1_000, pytest.param(20_000, marks=pytest.mark.long)])
def test_broadcast_when_people_talk_meanwhile_then_they_wait_for_none_of_it_and_the_pace_is_kept(
    people: int,
) -> None:
    loop = VirtualLoop()
    server, boxes, waited, lasted = loop.run_until_complete(broadcast(loop, people))
    loop.close()
    assert boxes.deliveries.states() == {"sent": people}
    assert len(waited) > 2 * lasted
    assert sorted(waited)[int(len(waited) * 0.99)] <= 1 + ANSWER
    assert lasted <= people / (0.98 * USUAL_PACE) + 5
    assert server.refused == 0
