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
        ("COACH_MODE", "webhook"),
        ("COACH_MODE", "pigeon"),
        ("COACH_BOT_API_URL", "http://[1"),
        ("COACH_BOT_API_URL", "http://localhost:port"),
        ("COACH_DATABASE_URL", "sqlite:///~nobody-of-this-name/c.db"),
        ("COACH_DATA_DIR", "~nobody-of-this-name"),
        ("COACH_PROMPTS_DIR", "~nobody-of-this-name/prompts"),
        ("COACH_LOG_LEVEL", "loud"),
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
        }
    )
    assert settings.token == TOKEN
    assert settings.bot_api_url == "http://127.0.0.1:8081"
    assert settings.database == tmp_path / "c.db"
    assert settings.prompts_dir == tmp_path
    assert settings.log_level == "DEBUG"


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
    remarks = config.remarks({"COACH_BOT_TOKN": "x", "COACH_ADMIN_IDS": "y", "COACH_MODE": "polling"})
    assert [line.split()[0] for line in remarks] == ["COACH_ADMIN_IDS", "COACH_BOT_TOKN"]
