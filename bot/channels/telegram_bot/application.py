"""Builds the library's `Application` the way this bot uses it: for routing alone, on our HTTP client."""

import logging
from typing import Final

from telegram.error import InvalidToken
from telegram.ext import Application
from telegram.request import BaseRequest

from bot.channels.telegram_bot.poller import BAD_TOKEN
from bot.channels.telegram_bot.request import AiohttpRequest
from bot.channels.telegram_bot.routes import App
from bot.config import PUBLIC_API
from bot.errors import ConfigError
from bot.log import TALKATIVE

# This one's lines hold whole messages, even its errors'; whatever it reports, we report ourselves.
_INDISCREET: Final = "telegram"


def build_application(
    token: str,
    api_url: str = PUBLIC_API,
    request: BaseRequest | None = None,
    poll_request: BaseRequest | None = None,
) -> App:
    """The application: no updater, no job queue, no persistence; calls go through `request`.

    Raises:
        ConfigError: the token cannot be one.
    """
    keep_libraries_discreet()
    server = api_url.rstrip("/")
    builder = Application.builder().updater(None).job_queue(None)
    builder = builder.base_url(f"{server}/bot").base_file_url(f"{server}/file/bot")
    builder = builder.request(request or AiohttpRequest()).get_updates_request(
        poll_request or AiohttpRequest()
    )
    try:
        return builder.token(token).build()
    except InvalidToken:
        raise ConfigError(BAD_TOKEN) from None


def keep_libraries_discreet() -> None:
    """Keep the token, and what people write, out of the libraries' logs, whatever level is asked for."""
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(_INDISCREET).setLevel(logging.CRITICAL + 1)
