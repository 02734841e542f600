import pytest

from bot.coach.critique.pattern import Pattern, compile_all, compiled_at_once, denied
from bot.coach.critique.reading import Reading
from bot.coach.model import Span
from bot.errors import ContentError


def read(text: str) -> Reading:
    return Reading.of(text, 200)


def matches(pattern: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in Pattern(pattern).spans(read(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Lind suggested it", ["Anna Lind suggested"]),
        (
            "my old friend Anna Lind suggested it",
            ["Anna Lind suggested"],
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


def test_within_when_it_matches_elsewhere_then_false() -> None:
    (tea,) = compile_all(["tea|coffee"])
    reading = read("No tea. Coffee, then")
    assert tea.within(reading, Span(0, 7))
    assert not tea.within(reading, Span(0, 5))
    assert tea.within(reading, Span(8, 20))
    assert not tea.within(reading, Span(9, 20))


def test_pattern_when_it_is_none_then_says_so() -> None:
    with pytest.raises(ContentError, match="is none"), compiled_at_once():
        compile_all(["(tea"])
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
