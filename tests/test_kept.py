"""What is kept of a text is what would be made of it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.kept import kept


def made_of(value: Any, times: list[Any]) -> Any:
    times.append(value)
    return value


def test_kept_when_the_text_is_the_same_then_made_once(tmp_path: Path) -> None:
    made: list[Any] = []
    for _ in range(3):
        assert kept(tmp_path / "a.md", "one: 1", lambda: made_of({"one": 1}, made)) == {"one": 1}
    assert len(made) == 1


def test_kept_when_the_text_is_another_then_made_anew(tmp_path: Path) -> None:
    assert kept(tmp_path / "a.md", "one: 1", lambda: 1) == 1
    assert kept(tmp_path / "a.md", "one: 2", lambda: 2) == 2
    assert kept(tmp_path / "b.md", "one: 2", lambda: 3) == 3


@pytest.mark.parametrize("broken", [b"", b"\x92", b"\x92\xc4\x01a", b"anything else"])
def test_kept_when_the_file_is_broken_then_made_anew(tmp_path: Path, broken: bytes) -> None:
    assert kept(tmp_path / "a.md", "a", lambda: "first") == "first"
    (file,) = (tmp_path / "__pycache__").iterdir()
    file.write_bytes(broken)
    assert kept(tmp_path / "a.md", "a", lambda: "second") == "second"


@pytest.mark.parametrize("value", [date(2027, 1, 11), {1, 2}, object()])
def test_kept_when_it_would_come_back_as_something_else_then_made_each_time(
    tmp_path: Path, value: object
) -> None:
    made: list[Any] = []
    for _ in range(2):
        assert kept(tmp_path / "a.md", "a", lambda: made_of(value, made)) is value
    assert len(made) == 2


def test_kept_when_nothing_can_be_written_then_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("a file where the folder would be")
    for number in range(2):
        assert kept(tmp_path / "a.md", "a", lambda: number) == number  # noqa: B023 - called at once


def test_kept_when_the_shape_has_changed_then_made_anew(tmp_path: Path) -> None:
    assert kept(tmp_path / "a.md", "a", lambda: ["x"], list[str]) == ["x"]
    assert kept(tmp_path / "a.md", "a", lambda: {"x": 1}, dict[str, int]) == {"x": 1}
