"""Inline mode: what is typed behind the bot's name in any chat is read, answered, and kept nowhere."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from bot.channels.telegram_bot.receive import INLINE
from bot.coach.text import is_blank
from bot.conversation import Address
from bot.dialog.inline import START, Suggestion, Suggestions
from bot.ports import Inbox, RawUpdate

BUTTON_UNITS: Final = 64
# What there is to choose from, for whom, a text, and the language of their app.
Suggest = Callable[[Address, str, str | None], Awaitable[Suggestions]]


def answer_to(query_id: str, suggestions: Suggestions) -> dict[str, Any]:
    """The parameters of the answer: for this person alone, and not to be kept by the server."""
    shown = [one for one in suggestions.found if not is_blank(one.text)]
    articles = [_article(number, one) for number, one in enumerate(shown)]
    return nothing_but(query_id, suggestions.open) | {"results": articles}


def nothing_but(query_id: str, words: str) -> dict[str, Any]:
    """The parameters of an answer with nothing to choose from but the way to the bot's own chat."""
    return {
        "inline_query_id": query_id,
        "results": [],
        "cache_time": 0,
        "is_personal": True,
        "button": {"text": words[:BUTTON_UNITS], "start_parameter": START},
    }


def _article(number: int, one: Suggestion) -> dict[str, Any]:
    content = {"message_text": one.text, "link_preview_options": {"is_disabled": True}}
    return {
        "type": "article",
        "id": str(number),
        "title": one.title,
        "description": one.detail,
        "input_message_content": content,
    }


class Passing:
    """An inbox that lets inline queries pass, and stores all else."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    async def receive(self, updates: Sequence[RawUpdate]) -> list[RawUpdate]:
        """Store updates durably; returns those that were not known before, and all inline queries."""
        kept = [one for one in updates if not one.lane.startswith(INLINE)]
        new = await self._inbox.receive(kept) if kept else []
        return [*new, *(one for one in updates if one.lane.startswith(INLINE))]

    async def unhandled(self) -> list[RawUpdate]:
        """What was stored and not yet handled."""
        return await self._inbox.unhandled()

    async def discard(self, update_id: int) -> None:
        """Mark an update as handled."""
        await self._inbox.discard(update_id)
