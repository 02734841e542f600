"""Standard input and output as other programs leave them: closed, full, or of another alphabet."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main, streams

ROOT = Path(__file__).resolve().parents[2]
DRAFT = json.dumps({"id": 1, "text": "Hi Zoë, 😀"}, ensure_ascii=False) + "\n"


def call(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    place = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "POSIX", "PYTHONUTF8": "0"}
    place["PYTHONCOERCECLOCALE"] = "0"
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env=place,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        **options,
    )


@pytest.mark.process
def test_a_pipe_that_is_closed_ends_quietly(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_text(DRAFT * 200, "utf-8")
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        ended = call("critique", "--jsonl", str(drafts), stdout=closed)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.process
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("command", [["critique", "--jsonl", "drafts.jsonl"], ["challenge", "19"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_under_the_output_is_one_honest_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    (tmp_path / "drafts.jsonl").write_text(DRAFT, "utf-8")
    with Path("/dev/full").open("wb") as full:
        ended = call(*command, stdout=full, cwd=tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.decode() == "outreach-coach: the output cannot be written: No space left on device\n"


@pytest.mark.process
def test_input_and_output_are_utf_8_whatever_the_machine_speaks(tmp_path: Path) -> None:
    ended = call("critique", input="Hi Zoë, 😀\n".encode(), stdout=subprocess.PIPE)
    assert ended.stderr == b""
    assert "Hi Zoë, 😀" in ended.stdout.decode()
    said = "/reply\nZoë\nJos\xe9".encode("latin-1").replace("ë".encode("latin-1"), "ë".encode())
    ended = call("chat", "--data", str(tmp_path), input=said, stdout=subprocess.PIPE)
    assert ended.stderr == b""
    assert "> Zoë\n" in ended.stdout.decode()
    assert "> Jos\ufffd\n" in ended.stdout.decode()


@pytest.mark.process
def test_streams_that_are_closed_are_empty_ones() -> None:
    ended = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m bot critique <&- >&-"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_an_error_of_another_file_is_not_blamed_on_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(28, "No space left on device", "some.file")

    monkeypatch.setattr("bot.cli._challenge", fail)
    with pytest.raises(OSError, match=r"some\.file"):
        main(["challenge", "19"])


@pytest.mark.parametrize(
    ("error", "code"), [(BrokenPipeError(32, "Broken pipe"), 0), (OSError(28, "full"), 2)]
)
def test_main_when_the_output_fails_then_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError, code: int
) -> None:
    def fail(*_: object) -> int:
        raise error

    monkeypatch.setattr("bot.cli._challenge", fail)
    monkeypatch.setattr(streams, "give_up_output", lambda: None)
    assert main(["challenge", "19"]) == code
    assert capsys.readouterr().err == ("outreach-coach: the output cannot be written: full\n" if code else "")
