"""The settings: environment variables that begin with COACH_, and a .env file for those who like one."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from bot import checked
from bot.errors import ConfigError

PREFIX: Final = "COACH_"
PUBLIC_API: Final = "https://api.telegram.org"
USUAL_PACE: Final = 25  # messages a second; Telegram takes 30, and the rest is for those who talk to the bot
SETTINGS: Final = (
    "COACH_BOT_TOKEN",
    "COACH_BOT_API_URL",
    "COACH_DATABASE_URL",
    "COACH_DATA_DIR",
    "COACH_MODE",
    "COACH_WEBHOOK_URL",
    "COACH_WEBHOOK_SECRET",
    "COACH_LISTEN",
    "COACH_PACE",
    "COACH_ADMIN_IDS",
    "COACH_PROMPTS_DIR",
    "COACH_LOG_LEVEL",
)
# Names that are kept free for what is not built yet: set, they are reported and do nothing.
RESERVED: Final = (
    "COACH_LLM_MODEL",
    "COACH_LLM_BASE_URL",
    "COACH_LLM_API_KEY",
)


HEALTH: Final = "/healthz"  # what the webhook's server answers beside the webhook
READINESS: Final = "/readyz"


class Webhook(Struct, frozen=True, kw_only=True):
    """Telegram posts updates to `url` with `secret`; the bot listens for them at `host` and `port`."""

    url: str
    secret: str
    host: str
    port: int

    def __repr__(self) -> str:
        """Without the secret, so that it can be logged."""
        return f"Webhook(url={self.url!r}, host={self.host!r}, port={self.port!r})"


class Settings(Struct, frozen=True, kw_only=True):
    """What can be set, checked; made by `load`."""

    data_dir: Path
    database: Path
    bot_token: str | None = None
    bot_api_url: str = PUBLIC_API
    mode: checked.Mode = "polling"
    webhook_url: str | None = None
    webhook_secret: str | None = None
    listen: tuple[str, int] = ("127.0.0.1", 8080)
    prompts_dir: Path | None = None
    log_level: str = "INFO"
    pace: int = USUAL_PACE
    admin_ids: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the token and the secret, so that it can be logged."""
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

    @property
    def webhook(self) -> Webhook | None:
        """How updates come in when they do not come by polling.

        Raises:
            ConfigError: a setting that this mode needs is missing or does not fit it.
        """
        if self.mode == "polling":
            return None
        if self.webhook_url is None:
            raise ConfigError(
                "COACH_WEBHOOK_URL is not set: COACH_MODE=webhook needs the bot's public address"
            )
        if self.webhook_secret is None:
            raise ConfigError(
                "COACH_WEBHOOK_SECRET is not set: COACH_MODE=webhook needs one (`openssl rand -hex 32`)"
            )
        if self.bot_api_url == PUBLIC_API and not self.webhook_url.startswith("https://"):
            raise ConfigError("COACH_WEBHOOK_URL has to begin with https://: Telegram calls no other address")
        if checked.path_of(self.webhook_url) in {HEALTH, READINESS}:
            raise ConfigError(
                f"COACH_WEBHOOK_URL has to end otherwise: {HEALTH} and {READINESS} say how the bot is"
            )
        host, port = self.listen
        return Webhook(url=self.webhook_url, secret=self.webhook_secret, host=host, port=port)


def environment(folder: Path | None = None) -> dict[str, str]:
    """The settings as they are written: of the environment, and below it of a .env file in the folder."""
    written = {**_dotenv((folder or Path.cwd()) / ".env"), **os.environ}
    return {name: value for name, value in written.items() if name.startswith(PREFIX) and value}


def load(written: Mapping[str, str]) -> Settings:
    """Check the settings.

    Raises:
        ConfigError: one is wrong; the sentence names it.
    """
    data_dir = checked.path("COACH_DATA_DIR", written.get("COACH_DATA_DIR") or str(_default_data_dir()))
    prompts, webhook = written.get("COACH_PROMPTS_DIR"), written.get("COACH_WEBHOOK_URL")
    return Settings(
        data_dir=data_dir,
        database=checked.database(written.get("COACH_DATABASE_URL"), data_dir),
        bot_token=checked.token(written.get("COACH_BOT_TOKEN")),
        bot_api_url=checked.url("COACH_BOT_API_URL", written.get("COACH_BOT_API_URL", PUBLIC_API)),
        mode=checked.mode(written.get("COACH_MODE", "polling")),
        webhook_url=checked.url("COACH_WEBHOOK_URL", webhook) if webhook else None,
        webhook_secret=checked.secret(written.get("COACH_WEBHOOK_SECRET")),
        listen=checked.listen(written.get("COACH_LISTEN", checked.LOCAL_LISTEN)),
        prompts_dir=checked.path("COACH_PROMPTS_DIR", prompts) if prompts else None,
        log_level=checked.log_level(written.get("COACH_LOG_LEVEL", "INFO")),
        pace=checked.pace(written.get("COACH_PACE", str(USUAL_PACE))),
        admin_ids=checked.ids(written.get("COACH_ADMIN_IDS", "")),
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
    from dotenv import dotenv_values

    return dotenv_values(path)


def use_pinned_zones() -> None:
    """Take time zones from the pinned package, not from the machine, so that every machine agrees."""
    import zoneinfo

    zoneinfo.reset_tzpath(to=[])


def _default_data_dir() -> Path:
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "outreach-coach"
