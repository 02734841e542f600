"""What the documents list is what there is."""

import re
from pathlib import Path

from bot.config import RESERVED, SETTINGS
from bot.dialog.commands import commands

ROOT = Path(__file__).resolve().parents[2]


def test_readme_lists_every_setting_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"`(COACH_\w+)`", readme)) == set(SETTINGS)


def test_env_example_lists_every_setting() -> None:
    listed = re.findall(r"^#?(COACH_\w+)=", (ROOT / "deploy" / "env.example").read_text(), re.MULTILINE)
    assert set(listed) == {*SETTINGS, *RESERVED}


def test_readme_lists_every_chat_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    listed = set(re.findall(r"`/([a-z]+)", readme))
    assert listed == set(commands())


def test_every_chat_command_has_a_line_for_the_menu() -> None:
    for command in commands().values():
        assert 3 <= len(command.menu) <= 256, command.name
        assert re.fullmatch(r"[a-z][a-z0-9_]{0,31}", command.name)
