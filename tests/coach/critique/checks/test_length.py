import pytest

from tests.helpers.critique import rule, shown


@pytest.mark.parametrize(
    ("text", "limit", "over"),
    [
        ("abcdef", 6, []),
        ("abcdef", 4, ["ef"]),
        ("a🙂b", 4, []),
        ("a🙂b", 3, ["b"]),
        ("a🙂b", 2, ["🙂b"]),
        ("a\r\nb", 3, []),
        ("a\r\nb", 2, ["b"]),
        ("", 1, []),
    ],
)
def test_length_when_over_the_limit_then_what_does_not_fit(text: str, limit: int, over: list[str]) -> None:
    assert shown(rule("length"), text, limit) == over
