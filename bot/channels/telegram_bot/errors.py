"""What an error of the library says about the message: sent, not sent, or in doubt."""

from typing import Final

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
)

from bot.errors import (
    FloodError,
    GoneError,
    InDoubtError,
    MovedError,
    NotSentError,
    RefusedError,
    SendError,
    UnauthorizedError,
)

# Raised before a byte of the request has left: refused, no such host, no connection or no place in time.
_BEFORE_SENDING: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
# A 404 is what a malformed token gets; for raw calls the library takes it for an unknown method.
UNAUTHORIZED: Final = (InvalidToken, EndPointNotFound)
# What a 400 says when it is about the chat, not the message: there is none, or the bot may not write there.
_UNREACHABLE: Final = (
    "chat not found",
    "peer_id_invalid",
    "chat_write_forbidden",
    "chat_restricted",
    "not enough rights to send",
    "have no rights to send",
)


def classify(error: Exception) -> SendError:  # noqa: PLR0911 - a table
    """Say what is known of a message whose sending ended in `error`.

    The class alone does not tell "not sent" from "in doubt": a refused connection and a cut one are both
    NetworkError, so the cause decides. What is not known for certain is in doubt; that includes an answer
    that is no JSON (plain TelegramError) and one with `ok: false` (KeyError).
    """
    match error:
        case RetryAfter():
            return FloodError(seconds_to_wait(error))
        case ChatMigrated():
            return MovedError(str(error.new_chat_id))
        case Forbidden():
            return GoneError("the person has blocked the bot, or the account is closed")
        case BadRequest():
            return _classify_bad_request(error)
    if isinstance(error, UNAUTHORIZED):
        return UnauthorizedError("the token is not accepted")
    name = type(error.__cause__ or error).__name__
    if isinstance(error.__cause__, _BEFORE_SENDING):
        return NotSentError(name)
    return InDoubtError(name)


def seconds_to_wait(error: RetryAfter) -> float:
    """How long a flood answer tells the bot to be silent."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def _classify_bad_request(error: BadRequest) -> SendError:
    said = error.message.lower()
    if any(words in said for words in _UNREACHABLE):
        return GoneError("there is no such chat, or the bot may not write there")
    return RefusedError(error.message)
