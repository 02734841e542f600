"""The commands that other programs call: what they read, what they print, how they end."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.coach.model import Criterion

GOOD = (
    "Hi Samuel, we met at the Nairobi bee-keepers' day on Saturday. Your way of calming a hive with a wet"
    " cloth has changed my mornings."
)
DEFAULT = "I'd like to add you to my professional network."
CRITERIA = {criterion.value for criterion in Criterion}


def feed(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    written = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(written)))


def printed(capsys: pytest.CaptureFixture[str]) -> list[Any]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_critique_of_the_default_text_says_why_and_what_next(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, DEFAULT + "\n")
    assert main(["critique"]) == 1
    out = capsys.readouterr().out
    assert "Not yet." in out
    assert "Next step:" in out
    assert "47 of 200" in out


def test_critique_of_a_good_draft_ends_with_zero(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, GOOD)
    assert main(["critique", "-"]) == 0
    assert "send it" in capsys.readouterr().out


def test_critique_json_follows_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Hi Ana 😀, could we jump on a call next week?", "utf-8")
    assert main(["critique", str(draft), "--limit", "20", "--json"]) == 1
    [report] = printed(capsys)
    assert report.keys() == {
        "id", "draft", "language", "length", "verdict", "criteria", "next_step", "version",
    }  # fmt: skip
    assert report["length"] == {"units": 45, "limit": 20, "over": 25}
    assert report["verdict"] == "rewrite"
    assert report["version"] == 1
    assert report["id"] is None
    assert report["criteria"].keys() == CRITERIA
    ask = report["criteria"]["ask"]
    assert ask.keys() == {"present", "confidence", "evidence", "advice"}
    assert ask["present"] is True
    text = draft.read_text("utf-8")
    assert any("call" in text[one["start"] : one["end"]] for one in ask["evidence"])
    assert report["next_step"].keys() == {"criterion", "advice"}


def test_critique_jsonl_answers_each_line_in_order_and_goes_on_after_a_broken_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": "a", "text": DEFAULT}),
        "{broken",
        json.dumps({"id": 7, "text": GOOD, "limit": 300}),
        json.dumps({"id": "no text"}),
        json.dumps(["not", "an", "object"]),
        "",
        json.dumps({"id": "z", "text": ""}),
    ]
    feed(monkeypatch, "\n".join(lines) + "\n")
    assert main(["critique", "--jsonl"]) == 0
    reports = printed(capsys)
    assert [report["id"] for report in reports] == ["a", None, 7, None, None, "z"]
    assert [("error" in report) for report in reports] == [False, True, False, True, True, False]
    assert reports[1].keys() == {"id", "error"}
    assert reports[2]["length"]["limit"] == 300
    assert reports[5]["criteria"]["blank"]["present"] is True


def test_compose_jsonl_follows_the_contract(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {
        "who": "Kofi Mensah",
        "how_met": "he spoke at the Accra soil days on Friday",
        "referrer": "-",
        "standout": "his maps of old riverbeds",
        "common_ground": "",
        "value": "",
        "about_me": "",
    }
    nothing = dict.fromkeys(answers, "") | {"who": "Jordan Blake"}
    lines = [
        json.dumps({"id": 1, "answers": answers, "limit": 200}),
        "nonsense",
        json.dumps({"id": 2, "answers": nothing}),
    ]
    feed(monkeypatch, "\n".join(lines))
    assert main(["compose", "--jsonl"]) == 0
    note, broken, advice = printed(capsys)
    assert note.keys() == {"id", "outcome", "notes", "left_out", "advice"}
    assert note["outcome"] == "note"
    assert broken.keys() == {"id", "error"}
    assert (advice["id"], advice["outcome"], advice["notes"]) == (2, "advice", [])
    assert advice["advice"]
    for one in note["notes"]:
        assert one.keys() == {"text", "units", "limit", "parts"}
        assert one["units"] <= one["limit"] == 200
        for part in one["parts"]:
            assert part.keys() == {"start", "end", "slot"}
            assert 0 <= part["start"] < part["end"] <= len(one["text"])


@pytest.mark.parametrize(
    "call",
    [
        ["critique", "no-such-file.txt"],
        ["critique", "."],
        ["critique", "--jsonl", "."],
        ["challenge", "99"],
        ["db", "backup"],
        ["deliver", "--dry-run", "--at", "soon"],
    ],
)
def test_an_unusable_call_ends_with_two_and_one_sentence(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1


@pytest.mark.parametrize(
    "call", [["critique", "--limit", "0"], ["critique", "--limit", "x"], ["nonsense"], []]
)
def test_an_unknown_option_ends_with_two(call: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(call)
    assert ended.value.code == 2


@pytest.mark.parametrize("name", ["picture.png", "-"])
def test_critique_of_what_is_no_text_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    picture = b"\x89PNG\xff\xfe"
    (tmp_path / "picture.png").write_bytes(picture)
    feed(monkeypatch, picture)
    assert main(["critique", name]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_critique_passes_over_a_byte_order_mark_and_the_last_line_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, b"\xef\xbb\xbf" + DEFAULT.encode() + b"\r\n")
    assert main(["critique", "--json"]) == 1
    [report] = printed(capsys)
    assert report["length"]["units"] == 47
    assert {"start": 0, "end": 47} in report["criteria"]["generic"]["evidence"]


def test_critique_jsonl_goes_on_after_a_line_that_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": 1, "text": "Hi"}).encode()
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_bytes(
        b"\xef\xbb\xbf" + line + b'\n{"id": 2, "text": "caf\xe9"}\n' + line + b"\n" + b"[" * 9999
    )
    assert main(["critique", "--jsonl", str(drafts)]) == 0
    first, second, third, deep = printed(capsys)
    assert [one["id"] for one in (first, second, third)] == [1, None, 1]
    assert second == {"id": None, "error": "not text in UTF-8"}
    assert deep.keys() == {"id", "error"}


@pytest.mark.parametrize("limit", [0, -5, 200.5, "200", True])
@pytest.mark.parametrize("command", ["critique", "compose"])
def test_a_limit_that_is_none_is_a_broken_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, limit: Any
) -> None:
    feed(monkeypatch, json.dumps({"id": 1, "text": "Hi", "answers": {}, "limit": limit}))
    assert main([command, "--jsonl"]) == 0
    [broken] = printed(capsys)
    assert broken.keys() == {"id", "error"}
    assert broken["id"] is None
    assert "limit" in broken["error"]


def test_an_answer_to_a_question_that_is_not_asked_is_a_broken_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, json.dumps({"id": 1, "answers": {"who": "Ida", "stand_out": "her maps"}}))
    assert main(["compose", "--jsonl"]) == 0
    [broken] = printed(capsys)
    assert broken.keys() == {"id", "error"}
    assert "stand_out" in broken["error"]


def test_challenge_prints_the_week(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["challenge", "19"]) == 0
    assert "19" in capsys.readouterr().out


def test_a_wrong_setting_is_named_and_ends_with_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_LOG_LEVEL", "loud")
    assert main(["chat"]) == 2
    assert "COACH_LOG_LEVEL" in capsys.readouterr().err


def test_run_without_a_token_names_it_and_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 2
    assert "COACH_BOT_TOKEN" in capsys.readouterr().err


def test_check_content_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-content"]) == 0
    assert "52" not in capsys.readouterr().err


def test_why_explains_a_criterion(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "ask"]) == 0
    out = capsys.readouterr().out
    assert "Works:" in out
    assert "Does not:" in out


def test_why_of_no_criterion_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "charm"]) == 2
    assert "common_ground" in capsys.readouterr().err
