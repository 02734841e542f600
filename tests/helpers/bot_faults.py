"""What can go wrong at a Bot API server, as answers of a loopback server."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def refusal(code: int, description: str, **parameters: Any) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description}
    return web.json_response(body | ({"parameters": parameters} if parameters else {}), status=code)


def _answer(make: Callable[[], web.Response]) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return make()

    return answer


def flood(seconds: int = 1) -> Answer:
    return _answer(lambda: refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds))


def migrated(new_id: int) -> Answer:
    return _answer(
        lambda: refusal(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new_id
        )
    )


async def cut_before_answer(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def cut_inside_answer(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok": true, "resu')
    assert request.transport is not None
    request.transport.close()
    return response


async def silence(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(3600)
    return web.Response()


blocked = _answer(lambda: refusal(403, "Forbidden: bot was blocked by the user"))
deactivated = _answer(lambda: refusal(403, "Forbidden: user is deactivated"))
no_such_chat = _answer(lambda: refusal(400, "Bad Request: chat not found"))
no_rights = _answer(lambda: refusal(400, "Bad Request: not enough rights to send text messages to the chat"))
bad_entities = _answer(lambda: refusal(400, "Bad Request: can't parse entities: wrong offset"))
too_long = _answer(lambda: refusal(400, "Bad Request: message is too long"))
unauthorized = _answer(lambda: refusal(401, "Unauthorized"))
unknown_token = _answer(lambda: refusal(404, "Not Found"))
conflict = _answer(lambda: refusal(409, "Conflict: terminated by other getUpdates request"))
webhook_is_set = _answer(
    lambda: refusal(
        409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it"
    )
)
bad_address = _answer(lambda: refusal(400, "Bad Request: bad webhook: an HTTPS URL must be provided"))
internal_error = _answer(lambda: refusal(500, "Internal Server Error"))
bad_gateway = _answer(
    lambda: web.Response(status=502, text="<html>502 Bad Gateway</html>", content_type="text/html")
)
garbage = _answer(lambda: web.Response(text="<!doctype html>welcome to the hotel's network"))
no_object = _answer(lambda: web.Response(text=json.dumps([1, 2])))
delivered = _answer(lambda: web.json_response({"ok": True, "result": True}))
not_ok = _answer(lambda: web.json_response({"ok": False}))


async def not_http(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    return web.Response()


def updates(*items: Any) -> Answer:
    return _answer(lambda: web.json_response({"ok": True, "result": list(items)}))


no_updates = updates()


def slow(seconds: float) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return web.json_response({"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "C"}})

    return answer


async def drip(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    for _ in range(100):
        await response.write(b" ")
        await asyncio.sleep(0.05)
    return response


def redirect(address: str) -> Answer:
    return _answer(lambda: web.Response(status=307, headers={"Location": address}))
