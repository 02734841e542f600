"""Logging: to the standard error stream, and never with a token in it."""

import logging
import sys
from typing import Final, TextIO

from bot.checked import TOKEN

# These say what they send and where, addresses with the token among it.
TALKATIVE: Final = ("httpx", "httpcore", "aiohttp", "telegram", "asyncio", "aiosqlite")


class RedactingFormatter(logging.Formatter):
    """Formats a record, exception and all, and takes out whatever looks like a token.

    At the formatter, not in a filter: only here the text of exceptions is complete.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line to write."""
        return TOKEN.sub("***", super().format(record))


def set_up(level: str, stream: TextIO | None = None) -> None:
    """Log to the stream (standard error) from `level` up, libraries from WARNING up."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
