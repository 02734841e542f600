import pytest

from tests.helpers.critique import rule, rules, shown


def test_placeholder_when_a_field_matches_then_case_and_language_are_kept() -> None:
    field = rule("placeholder", fields=["[A-Z]+NAME"], allowed=["surname"])
    assert shown(field, "Hi FIRSTNAME, firstname, SURNAME", readable=False) == ["FIRSTNAME"]


@pytest.mark.parametrize(
    "field",
    [
        "{first_name}",
        "{{first}}",
        "{{ first.name }}",
        "[Company]",
        "[your name]",
        "<topic>",
        "<first-name>",
        "%%NAME%%",
        "*|FNAME|*",
        "____",
        "YOURNAME",
        "Y University",
        "XXX",
        "<<EVENT>>",
        "at at",
        "[Mutual Connection]",
        "${NAME}",
    ],
)
def test_placeholder_rules_when_a_field_is_unfilled_then_found(field: str) -> None:
    found = [
        words
        for each in rules()
        if each.extends == "placeholder"
        for words in shown(each, f"Hello, I saw {field} and liked it")
    ]
    assert found


@pytest.mark.parametrize(
    "text",
    [
        "array[0]",
        "he said [sic]",
        "<malloc>",
        "a < b and c > d",
        "{a, b}",
        "[1]",
        "100% sure",
        "snake_case",
        "f(x)",
        "I <3 maps",
        "MIT",
        "<div>",
    ],
)
def test_placeholder_rules_when_it_only_looks_like_one_then_not_found(text: str) -> None:
    assert [
        words
        for each in rules()
        if each.extends == "placeholder"
        for words in shown(each, f"We spoke of {text} in Hull")
    ] == []
