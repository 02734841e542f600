"""Nothing real by accident: no setting of this machine, no file outside the test's folder."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from bot.config import use_pinned_zones
from bot.content import Content, find_folder

# The same examples every time, so that a run says the same twice.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def _nothing_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("COACH_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    use_pinned_zones()


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content."""
    return Content(find_folder())
