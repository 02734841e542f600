"""Another language is a folder over the English content; what it lacks is said in English."""

import shutil

import pytest

from bot.app import introductions
from bot.cli.check_content import problems
from bot.content import Content, find_folder
from bot.conversation import Address, Incoming
from bot.translation import Languages
from tests.helpers.talk import Talk

ME = Address("test", "me")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The content with one more language, of which a little is there."""
    folder = tmp_path_factory.mktemp("content") / "prompts"
    shutil.copytree(find_folder(), folder, ignore=shutil.ignore_patterns("languages"))
    messages = folder / "languages" / "xx" / "messages"
    messages.mkdir(parents=True)
    (messages / "general.yaml").write_text("short: Xx, three things.\n")
    (messages / "bot.yaml").write_text("language: Xxish\ndescription: Xx what I do\n")
    (messages / "menu.yaml").write_text("note: Xx write a note\n")
    return Content(folder)


def test_languages_when_a_folder_is_there_then_it_is_one(content: Content) -> None:
    languages = Languages(content)
    assert (languages.first, languages.others) == ("en", ("xx",))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (("xx", None), "Xx, three things."),
        ((None, "xx"), "Xx, three things."),
        ((None, "xx-yy"), "Xx, three things."),
        (("en", "xx"), "I can do three things."),
        (("qq", None), "I can do three things."),
        ((None, None), "I can do three things."),
    ],
)
def test_texts_when_languages_are_wanted_then_the_first_that_is_there(
    content: Content, wanted: tuple[str | None, ...], said: str
) -> None:
    assert Languages(content).texts(*wanted).messages.render("general.short").startswith(said)


def test_texts_when_a_sentence_is_missing_then_it_is_said_in_english(content: Content) -> None:
    texts, english = Languages(content).texts("xx"), content
    assert texts.messages.render("privacy.policy") == english.messages.render("privacy.policy")
    assert texts.interview == english.interview
    assert texts.challenges[1] == english.challenges[1]


async def test_turn_when_the_app_is_in_that_language_then_so_is_the_coach(content: Content) -> None:
    talk = Talk(content)
    assert await talk.hear(Incoming(address=ME, text="hi", language="xx")) == "Xx, three things."
    assert (await talk.hear(Incoming(address=ME, text="hi", language="fi"))).startswith("I can do")


async def test_turn_when_a_language_was_chosen_then_it_beats_that_of_the_app(content: Content) -> None:
    talk = Talk(content)
    await talk.say("/settings")
    assert "Language: English, as your app" in await talk.say("/settings")
    assert "Language: English\n" in await talk.tap("Language")
    assert (await talk.hear(Incoming(address=ME, text="hi", language="xx"))).startswith("I can do")
    await talk.say("/settings")
    assert "Language: Xxish\n" in await talk.tap("Language")
    assert await talk.hear(Incoming(address=ME, text="hi", language="en")) == "Xx, three things."


def test_introductions_when_there_are_languages_then_one_each_with_its_menu(content: Content) -> None:
    english, other = introductions(content)
    assert (english.language, other.language) == ("", "xx")
    assert other.description == "Xx what I do"
    assert dict(other.menus["private"])["note"] == "Xx write a note"
    assert dict(other.menus["private"])["help"] == dict(english.menus["private"])["help"]


def test_problems_when_the_language_is_fine_then_none(content: Content) -> None:
    assert [one for one in problems(content) if "languages" in one] == []


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        (
            "general.yaml",
            "nonsense: x\n",
            "languages/xx/messages/general.yaml: nonsense is not asked for by anything",
        ),
        ("note.yaml", "count: x\n", "languages/xx/messages/note.yaml: count has no {{limit}}"),
        ("oath.yaml", "x: [\n", "oath.yaml: not readable as YAML"),
        ("menu.yaml", "frobnicate: x\n", "languages/xx/messages/menu.yaml: there is no command /frobnicate"),
        ("placeholder.yaml", f"person: {'x' * 65}\n", "person is too long for its place"),
    ],
)
def test_problems_when_something_is_wrong_with_a_language_then_named(
    content: Content, file: str, text: str, complaint: str
) -> None:
    path = content.folder / "languages" / "xx" / "messages" / file
    before = path.read_text() if path.exists() else None
    path.write_text(text)
    try:
        assert any(complaint in one for one in problems(Content(content.folder)))
    finally:
        path.write_text(before) if before is not None else path.unlink()
