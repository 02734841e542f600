"""A Bot API that says yes to everything: `python -m tests.benchmarks.small_api SECONDS`.

Every answer takes so many seconds. Prints its port; `/times` tells when each `sendMessage` came.
"""

import asyncio
import json
import sys
import time
from typing import Final

_BOT: Final = b'{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"C","username":"c_bot"}}'
_SENT: Final = b'{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1,"type":"private"}}}'


class Connection(asyncio.Protocol):
    """One kept-alive connection; a request is answered when all of it is there."""

    def __init__(self, delay: float, times: list[float]) -> None:
        self._delay, self._times = delay, times
        self._pending = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._pending += data
        while (request := self._whole()) is not None:
            asyncio.get_running_loop().call_later(self._delay, self._answer, self._body(request))

    def _body(self, request: bytes) -> bytes:
        line = request.partition(b" HTTP/")[0].lower()
        if line.endswith(b"/sendmessage"):
            self._times.append(time.monotonic())
            return _SENT
        return json.dumps(self._times).encode() if line.endswith(b"/times") else _BOT

    def _whole(self) -> bytes | None:
        """The head of the next request, once its body has come too."""
        head, found, rest = self._pending.partition(b"\r\n\r\n")
        if not found:
            return None
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        if len(rest) < length:
            return None
        self._pending = rest[length:]
        return head

    def _answer(self, body: bytes) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self._transport.write(head.encode() + body)


async def serve(delay: float) -> None:
    times: list[float] = []
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(delay, times), "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
