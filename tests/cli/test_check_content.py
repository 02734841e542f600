"""What check-content finds: whatever is missing or does not fit is one line that names the file."""

import shutil
from pathlib import Path

import pytest

from bot.cli import check_content, check_messages, check_places, main
from bot.content import Content, find_folder
from bot.errors import ContentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content, to be spoiled."""
    return Path(shutil.copytree(find_folder(), tmp_path / "prompts"))


@pytest.fixture(scope="module")
def before(content: Content) -> list[str]:
    """What is wrong before anything is spoiled."""
    return check_content.problems(content)


def messages(folder: Path) -> list[str]:
    return list(check_messages.problems(Content(folder)))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_check_content_says_what_is_wrong_and_ends_with_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_PROMPTS_DIR", str(folder))
    (folder / "messages" / "oath.yaml").unlink()
    assert main(["check-content"]) == 1
    assert "messages/oath.yaml: text is missing" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    [
        "messages",
        "rules",
        "challenges",
        "criteria",
        "cities.tsv",
        "countries.tsv",
        "zones.yaml",
        "interview.yaml",
        "compose/notes.yaml",
        "compose/sentences.yaml",
        "compose/words.yaml",
        "examples/evidence.model",
    ],
)
def test_problems_name_what_is_missing_in_one_line(folder: Path, before: list[str], name: str) -> None:
    place = folder / name
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    [line] = set(check_content.problems(Content(folder))).difference(before)
    assert Path(name).name in line


@pytest.mark.parametrize(
    "name", ["messages/oath.yaml", "rules/ask-job.md", "zones.yaml", "cities.tsv", "countries.tsv"]
)
def test_problems_name_what_is_not_utf_8_in_one_line(folder: Path, before: list[str], name: str) -> None:
    place = folder / name
    place.write_bytes("é: caf".encode("latin-1") + place.read_bytes())
    [line] = set(check_content.problems(Content(folder))).difference(before)
    assert line == f"{place.name}: it is not text in UTF-8"


def test_problems_name_messages_that_are_renamed(folder: Path) -> None:
    change(folder / "messages" / "oath.yaml", "text:", "words:")
    assert messages(folder) == [
        "messages/oath.yaml: text is missing",
        "messages/oath.yaml: words is not asked for by anything",
    ]


def test_problems_name_variables_that_are_renamed(folder: Path) -> None:
    change(folder / "messages" / "console.yaml", "{{path}}", "{{file}}")
    assert messages(folder) == [
        "messages/console.yaml: saved has {{file}}, which the coach does not fill in",
        "messages/console.yaml: saved has no {{path}}, which the coach fills in",
    ]


def test_problems_when_the_own_content_is_changed_are_found_by_the_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_messages, "find_folder", lambda: folder)
    assert messages(folder) == []
    change(folder / "messages" / "console.yaml", "{{path}}", "{{file}}")
    change(folder / "messages" / "oath.yaml", "text:", "words:")
    (folder / "messages" / "reply.yaml").unlink()
    lines = messages(folder)
    assert "messages/oath.yaml: text is missing" in lines
    assert "messages/oath.yaml: words is not asked for by anything" in lines
    assert "messages/reply.yaml: ask is missing" in lines
    assert "messages/console.yaml: saved has no {{path}}, which the coach fills in" in lines


@pytest.mark.parametrize(
    ("name", "line", "says"),
    [
        ("countries.tsv", "XX Nowhere |nowhere|", "countries.tsv: line"),
        ("cities.tsv", "Nowhere\tPT\tEurope/Lisbon\tmany\t|nowhere|", "population"),
        ("cities.tsv", "Nowhere\tPT\tEurope/Lisbon\t7\tnowhere", "spellings"),
        ("cities.tsv", "Nowhere\tXX\tEurope/Lisbon\t7\t|nowhere|", "countries.tsv"),
        ("cities.tsv", "Nowhere\tPT\tEurope/Nowhere\t7\t|nowhere|", "time zone"),
    ],
)
def test_problems_name_a_line_of_a_table_that_does_not_fit(
    folder: Path, name: str, line: str, says: str
) -> None:
    with (folder / name).open("a") as file:
        file.write(line + "\n")
    [problem] = check_places.problems(folder)
    assert problem.startswith(name)
    assert says in problem


def test_problems_name_a_table_that_is_empty(folder: Path) -> None:
    (folder / "cities.tsv").write_text("")
    with pytest.raises(ContentError, match=r"cities\.tsv"):
        list(check_places.problems(folder))


def test_problems_name_a_city_whose_time_zone_is_none(folder: Path, before: list[str]) -> None:
    with (folder / "zones.yaml").open("a") as file:
        file.write("- {zone: Europe/Nowhere, city: Nowhere}\n")
    [problem] = set(check_content.problems(Content(folder))).difference(before)
    assert problem == "zones.yaml: there is no time zone Europe/Nowhere"


def test_check_content_when_a_text_says_it_too_then_file_and_words_are_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_PROMPTS_DIR", str(folder))
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "essay.txt").write_text("I say: “Wait for the 14 tram, my dear!” And the tram came.", "utf-8")
    ours = folder / "messages" / "oath.yaml"
    ours.write_text(ours.read_text("utf-8") + "# wait for the 14\n# Tram, my own\n", "utf-8")
    assert main(["check-content", "--against", str(theirs)]) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if "essay.txt" in line]
    assert said == ["oath.yaml: 6 words in a row are those of essay.txt: 'wait for the 14 tram my'"]


def test_check_content_when_there_is_nothing_to_check_against_then_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-content", "--against", str(tmp_path)]) == 2
    assert "no text in" in capsys.readouterr().err


def test_check_content_when_a_theme_cannot_be_drawn_then_said(folder: Path) -> None:
    change(folder / "challenges" / "01-the-face-you-greet.md", "theme: Start where you are", "theme: Début")
    found = check_content.problems(Content(folder))
    assert "the theme of week 1 is drawn, and the picture's font has no 'é'" in found
