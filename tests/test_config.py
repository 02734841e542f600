from pathlib import Path

import pytest

from bot import config
from bot.errors import ConfigError

TOKEN = "123456:" + "a" * 35


def test_load_without_any_setting_uses_the_users_data_folder(tmp_path: Path) -> None:
    settings = config.load({})
    assert settings.database == tmp_path / "data" / "outreach-coach" / "coach.db"
    assert settings.bot_api_url == "https://api.telegram.org"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COACH_BOT_TOKEN", "hunter2"),
        ("COACH_BOT_API_URL", "localhost:8081"),
        ("COACH_DATABASE_URL", "mysql://somewhere/db"),
        ("COACH_DATABASE_URL", "sqlite://relative.db"),
        ("COACH_MODE", "pigeon"),
        ("COACH_WEBHOOK_URL", "coach.example/hook"),
        ("COACH_WEBHOOK_URL", "https://"),
        ("COACH_WEBHOOK_SECRET", "hunter2 hunter2"),
        ("COACH_WEBHOOK_SECRET", "hunter2" * 40),
        ("COACH_LISTEN", "8080"),
        ("COACH_LISTEN", "localhost:"),
        ("COACH_LISTEN", "localhost:65536"),
        ("COACH_LISTEN", ":8080"),
        ("COACH_BOT_API_URL", "http://[1"),
        ("COACH_BOT_API_URL", "http://localhost:port"),
        ("COACH_DATABASE_URL", "sqlite:///~nobody-of-this-name/c.db"),
        ("COACH_DATA_DIR", "~nobody-of-this-name"),
        ("COACH_PROMPTS_DIR", "~nobody-of-this-name/prompts"),
        ("COACH_LOG_LEVEL", "loud"),
        ("COACH_ADMIN_IDS", "1001, @ada"),
        ("COACH_PACE", "0"),
        ("COACH_PACE", "1001"),
        ("COACH_PACE", "25 a second"),
    ],
)
def test_load_wrong_setting_names_it_and_not_its_value(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=name) as caught:
        config.load({name: value})
    assert "hunter2" not in str(caught.value)


def test_load_reads_every_setting(tmp_path: Path) -> None:
    settings = config.load(
        {
            "COACH_BOT_TOKEN": TOKEN,
            "COACH_BOT_API_URL": "http://127.0.0.1:8081/",
            "COACH_DATABASE_URL": f"sqlite:///{tmp_path}/c.db",
            "COACH_DATA_DIR": str(tmp_path),
            "COACH_MODE": "polling",
            "COACH_PROMPTS_DIR": str(tmp_path),
            "COACH_LOG_LEVEL": "debug",
            "COACH_PACE": "1000",
            "COACH_ADMIN_IDS": "1001, 1002",
        }
    )
    assert settings.token == TOKEN
    assert settings.bot_api_url == "http://127.0.0.1:8081"
    assert settings.database == tmp_path / "c.db"
    assert settings.prompts_dir == tmp_path
    assert settings.log_level == "DEBUG"
    assert settings.pace == 1000
    assert settings.admin_ids == ("1001", "1002")


def test_settings_shown_do_not_show_the_token() -> None:
    assert "aaaa" not in repr(config.load({"COACH_BOT_TOKEN": TOKEN}))


def test_token_when_not_set_names_the_setting() -> None:
    with pytest.raises(ConfigError, match="COACH_BOT_TOKEN"):
        _ = config.load({}).token


def test_environment_prefers_the_environment_over_the_dotenv_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("COACH_LOG_LEVEL=ERROR\nCOACH_MODE=polling\nOTHER=1\n")
    monkeypatch.setenv("COACH_LOG_LEVEL", "DEBUG")
    assert config.environment(tmp_path) == {"COACH_LOG_LEVEL": "DEBUG", "COACH_MODE": "polling"}


def test_remarks_name_misspelt_and_reserved_settings() -> None:
    remarks = config.remarks({"COACH_BOT_TOKN": "x", "COACH_LLM_MODEL": "y", "COACH_MODE": "polling"})
    assert [line.split()[0] for line in remarks] == ["COACH_BOT_TOKN", "COACH_LLM_MODEL"]


WEBHOOK = {
    "COACH_MODE": "webhook",
    "COACH_WEBHOOK_URL": "https://coach.example/hook",
    "COACH_WEBHOOK_SECRET": "open-sesame",
}


def test_webhook_when_polling_then_there_is_none() -> None:
    assert config.load(WEBHOOK | {"COACH_MODE": "polling"}).webhook is None


@pytest.mark.parametrize(
    ("written", "host", "port"),
    [(None, "127.0.0.1", 8080), ("0.0.0.0:80", "0.0.0.0", 80), ("[::1]:8443", "::1", 8443)],
)
def test_webhook_when_set_then_all_of_it_and_the_secret_is_not_shown(
    written: str | None, host: str, port: int
) -> None:
    webhook = config.load(WEBHOOK | ({"COACH_LISTEN": written} if written else {})).webhook
    assert webhook is not None
    assert (webhook.url, webhook.host, webhook.port) == ("https://coach.example/hook", host, port)
    assert webhook.secret == "open-sesame"
    assert "sesame" not in repr(webhook)


@pytest.mark.parametrize("missing", ["COACH_WEBHOOK_URL", "COACH_WEBHOOK_SECRET"])
def test_webhook_when_something_is_missing_then_it_is_named(missing: str) -> None:
    settings = config.load({name: value for name, value in WEBHOOK.items() if name != missing})
    with pytest.raises(ConfigError, match=missing):
        _ = settings.webhook


@pytest.mark.parametrize("path", ["/healthz", "/readyz/"])
def test_webhook_when_its_path_is_taken_then_said(path: str) -> None:
    settings = config.load(WEBHOOK | {"COACH_WEBHOOK_URL": f"https://coach.example{path}"})
    with pytest.raises(ConfigError, match="COACH_WEBHOOK_URL"):
        _ = settings.webhook


def test_webhook_when_not_encrypted_then_only_for_a_server_of_ones_own() -> None:
    plain = WEBHOOK | {"COACH_WEBHOOK_URL": "http://coach.example/hook"}
    with pytest.raises(ConfigError, match="COACH_WEBHOOK_URL"):
        _ = config.load(plain).webhook
    assert config.load(plain | {"COACH_BOT_API_URL": "http://127.0.0.1:8081"}).webhook is not None
