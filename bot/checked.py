"""How each setting may be written: what is read of it, or a ConfigError that names it."""

import re
from pathlib import Path
from typing import Final, Literal, cast, get_args

from bot.errors import ConfigError

Mode = Literal["polling", "webhook"]
LOCAL_LISTEN: Final = "127.0.0.1:8080"
LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
TOKEN: Final = re.compile(r"\d{3,20}:[\w-]{30,}", re.ASCII)
_HIGHEST_PORT: Final = 65535
FASTEST_PACE: Final = 1000  # what Telegram takes from those who pay for it
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram takes


def database(url: str | None, data_dir: Path) -> Path:
    """The database file a URL names, by default one in the data folder."""
    if url is None:
        return data_dir / "coach.db"
    scheme, separator, file = url.partition(":///")
    if scheme != "sqlite" or not separator or not file:
        raise ConfigError("COACH_DATABASE_URL has to look like sqlite:////var/lib/coach/coach.db")
    return path("COACH_DATABASE_URL", file)


def path(name: str, written: str) -> Path:
    """A path; `~` is the home folder."""
    try:
        return Path(written).expanduser()
    except RuntimeError:
        raise ConfigError(f"{name}: there is no home folder for {Path(written).parts[0]}") from None


def token(token: str | None) -> str | None:
    """A bot's token."""
    if token is not None and not TOKEN.fullmatch(token):
        raise ConfigError(
            "COACH_BOT_TOKEN does not look like a token: digits, a colon, 30 or more characters"
        )
    return token


def url(name: str, written: str) -> str:
    """An address, without the slash at its end."""
    from urllib.parse import urlsplit  # only where an address is set: it takes a while to load

    try:
        parts = urlsplit(written)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket or a port that is none
        usable = False
    if not usable:
        raise ConfigError(f"{name} has to be an address that begins with https:// or http://")
    return written.rstrip("/")


def path_of(url: str) -> str:
    """The path of an address."""
    from urllib.parse import urlsplit  # as above

    return urlsplit(url).path


def mode(mode: str) -> Mode:
    """How messages come in."""
    if mode not in get_args(Mode):
        raise ConfigError("COACH_MODE has to be polling or webhook")
    return cast("Mode", mode)


def secret(secret: str | None) -> str | None:
    """What Telegram has to know."""
    if secret is not None and not _SECRET.fullmatch(secret):
        raise ConfigError("COACH_WEBHOOK_SECRET has to be 1 to 256 letters, digits, hyphens and underscores")
    return secret


def listen(written: str) -> tuple[str, int]:
    """Host and port."""
    host, _, port = written.rpartition(":")
    number = int(port) if port.isdecimal() else 0
    if not host or not 0 < number <= _HIGHEST_PORT:
        raise ConfigError(f"COACH_LISTEN has to be a host and a port, like {LOCAL_LISTEN}")
    return host.removeprefix("[").removesuffix("]"), number


def log_level(level: str) -> str:
    """How much is logged."""
    if level.upper() not in LOG_LEVELS:
        raise ConfigError(f"COACH_LOG_LEVEL has to be one of {', '.join(LOG_LEVELS)}")
    return level.upper()


def pace(written: str) -> int:
    """Messages a second."""
    if not written.isdecimal() or not 1 <= int(written) <= FASTEST_PACE:
        raise ConfigError(f"COACH_PACE has to be a number of messages a second, 1 to {FASTEST_PACE}")
    return int(written)


def ids(written: str) -> tuple[str, ...]:
    """Numbers of accounts."""
    numbers = tuple(written.replace(",", " ").split())
    if not all(number.isascii() and number.isdecimal() for number in numbers):
        raise ConfigError("COACH_ADMIN_IDS has to be numbers of Telegram accounts, with commas between them")
    return numbers
