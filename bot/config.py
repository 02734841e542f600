"""The settings: environment variables that begin with COACH_, and a .env file for those who like one."""

import os
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from bot.errors import ConfigError
from bot.log import TOKEN

PREFIX: Final = "COACH_"
PUBLIC_API: Final = "https://api.telegram.org"
LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
SETTINGS: Final = (
    "COACH_BOT_TOKEN",
    "COACH_BOT_API_URL",
    "COACH_DATABASE_URL",
    "COACH_DATA_DIR",
    "COACH_MODE",
    "COACH_PROMPTS_DIR",
    "COACH_LOG_LEVEL",
)
# Names that are kept free for what is not built yet: set, they are reported and do nothing.
RESERVED: Final = (
    "COACH_ADMIN_IDS",
    "COACH_WEBHOOK_URL",
    "COACH_WEBHOOK_SECRET",
    "COACH_LISTEN",
    "COACH_LLM_MODEL",
    "COACH_LLM_BASE_URL",
    "COACH_LLM_API_KEY",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set, checked; made by `load`."""

    data_dir: Path
    database: Path
    bot_token: str | None = None
    bot_api_url: str = PUBLIC_API
    mode: Literal["polling"] = "polling"
    prompts_dir: Path | None = None
    log_level: str = "INFO"

    def __repr__(self) -> str:
        """Without the token, so that it can be logged."""
        return f"Settings(database={str(self.database)!r}, mode={self.mode!r})"

    @property
    def token(self) -> str:
        """The bot's token.

        Raises:
            ConfigError: it is not set.
        """
        if self.bot_token is None:
            raise ConfigError("COACH_BOT_TOKEN is not set: ask @BotFather on Telegram for a token")
        return self.bot_token


def environment(folder: Path | None = None) -> dict[str, str]:
    """The settings as they are written: of the environment, and below it of a .env file in the folder."""
    written = {**_dotenv((folder or Path.cwd()) / ".env"), **os.environ}
    return {name: value for name, value in written.items() if name.startswith(PREFIX) and value}


def load(written: Mapping[str, str]) -> Settings:
    """Check the settings.

    Raises:
        ConfigError: one is wrong; the sentence names it.
    """
    data_dir = _path("COACH_DATA_DIR", written.get("COACH_DATA_DIR") or str(_default_data_dir()))
    prompts = written.get("COACH_PROMPTS_DIR")
    return Settings(
        data_dir=data_dir,
        database=_database(written.get("COACH_DATABASE_URL"), data_dir),
        bot_token=_token(written.get("COACH_BOT_TOKEN")),
        bot_api_url=_url(written.get("COACH_BOT_API_URL", PUBLIC_API)),
        mode=_mode(written.get("COACH_MODE", "polling")),
        prompts_dir=_path("COACH_PROMPTS_DIR", prompts) if prompts else None,
        log_level=_log_level(written.get("COACH_LOG_LEVEL", "INFO")),
    )


def remarks(written: Mapping[str, str]) -> list[str]:
    """What is set and does nothing: misspelt names, and names kept for later."""
    return [
        f"{name} is set, but this version does not use it"
        if name in RESERVED
        else f"{name} is set, but there is no such setting"
        for name in sorted(written)
        if name not in SETTINGS
    ]


def _dotenv(path: Path) -> Mapping[str, str | None]:
    """What a .env file sets; most have none, and then wait for no reader of it."""
    if not path.exists():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415

    return dotenv_values(path)


def use_pinned_zones() -> None:
    """Take time zones from the pinned package, not from the machine, so that every machine agrees."""
    zoneinfo.reset_tzpath(to=[])


def _default_data_dir() -> Path:
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "outreach-coach"


def _database(url: str | None, data_dir: Path) -> Path:
    if url is None:
        return data_dir / "coach.db"
    scheme, separator, path = url.partition(":///")
    if scheme != "sqlite" or not separator or not path:
        raise ConfigError("COACH_DATABASE_URL has to look like sqlite:////var/lib/coach/coach.db")
    return _path("COACH_DATABASE_URL", path)


def _path(name: str, written: str) -> Path:
    try:
        return Path(written).expanduser()
    except RuntimeError:
        raise ConfigError(f"{name}: there is no home folder for {Path(written).parts[0]}") from None


def _token(token: str | None) -> str | None:
    if token is not None and not TOKEN.fullmatch(token):
        raise ConfigError(
            "COACH_BOT_TOKEN does not look like a token: digits, a colon, 30 or more characters"
        )
    return token


def _url(url: str) -> str:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a bracket or a port that is none
        usable = False
    if not usable:
        raise ConfigError("COACH_BOT_API_URL has to be an address that begins with https:// or http://")
    return url.rstrip("/")


def _mode(mode: str) -> Literal["polling"]:
    if mode == "webhook":
        raise ConfigError("COACH_MODE: webhook is not built yet, use polling")
    if mode != "polling":
        raise ConfigError("COACH_MODE has to be polling")
    return "polling"


def _log_level(level: str) -> str:
    if level.upper() not in LOG_LEVELS:
        raise ConfigError(f"COACH_LOG_LEVEL has to be one of {', '.join(LOG_LEVELS)}")
    return level.upper()
