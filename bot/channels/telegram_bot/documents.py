"""Text files that people send in place of words."""

import logging
from typing import Final

from telegram import Bot, Document
from telegram.constants import MessageLimit

from bot.coach.text import clean, is_blank, units

MAX_BYTES: Final = 64 * 1024
TOO_LARGE: Final = "document-too-large"
NOT_TEXT: Final = "document-not-text"
UNREAD: Final = "document-unread"
_ENDING: Final = ".txt"
_KIND: Final = "text/plain"
log = logging.getLogger(__name__)


class UnreadableError(Exception):
    """A file that cannot be taken for words; `kind` says why, in the words of an attachment's kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def is_text(document: Document | None) -> bool:
    """Whether a file says of itself that it is plain text."""
    if document is None:
        return False
    return document.mime_type == _KIND or (document.file_name or "").lower().endswith(_ENDING)


async def words_of(bot: Bot, document: Document) -> str:
    """Fetch a text file, up to 64 KiB and no longer than one message may be.

    Raises:
        UnreadableError: it is too large, is not text in UTF-8, or cannot be fetched.
    """
    if (document.file_size or 0) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    content = await _fetch(bot, document.file_id)
    if len(content) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    try:
        text = clean(content.decode("utf-8-sig")).strip()
    except UnicodeDecodeError:
        raise UnreadableError(NOT_TEXT) from None
    if b"\0" in content or is_blank(text):
        raise UnreadableError(NOT_TEXT)
    if units(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise UnreadableError(TOO_LARGE)
    return text


async def _fetch(bot: Bot, file_id: str) -> bytes:
    try:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())
    except Exception as error:  # noqa: BLE001 - whatever it is, the person can paste the words instead
        log.warning("a text file could not be fetched (%s)", type(error).__name__)
    raise UnreadableError(UNREAD)  # out here, because the library's error may hold the address
