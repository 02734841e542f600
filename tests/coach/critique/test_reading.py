import pytest

from bot.coach.critique.reading import plain, sentences


def test_sentences_when_dots_end_none_then_not_split() -> None:
    text = "Dr. Haddad paid 3.50 at example.com. Then she left!\r\n  Yes… no"
    assert [text[span.start : span.end] for span in sentences(plain(text))] == [
        "Dr. Haddad paid 3.50 at example.com.",
        "Then she left!",
        "Yes…",
        "no",
    ]


@pytest.mark.parametrize("text", ["İstanbul’a", "“Ünïcödé”—ﬁ", "e\u0301\u00a0\t\r\n", "ẞß"])
def test_plain_when_anything_then_as_long_as_before(text: str) -> None:
    assert len(plain(text)) == len(text)
