"""Text files that people send in place of words."""

import codecs
import logging
import re
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
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_STRANGE: Final = 0.2  # of the letters beyond ASCII: more is a language that is written in another way
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
        UnreadableError: it is too large, is not text, or cannot be fetched.
    """
    if (document.file_size or 0) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    content = await _fetch(bot, document.file_id)
    if len(content) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    text = clean(_decoded(content)).strip()
    if is_blank(text):
        raise UnreadableError(NOT_TEXT)
    if units(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise UnreadableError(TOO_LARGE)
    return text


def _decoded(content: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 that says so, or as older editors write western languages.

    Raises:
        UnreadableError: in none of these it is text.
    """
    encodings = ("utf-16",) if content.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = sum(one.isalpha() and not one.isascii() for one in text)
        if not _CONTROL.search(text) and (encoding != "cp1252" or strange <= len(text) * _MOST_STRANGE):
            return text
    raise UnreadableError(NOT_TEXT)


async def _fetch(bot: Bot, file_id: str) -> bytes:
    try:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())
    except Exception as error:  # noqa: BLE001 - whatever it is, the person can paste the words instead
        log.warning("a text file could not be fetched (%s)", type(error).__name__)
    raise UnreadableError(UNREAD)  # out here, because the library's error may hold the address
