"""The doctor names everything that is wrong, in a line each."""

import os
import shutil
from pathlib import Path

import pytest

from bot.cli import main
from bot.content import find_folder


def wrong(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("wrong")]


def test_doctor_on_a_fresh_machine_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "everything is in place" in capsys.readouterr().out


def test_doctor_names_every_wrong_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_BOT_TOKEN", "secret-but-wrong")
    monkeypatch.setenv("COACH_LOG_LEVEL", "loud")
    monkeypatch.setenv("COACH_BOT_TOKN", "1")
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "COACH_BOT_TOKEN" in out
    assert "COACH_LOG_LEVEL" in out
    assert "COACH_BOT_TOKN is set, but there is no such setting" in out
    assert "secret-but-wrong" not in out


def test_doctor_names_what_a_webhook_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_MODE", "webhook")
    assert main(["doctor"]) == 1
    assert wrong(capsys)[0].startswith("wrong  COACH_WEBHOOK_URL is not set")


def test_doctor_names_a_folder_that_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("COACH_DATA_DIR", str(tmp_path / "file"))
    assert main(["doctor"]) == 1
    assert "COACH_DATA_DIR" in wrong(capsys)[0]


def test_doctor_names_a_broken_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "coach.db").write_text("this is no database, " * 100)
    assert main(["doctor", "--data", str(tmp_path)]) == 1
    assert "coach.db" in wrong(capsys)[0]


def test_doctor_names_broken_content_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "prompts"
    shutil.copytree(find_folder(), folder)
    (folder / "interview.yaml").write_text("questions: [unclosed")
    (folder / "messages" / "oath.yaml").write_text("text: Stop!!\n")
    rule = next((folder / "rules").glob("ask-*.md"))
    rule.write_text(rule.read_text().replace("message:", "mesage:", 1))
    monkeypatch.setenv("COACH_PROMPTS_DIR", str(folder))
    assert main(["doctor"]) == 1
    lines = wrong(capsys)
    assert any("interview.yaml" in line for line in lines)
    assert any("oath.text" in line for line in lines)
    assert any(rule.name in line for line in lines)


def test_doctor_names_a_content_folder_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_PROMPTS_DIR", str(tmp_path / "nowhere"))
    assert main(["doctor"]) == 1
    assert "COACH_PROMPTS_DIR" in wrong(capsys)[0]


def test_doctor_blames_the_setting_that_says_where_the_database_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file" / "coach.db", tmp_path):
        monkeypatch.setenv("COACH_DATABASE_URL", f"sqlite:///{place}")
        assert main(["doctor"]) == 1
        [line] = wrong(capsys)
        assert line.startswith("wrong  COACH_DATABASE_URL: ")
    monkeypatch.setenv("COACH_DATABASE_URL", "mysql://somewhere/db")
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert out.count("COACH_DATABASE_URL") == 1
    assert "there is no database yet" not in out
    assert main(["doctor", "--data", str(tmp_path / "data")]) == 0


def test_doctor_names_a_database_that_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["db", "upgrade", "--data", str(tmp_path)]) == 0
    access = os.access
    # As for anybody but root, whom no mode keeps out.
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).suffix != ".db" and access(path, mode))
    assert main(["doctor", "--data", str(tmp_path)]) == 1
    [line] = wrong(capsys)
    assert "coach.db cannot be written to" in line


def test_doctor_names_a_place_that_cannot_be_reached(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_DATA_DIR", "/" + "long" * 100)
    assert main(["doctor"]) == 1
    [line] = wrong(capsys)
    assert line.startswith("wrong  COACH_DATA_DIR: ")


def test_doctor_on_an_empty_file_finds_nothing_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "coach.db").touch()
    assert main(["doctor", "--data", str(tmp_path)]) == 0
    assert "there is no database yet" in capsys.readouterr().out


def test_doctor_says_of_a_wrong_token_only_that_it_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_BOT_TOKEN", "hunter2")
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out.count("COACH_BOT_TOKEN") == 1
