import pytest

from tests.helpers.critique import rule, shown

DEFAULT = rule("default_text", texts=["I'd like to add you"], around=2)


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to add you",
        "I’d like to add you!",
        "ID LIKE TO ADD YOU",
        "Hi Tom, I'd like to add you.",
        "I'd  like\nto add you",
    ],
)
def test_default_text_when_the_site_s_words_stand_alone_then_all_of_it(text: str) -> None:
    assert shown(DEFAULT, text, readable=False) == [text]


@pytest.mark.parametrize(
    "text", ["I'd like to add your name", "Hi Tom from Hull, I'd like to add you", "Add you? I'd like to"]
)
def test_default_text_when_there_is_more_or_other_then_nothing(text: str) -> None:
    assert shown(DEFAULT, text) == []
