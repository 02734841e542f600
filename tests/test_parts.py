"""A second start of the critique is quicker, and says the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.content import find_folder

pytestmark = pytest.mark.process
ROOT = Path(__file__).parents[1]
START = """
import sys
from bot.cli import main
code = main(["critique", "-", "--json"])
print(code, "yaml" in sys.modules, file=sys.stderr)
"""
DRAFT = "Hi Ana, your talk on flaky tests in Tampere made me delete three sleeps. Could we have a call?"


def started(prompts: Path) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env={"COACH_PROMPTS_DIR": str(prompts)},
        input=DRAFT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, done.stderr.strip()


def test_critique_when_started_again_then_the_same_without_reading_yaml(tmp_path: Path) -> None:
    prompts = tmp_path / "prompts"
    shutil.copytree(find_folder(), prompts, ignore=shutil.ignore_patterns("__pycache__"))
    first, loaded = started(prompts)
    assert loaded == "1 True"
    assert started(prompts) == (first, "1 False")

    rule = next((prompts / "rules").glob("ask-*.md"))
    rule.unlink()
    changed, loaded = started(prompts)
    assert loaded == "1 False"  # what is left of the rules is what it was
    assert started(prompts) == (changed, "1 False")
