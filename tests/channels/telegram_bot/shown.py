"""Shows for each kind of message the exact JSON sent: `python -m tests.channels.telegram_bot.shown`."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from telegram.ext import Application

from bot.app import introductions
from bot.channels.telegram_bot.introduction import introduce
from tests.helpers.clock import FakeClock
from tests.helpers.players import opened
from tests.helpers.telegram_player import TelegramPlayer

DRAFT: Final = (
    "Dear <b>Ms</b> Lindgren & co, I came across your profile. Could you refer me for a job at your school?"
)
BETTER: Final = (
    "Dear Ms Lindgren, your lecture on reading aloud in Umeå in March stayed with me. I teach in Luleå."
)
GROUP: Final = {"id": -500, "type": "group", "title": "Neighbours"}
PERSON: Final = {"id": 1001, "is_bot": False, "first_name": "Ada"}
Act = Callable[[TelegramPlayer], Awaitable[object]]
Called = tuple[str, dict[str, Any]]


def in_group(**content: Any) -> dict[str, Any]:
    """A message in a group."""
    return {"message_id": 900, "date": 1, "chat": GROUP, "from": PERSON} | content


# What happens, and who does it; one story from the first to the last line.
STORY: Final[tuple[tuple[str, Act], ...]] = (
    ("the first hello", lambda one: one.send("/start")),
    ("a question without buttons: the empty field says what is awaited", lambda one: one.send("/note")),
    ("a question below the typed answer", lambda one: one.send("Ms Lindgren")),
    ("a typed answer takes the old buttons away", lambda one: one.send("her lecture in Umeå in March")),
    ("a pressed button: the next question in the same message", lambda one: one.tap("Skip")),
    ("an answer", lambda one: one.send("how she reads aloud and lets the class guess the end")),
    ("skipped", lambda one: one.tap("Skip")),
    ("skipped again", lambda one: one.tap("Skip")),
    ("skipped once more", lambda one: one.tap("Skip")),
    ("the note alone, with a button that copies it", lambda one: one.tap("Free (200 characters)")),
    ("an old button", lambda one: one.press("note:skip:who")),
    ("a critique: marked words, details to unfold", lambda one: one.send(DRAFT)),
    ("the reasons for one criterion", lambda one: one.tap("Why?")),
    ("an edited draft: both answers are edited", lambda one: one.edit(BETTER)),
    ("forwarded words", lambda one: one.bring("forward", BETTER)),
    ("something that is no text", lambda one: one.bring("attach", "voice")),
    ("a text file", lambda one: one.bring("upload", BETTER)),
    ("the settings", lambda one: one.send("/settings")),
    ("a setting changes in place", lambda one: one.tap("Paid (300 characters)")),
    ("a challenge, to be passed on", lambda one: one.send("/challenge 19")),
    ("asking for a location", lambda one: one.send("/subscribe Sunday 18:00")),
    ("a picture", lambda one: one.send("/progress")),
    ("all that is stored, as a file", lambda one: one.send("/export")),
    ("inline: a draft behind the bot's name", lambda one: one.play(inline_query=_typed(DRAFT))),
    ("a challenge in a group", lambda one: one.play(message=in_group(text="/challenge@coach_bot"))),
    ("a note asked for in a group", lambda one: one.play(message=in_group(text="/note@coach_bot"))),
    ("done, in a group", lambda one: one.play(callback_query=_pressed("challenge:did-it:1"))),
)


def _typed(query: str) -> dict[str, Any]:
    return {"id": "77", "from": PERSON, "query": query, "offset": ""}


def _pressed(data: str) -> dict[str, Any]:
    return {"id": "78", "from": PERSON, "chat_instance": "1", "data": data, "message": in_group(text="?")}


async def shown(folder: Path) -> AsyncIterator[tuple[str, list[Called]]]:
    """Each line of the story with the calls it leads to; before it, how the bot shows itself."""
    async with opened(folder, FakeClock()) as app, TelegramPlayer.opened(app) as player:
        calls, application = player._request.calls, player._routes._application
        assert isinstance(application, Application)
        await introduce(application.bot, introductions(app.content))
        yield "at the start", [one for one in calls if one[0].startswith("set")]
        for title, act in STORY:
            before = len(calls)
            await act(player)
            yield title, list(calls[before:])


async def main() -> None:
    """Print them all."""
    with tempfile.TemporaryDirectory() as folder:
        async for title, calls in shown(Path(folder)):
            print(f"\n## {title}")  # noqa: T201 - printing is what it is for
            for method, parameters in calls:
                written = json.dumps(parameters, ensure_ascii=False, indent=2, default=_size)
                print(f"{method} {written}")  # noqa: T201


def _size(content: Any) -> str:
    return f"({len(content)} bytes)"


if __name__ == "__main__":
    asyncio.run(main())
