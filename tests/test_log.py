import io
import logging
from collections.abc import Iterator

import pytest

from bot import log

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log.set_up("DEBUG", stream)
    yield stream
    root.handlers, root.level = handlers, level


def test_log_never_shows_a_token(written: io.StringIO) -> None:
    logging.getLogger("bot.x").warning("GET https://api.telegram.org/bot%s/getMe", TOKEN)
    assert TOKEN not in written.getvalue()
    assert "getMe" in written.getvalue()


def test_log_of_an_exception_never_shows_a_token(written: io.StringIO) -> None:
    try:
        int(f"bot{TOKEN}")
    except ValueError:
        logging.getLogger("bot.x").exception("failed")
    assert TOKEN not in written.getvalue()
    assert "ValueError" in written.getvalue()


def test_log_keeps_talkative_libraries_quiet(written: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST ...")
    assert written.getvalue() == ""
