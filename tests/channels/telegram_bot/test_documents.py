"""Text files in place of words, fetched over a real connection."""

import logging
from typing import Any

import pytest
from telegram import Bot, Document

from bot.channels.telegram_bot.documents import (
    MAX_BYTES,
    NOT_TEXT,
    TOO_LARGE,
    UNREAD,
    UnreadableError,
    is_text,
    words_of,
)
from tests.helpers.bot_api import TOKEN, BotApi


def document(**fields: Any) -> Document:
    return Document(file_id="f1", file_unique_id="u1", **fields)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"mime_type": "text/plain"}, True),
        ({"file_name": "Draft.TXT"}, True),
        ({"file_name": "cv.pdf", "mime_type": "application/pdf"}, False),
        ({}, False),
    ],
)
def test_is_text_when_it_says_so_then_it_is(fields: dict[str, Any], text: bool) -> None:  # noqa: FBT001
    assert is_text(document(**fields)) is text


DRAFT = "Dear Bjørn, I read your “Smørbrød” twice."


@pytest.mark.parametrize(
    "content",
    [
        f"{DRAFT}\r\n".encode(),
        f"\ufeff{DRAFT}\n".encode(),
        DRAFT.encode("utf-16"),
        f"\ufeff{DRAFT}".encode("utf-16-be"),
        DRAFT.encode("cp1252"),
    ],
)
async def test_words_when_the_file_is_text_as_some_editor_writes_it_then_read(
    api: BotApi, bot: Bot, content: bytes
) -> None:
    api.files["f1"] = content
    assert await words_of(bot, document(file_size=30)) == DRAFT


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xfe\x00", NOT_TEXT),
        ("Здравствуйте, Анна".encode("cp1251"), NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n\xff", NOT_TEXT),
        (b"a\0b", NOT_TEXT),
        ("\u200b \n".encode(), NOT_TEXT),
        (b"", NOT_TEXT),
        (b"x" * 4097, TOO_LARGE),
        (b"x" * (MAX_BYTES + 1), TOO_LARGE),
    ],
)
async def test_words_when_the_content_is_no_draft_then_it_says_why(
    api: BotApi, bot: Bot, content: bytes, kind: str
) -> None:
    api.files["f1"] = content
    with pytest.raises(UnreadableError, match=kind):
        await words_of(bot, document())


async def test_words_when_the_file_says_it_is_too_large_then_not_even_fetched(api: BotApi, bot: Bot) -> None:
    with pytest.raises(UnreadableError, match=TOO_LARGE):
        await words_of(bot, document(file_size=MAX_BYTES + 1))
    assert api.calls == []


async def test_words_when_they_cannot_be_fetched_then_said_and_the_log_holds_no_token(
    api: BotApi, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(UnreadableError, match=UNREAD):
        await words_of(bot, document())
    assert "could not be fetched" in caplog.text
    assert TOKEN not in caplog.text
