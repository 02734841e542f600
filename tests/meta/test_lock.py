"""requirements.lock says what pyproject.toml asks for, and nothing that was not asked for."""

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
RUNTIME = PROJECT["dependencies"]
BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]
DEV = PROJECT["optional-dependencies"]["dev"]
# Asked for by hatchling when it is called for an editable install; no metadata says so.
EDITABLE = ["editables~=0.3"]


def pinned(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text()
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s\\]+)", text, re.MULTILINE))


def closure(wanted: list[str], pins: dict[str, str]) -> set[str]:
    """The names of all that the wanted requirements need, by what is installed."""
    found: set[str] = set()
    todo = [(Requirement(line), "") for line in wanted]
    while todo:
        requirement, extra = todo.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        assert name in pins, f"{name} is not in the lock: run `make lock`"
        assert requirement.specifier.contains(pins[name], prereleases=True), f"{name}: run `make lock`"
        if name not in found or requirement.extras:
            found.add(name)
            needs = [Requirement(line) for line in requires(name) or []]
            todo += [(need, one) for need in needs for one in ("", *requirement.extras)]
    return found


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", RUNTIME + BUILD + EDITABLE),
        ("requirements-dev.lock", RUNTIME + DEV),
    ],
)
def test_lock_agrees_with_pyproject(lock: str, wanted: list[str]) -> None:
    pins = pinned(lock)
    assert closure(wanted, pins) == pins.keys(), "run `make lock`"


def test_locks_agree_with_each_other() -> None:
    runtime, dev = pinned("requirements.lock"), pinned("requirements-dev.lock")
    assert {name: dev[name] for name in runtime if name in dev} == {
        name: version for name, version in runtime.items() if name in dev
    }


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_a_hash_for_everything_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text()
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_every_dependency_says_what_it_is_for() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    for requirement in RUNTIME + DEV:
        line = next(line for line in lines if f'"{requirement}"' in line)
        assert re.search(r"#\s\S+ \S+", line), line
