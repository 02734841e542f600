"""The commands for whoever runs the bot."""

import io
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.admin import deliveries_at
from bot.config import load
from bot.conversation import Address
from bot.state import OfferLater, Remind, Session, Subscribe, Subscription, TurnResult
from bot.storage import open_store


def chat(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))
    assert main(["chat"]) == 0


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Has taken the oath, and wants a challenge on Mondays."""
    chat(monkeypatch, "/oath", "I promise", "/subscribe", "Monday", "8:30", "Lisbon", "Week 1")
    capsys.readouterr()


@pytest.mark.usefixtures("somebody")
def test_export_prints_what_is_stored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "me"]) == 0
    stored = json.dumps(json.loads(capsys.readouterr().out))
    assert "Europe/Lisbon" in stored


@pytest.mark.usefixtures("somebody")
def test_forget_deletes_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "console:me"]) == 0
    capsys.readouterr()
    assert main(["export", "me"]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("command", ["export", "forget"])
def test_export_and_forget_of_somebody_unknown_say_so(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "telegram:12345"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "nobody of the name telegram:12345" in captured.err
    assert main(["export", "me"]) == 0


def test_a_quick_check_finds_what_opening_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["db", "check", "--quick"]) == 1
    assert main(["db", "upgrade"]) == 0
    assert main(["db", "check", "--quick"]) == 0
    (tmp_path / "coach.db").write_text("this is no database, " * 100)
    assert main(["db", "check", "--quick", "--data", str(tmp_path)]) == 1


@pytest.mark.usefixtures("somebody")
def test_deliver_dry_run_says_who_would_get_what_and_changes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for _ in range(2):
        assert main(["deliver", "--dry-run", "--at", "2199-01-01T00:00"]) == 0
        who, kind, local, zone, week, title = capsys.readouterr().out.rstrip().split("\t")
        assert (who, kind, zone, week) == ("console:me", "challenge", "Europe/Lisbon", "week 1")
        assert local.endswith(" 08:30")
        assert title
    assert main(["deliver", "--dry-run", "--at", "2020-01-01T00:00"]) == 0
    assert capsys.readouterr().out == ""


async def test_deliver_dry_run_names_every_kind_and_a_zone_that_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    me, then = Address("telegram", "1"), datetime(2027, 3, 1, 9, tzinfo=UTC)
    wish = Subscription(
        weekday=0, minute=540, zone="Mars/Base", next_week=3, next_due=then + timedelta(days=3)
    )
    changes = (Subscribe(wish), Remind(2, then), OfferLater(then + timedelta(hours=1)))
    async with open_store(tmp_path / "data" / "outreach-coach" / "coach.db", lambda: then) as store:
        await store.commit(me, TurnResult(session=Session(), changes=changes))
    assert await deliveries_at(load({}), "2027-03-01T10:00") == 0
    reminder, offer = capsys.readouterr().out.splitlines()
    assert reminder.split("\t")[:5] == ["telegram:1", "reminder", "2027-03-01 09:00", "UTC", "week 2"]
    assert offer.split("\t") == ["telegram:1", "first message", "2027-03-01 10:00", "UTC", "-", "-"]


@pytest.mark.usefixtures("somebody")
def test_backup_and_restore_bring_everything_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    assert main(["db", "backup", str(copy)]) == 0
    chat(monkeypatch, "/unsubscribe")
    assert main(["db", "restore", str(copy)]) == 0
    assert main(["db", "check"]) == 0
    capsys.readouterr()
    assert main(["export", "me"]) == 0
    assert "Lisbon" in capsys.readouterr().out


def test_commands_on_a_missing_database_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "me"]) == 1
    assert "there is no database" in capsys.readouterr().err


def test_upgrade_makes_a_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["db", "upgrade"]) == 0
    assert main(["db", "check"]) == 0
    assert "done" in capsys.readouterr().out
