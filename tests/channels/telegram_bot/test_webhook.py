"""The webhook's server: stored before it says 200, strangers are refused before they are read."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.telegram_bot import webhook as webhooks
from bot.channels.telegram_bot.webhook import MAX_BODY, WebhookServer
from bot.config import Webhook
from bot.errors import ConfigError, StoreError
from bot.ports import RawUpdate
from bot.storage.store import SqliteStore

SECRET = "open-sesame"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
HELLO = {"update_id": 7, "message": {"message_id": 1, "date": 1, "chat": {"id": 1001, "type": "private"}}}


class Desk:
    """A server at work, and what it has taken in."""

    def __init__(self, store: SqliteStore, port: int = 1) -> None:
        self.taken: list[RawUpdate] = []
        self.writable: list[StoreError] = []
        self.url = ""
        self._webhook = Webhook(url="https://coach.example/hook", secret=SECRET, host="127.0.0.1", port=port)
        self.server = WebhookServer(self._webhook, store.inbox, self, self._check)
        self.full = False

    def take(self, raw: RawUpdate) -> None:
        self.taken.append(raw)

    async def room(self) -> None:
        await asyncio.sleep(3600 if self.full else 0)

    async def _check(self) -> None:
        if self.writable:
            raise self.writable.pop()

    async def post(self, body: bytes, path: str = "/hook", secret: str | None = SECRET) -> int:
        headers = {HEADER: secret} if secret is not None else {}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self.url}{path}", data=body, headers=headers) as answer,
        ):
            return answer.status

    async def get(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(f"{self.url}{path}") as answer:
            return answer.status, await answer.text()

    async def raw(self, *pieces: bytes) -> bytes:
        """What is answered on a connection of one's own, to its end."""
        reader, writer = await asyncio.open_connection("127.0.0.1", int(self.url.rpartition(":")[2]))
        try:
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
            async with asyncio.timeout(10):
                return await reader.read()
        finally:
            writer.close()


@pytest.fixture
async def desk(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch, unused_tcp_port: int
) -> AsyncIterator[Desk]:
    monkeypatch.setattr(webhooks, "READ_SECONDS", 0.2)
    made = Desk(store, unused_tcp_port)
    async with made.server.listening() as port:
        made.url = f"http://127.0.0.1:{port}"
        yield made


async def test_webhook_when_an_update_comes_then_stored_as_it_came_and_handed_on(
    desk: Desk, store: SqliteStore
) -> None:
    body = json.dumps(HELLO, indent=1).encode()
    assert await desk.post(body) == 200
    assert await store.inbox.unhandled() == [RawUpdate(7, "1001", body)]
    assert [raw.update_id for raw in desk.taken] == [7]


async def test_webhook_when_an_update_comes_again_then_taken_once_and_still_acknowledged(desk: Desk) -> None:
    assert [await desk.post(json.dumps(HELLO).encode()) for _ in range(5)] == [200] * 5
    assert len(desk.taken) == 1


@pytest.mark.parametrize("header", ["", "no", "open-sesam", "open-sesamE", "open-sesame2", "ö", "\x80"])
async def test_webhook_when_the_secret_is_not_right_then_refused(desk: Desk, header: str) -> None:
    line = f"{HEADER}: {header}\r\n" if header else ""
    body = json.dumps(HELLO)
    request = f"POST /hook HTTP/1.1\r\nHost: x\r\n{line}Content-Length: {len(body)}\r\n\r\n{body}"
    assert (await desk.raw(request.encode("latin-1"))).startswith(b"HTTP/1.1 401")
    assert desk.taken == []


async def test_webhook_when_the_secret_is_wrong_then_answered_before_the_body_is_there(desk: Desk) -> None:
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{HEADER}: no\r\nContent-Length: 99614720\r\n\r\n"
    answer = await desk.raw(head.encode())
    assert answer.startswith(b"HTTP/1.1 401")


@pytest.mark.parametrize("length", [MAX_BODY + 1, 95 * MAX_BODY])
async def test_webhook_when_the_body_is_too_large_then_refused_unread(desk: Desk, length: int) -> None:
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: {length}\r\n\r\n"
    assert (await desk.raw(head.encode())).startswith(b"HTTP/1.1 413")


async def test_webhook_when_the_length_is_hidden_then_no_more_than_allowed_is_read(desk: Desk) -> None:
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    assert (await desk.raw(head.encode(), *[chunk] * 17)).startswith(b"HTTP/1.1 413")


async def test_webhook_when_the_body_is_as_large_as_allowed_then_taken(desk: Desk) -> None:
    body = json.dumps(HELLO).encode().ljust(MAX_BODY)
    assert await desk.post(body) == 200


async def test_webhook_when_the_body_trickles_then_given_up_after_a_while(desk: Desk) -> None:
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 100\r\n\r\n"
    assert (await desk.raw(head.encode(), b'{"update')).startswith(b"HTTP/1.1 408")


async def test_webhook_when_the_body_breaks_off_then_nothing_is_logged_as_a_bug(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    head = f"POST /hook HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 100\r\n\r\n"
    _, writer = await asyncio.open_connection("127.0.0.1", int(desk.url.rpartition(":")[2]))
    writer.write(head.encode())
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    assert caplog.text == ""


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"update_id": "7"}',
        b'{"update_id": -1}',
        b'{"update_id": true}',
        b"[" * 9999,
    ],
)
async def test_webhook_when_it_is_no_update_then_refused_without_a_word_of_it(
    desk: Desk, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    assert await desk.post(body) == 400
    assert [record.message for record in caplog.records] == ["what came is no update: refused"]


async def test_webhook_when_half_a_character_comes_then_taken(desk: Desk) -> None:
    assert await desk.post(b'{"update_id": 8, "message": {"text": "cut \\ud83d"}}') == 200


async def test_webhook_when_the_store_fails_then_503_and_not_handed_on(
    desk: Desk, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_: object) -> list[RawUpdate]:
        raise StoreError("the disk is full")

    monkeypatch.setattr(store.inbox, "receive", full)
    assert await desk.post(json.dumps(HELLO).encode()) == 503
    monkeypatch.undo()
    assert await desk.post(json.dumps(HELLO).encode()) == 200
    assert len(desk.taken) == 1


async def test_webhook_when_there_is_no_room_then_503_and_not_stored(desk: Desk, store: SqliteStore) -> None:
    desk.full = True
    assert await desk.post(json.dumps(HELLO).encode()) == 503
    assert await store.inbox.unhandled() == []


async def test_webhook_when_there_is_a_bug_then_503_and_no_word_of_the_update_in_the_log(
    desk: Desk, store: SqliteStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    words = "dear {}".format("Ana")

    async def broken(_: object) -> list[RawUpdate]:
        raise LookupError(words)

    monkeypatch.setattr(store.inbox, "receive", broken)
    assert await desk.post(json.dumps(HELLO).encode()) == 503
    assert "LookupError" in caplog.text
    assert words not in caplog.text


async def test_webhook_when_asked_for_anything_else_then_not_found_or_not_so(desk: Desk) -> None:
    assert await desk.post(b"{}", path="/other") == 404
    assert (await desk.get("/hook"))[0] == 405
    assert (await desk.get("/"))[0] == 404


async def test_health_when_asked_then_lives_and_ready_as_far_as_it_can_store(desk: Desk) -> None:
    assert await desk.get("/healthz") == (200, "ok\n")
    assert await desk.get("/readyz") == (200, "ready\n")
    desk.writable.append(StoreError("the disk with /home/somebody/coach.db is full"))
    status, text = await desk.get("/readyz")
    assert status == 503
    assert "somebody" not in text
    assert (await desk.get("/healthz"))[0] == 200


async def test_listening_when_the_port_is_taken_then_one_clear_sentence(
    desk: Desk, store: SqliteStore
) -> None:
    port = int(desk.url.rpartition(":")[2])
    with pytest.raises(ConfigError, match="COACH_LISTEN: 127"):
        async with Desk(store, port).server.listening():
            pass


async def test_listening_when_it_ends_then_the_request_under_way_is_answered(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch, unused_tcp_port: int
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    receive = store.inbox.receive

    async def slow(updates: list[RawUpdate]) -> list[RawUpdate]:
        begun.set()
        await go_on.wait()
        return await receive(updates)

    monkeypatch.setattr(store.inbox, "receive", slow)
    desk = Desk(store, unused_tcp_port)
    async with desk.server.listening() as port:
        desk.url = f"http://127.0.0.1:{port}"
        posting = asyncio.create_task(desk.post(json.dumps(HELLO).encode()))
        await begun.wait()
        asyncio.get_running_loop().call_later(0.05, go_on.set)
    assert await posting == 200
    assert len(await store.inbox.unhandled()) == 1
