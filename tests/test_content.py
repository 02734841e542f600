from pathlib import Path

import pytest
from msgspec import Struct

from bot.content import Content, find_folder
from bot.errors import ContentError
from bot.files import read_markdown, read_yaml
from bot.messages import Messages


class Shape(Struct, forbid_unknown_fields=True):
    title: str
    body: str = ""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_read_markdown_gives_front_matter_and_body(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", "---\ntitle: One\n---\n\nThe body.\n--- not an end\n")
    assert read_markdown(path, Shape) == Shape("One", "The body.\n--- not an end")


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        "---\ntitle: One\n",
        "---\n- a list\n---\nbody",
        "---\ntitle: [unclosed\n---\nbody",
        "---\ntitel: One\n---\nbody",
        "---\ntitle: 7\n---\nbody",
        "---\n---\nbody",
    ],
)
def test_read_markdown_of_a_wrong_file_names_it(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContentError, match=r"a\.md"):
        read_markdown(written(tmp_path, "a.md", text), Shape)


def test_read_yaml_of_an_unknown_key_names_file_and_key(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"a\.yaml.*titel"):
        read_yaml(written(tmp_path, "a.yaml", "title: x\ntitel: y\n"), Shape)


def test_render_fills_in_once_and_leaves_braces_in_values_alone() -> None:
    messages = Messages({"a.b": "Hello {{name}}, {{name}}."})
    assert messages.render("a.b", name="{{name}} {{7*7}}") == "Hello {{name}} {{7*7}}, {{name}} {{7*7}}."


@pytest.mark.parametrize("values", [{}, {"nme": "x"}, {"name": "x", "more": "y"}])
def test_render_with_missing_or_unused_values_is_an_error(values: dict[str, str]) -> None:
    with pytest.raises(ContentError, match=r"a\.b"):
        Messages({"a.b": "Hello {{name}}."}).render("a.b", **values)


def test_render_of_an_unknown_message_is_an_error() -> None:
    with pytest.raises(ContentError, match=r"a\.c"):
        Messages({}).render("a.c")


def test_find_folder_that_is_missing_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="COACH_PROMPTS_DIR"):
        find_folder(tmp_path / "nowhere")


def test_criteria_have_to_be_there_and_known(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no file for ask"):
        _ = Content(tmp_path).criteria


def test_a_challenge_in_the_wrong_file_is_an_error(tmp_path: Path) -> None:
    source = next((find_folder() / "challenges").glob("01-*.md")).read_text("utf-8")
    written(tmp_path, "challenges/02-wrong.md", source)
    with pytest.raises(ContentError, match="02-wrong"):
        _ = Content(tmp_path).challenges
