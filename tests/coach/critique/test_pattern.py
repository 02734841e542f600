import pytest

from bot.coach.critique.pattern import Pattern, compile_all, denied
from bot.coach.critique.reading import Reading, plain, sentences
from bot.coach.critique.specifics import is_specific
from bot.coach.model import Span
from bot.errors import ContentError


def read(text: str) -> Reading:
    return Reading(text, plain(text), 200)


def matches(pattern: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in Pattern(pattern).spans(read(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Lind suggested it", ["Anna Lind suggested"]),
        (
            "my old friend Anna Lind suggested it",
            ["old friend Anna Lind suggested"],
        ),
        ("LinkedIn suggested it", []),
        ("someone suggested it", []),
        ("anna suggested it", ["anna suggested"]),
        ("ANNA SUGGESTED IT", ["ANNA SUGGESTED"]),
        ("Dr. Amal Haddad suggested it", ["Dr. Amal Haddad suggested"]),
        ("陈伟 suggested it", ["陈伟 suggested"]),
    ],
)
def test_pattern_when_it_wants_a_name_then_only_what_is_written_as_one(text: str, found: list[str]) -> None:
    assert matches("{name} suggested", text) == found


def test_pattern_when_words_are_only_part_of_words_then_no_match() -> None:
    assert matches("tea", "steak, teapot, tea-room, tea") == ["tea", "tea"]


def test_compile_all_when_a_rule_has_words_of_its_own_then_patterns_name_them() -> None:
    (pattern,) = compile_all(["a cup of {leaf}"], {"leaf": ["tea", "mat(?:e|cha)"]})
    text = "A cup of matcha, a cup of tea, a cup of milk"
    assert [text[span.start : span.end] for span in pattern.spans(read(text))] == [
        "A cup of matcha",
        "a cup of tea",
    ]


def test_pattern_when_it_is_none_then_says_so() -> None:
    with pytest.raises(ContentError, match="is none"):
        Pattern("(tea")
    with pytest.raises(ContentError, match="no vocabulary"):
        Pattern("{beverage}")


@pytest.mark.parametrize(
    "text",
    [
        "no tea",
        "You owe me no tea",
        "I don't want any tea",
        "not asking for tea",
        "without tea",
        "nothing like tea",
    ],
)
def test_denied_when_the_clause_says_no_then_true(text: str) -> None:
    start = text.index("tea")
    assert denied(read(text), Span(start, start + 3))


@pytest.mark.parametrize(
    "text",
    [
        "why not tea",
        "Why don't we have tea",
        "No. Tea",
        "no, tea",
        "not yet but tea",
        "never mind tea",
        "don't hesitate, tea",
        "tea",
    ],
)
def test_denied_when_it_does_not_then_false(text: str) -> None:
    start = text.lower().index("tea")
    assert not denied(read(text), Span(start, start + 3))


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("we met in Hull", True),
        ("page 12", True),
        ('the one called "Locks"', True),
        ("We met", False),
        ("I love LinkedIn, and I mean it", False),
        ("we met in hull", False),
        ("WE MET IN HULL", False),
    ],
)
def test_is_specific_when_a_name_a_number_or_a_title_then_true(text: str, specific: bool) -> None:  # noqa: FBT001 - a table
    assert is_specific(read(text), Span(0, len(text))) is specific


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
