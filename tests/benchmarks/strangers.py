"""Those who mean no good: `python -m tests.benchmarks.strangers KIND PORT FIRST`, until standard input ends.

`strangers` come to a webhook at PORT with no secret or a wrong one, a hundred times a second, with bodies of
95 MB, ten times a second, and with 200 sockets that say a byte a second; `flood` is one person who sends a
hundred messages a second. Prints at the end how often they heard which status, as JSON; "cut" where the
connection went before one came. FIRST is the number of their first update.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from tests.benchmarks.turns import SECRET

FIRST_NUMBER: Final = {"strangers": 1_000_000_000, "flood": 2_000_000_000}  # of the updates they bring
FLOODER: Final = 999_999
LOITERERS: Final = 200
HUGE: Final = 95 * 1024 * 1024
_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token: "
heard: Counter[str] = Counter()


def update(number: int) -> bytes:
    """What the flooder writes."""
    person = {"id": FLOODER, "is_bot": False, "first_name": "F"}
    message = {"message_id": number, "date": 1, "chat": {"id": FLOODER, "type": "private"}, "from": person}
    return json.dumps({"update_id": number, "message": message | {"text": "/help"}}).encode()


def head(secret: str | None, length: int) -> bytes:
    """The beginning of a request."""
    given = "" if secret is None else f"{_HEADER}{secret}\r\n"
    return f"POST /hook HTTP/1.1\r\nHost: bot\r\n{given}Content-Length: {length}\r\n\r\n".encode()


async def say(port: int, beginning: bytes, pieces: int = 0, piece: bytes = b"", pause: float = 0) -> None:
    """Open a connection, say something, and note the status that comes back."""
    status = b"cut"
    with suppress(OSError):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        with suppress(OSError):
            writer.write(beginning)
            for _ in range(pieces):
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(pause)
                if reader.at_eof():
                    break
            if answer := (await reader.readline()).split():
                status = answer[1]
        writer.close()
    heard[status.decode()] += 1


async def again_and_again(rate: float, call: Callable[[int], Awaitable[None]]) -> None:
    """Do something so many times a second, whether or not the last time has come to an end."""
    loop, begun = asyncio.get_running_loop(), asyncio.get_running_loop().time()
    async with asyncio.TaskGroup() as group:
        for number in range(1_000_000):
            await asyncio.sleep(begun + number / rate - loop.time())
            group.create_task(_as_coroutine(call, number))


async def _as_coroutine(call: Callable[[int], Awaitable[None]], number: int) -> None:
    await call(number)


async def strangers(port: int, first: int) -> None:
    """All of them at once."""
    async with asyncio.TaskGroup() as group:
        group.create_task(again_and_again(100, lambda one: _with_wrong_secret(port, first + one)))
        group.create_task(again_and_again(10, lambda one: _with_too_much(port, one)))
        for _ in range(LOITERERS):
            group.create_task(_loiter(port))


async def _with_wrong_secret(port: int, number: int) -> None:
    body = update(number)
    await say(port, head((None, "no", SECRET[:-1], SECRET + "x")[number % 4], len(body)) + body)


async def _with_too_much(port: int, number: int) -> None:
    await say(port, head(("no", SECRET)[number % 2], HUGE), pieces=95, piece=b"x" * 1024 * 1024)


async def _loiter(port: int) -> None:
    """Begin a request and go on with it a byte a second, without end."""
    while True:
        await say(port, b"POST /hook HTTP/1.1\r\nX-A: ", pieces=1000, piece=b"x", pause=1)


async def flood(port: int, first: int) -> None:
    """One person, a hundred a second."""

    async def send(number: int) -> None:
        body = update(first + number)
        await say(port, head(SECRET, len(body)) + body)

    await again_and_again(100, send)


async def main(kind: str, port: int, first: int) -> None:
    """Go on until standard input ends."""
    work = asyncio.create_task({"strangers": strangers, "flood": flood}[kind](port, first))
    await asyncio.to_thread(sys.stdin.read)
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
    print(json.dumps(heard))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
