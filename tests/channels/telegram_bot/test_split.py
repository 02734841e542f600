"""Long texts in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_bot.split import split
from bot.coach.model import Span
from bot.coach.text import units

FAMILY = "👨‍👩‍👧‍👦"


def pieces(text: str, limit: int, *whole: tuple[int, int]) -> list[str]:
    return [text[span.start : span.end] for span in split(text, limit, [Span(*one) for one in whole])]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Fits.", 5, ["Fits."]),
        ("One.\n\nTwo. Three.", 14, ["One.\n\n", "Two. Three."]),
        ("One\ntwo three", 9, ["One\n", "two three"]),
        ("One. Two three", 10, ["One. ", "Two three"]),
        ("He said “no.” Then left", 18, ["He said “no.” ", "Then left"]),
        ("One two", 5, ["One ", "two"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("", 4, []),
    ],
)
def test_split_when_too_long_then_cut_where_it_hurts_least(
    text: str, limit: int, expected: list[str]
) -> None:
    assert pieces(text, limit) == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        (FAMILY + FAMILY, 12, [FAMILY, FAMILY]),  # 11 units each
        ("a👍🏽", 4, ["a", "👍🏽"]),  # a thumb and its skin
        ("🇩🇪🇫🇷🇮🇹", 9, ["🇩🇪🇫🇷", "🇮🇹"]),  # flags are pairs
        ("xe\u0301", 2, ["x", "e\u0301"]),  # a letter and its accent
        ("a❤\ufe0f", 2, ["a", "❤\ufe0f"]),
        ("a𝒜", 2, ["a", "𝒜"]),  # one character, two units
    ],
)
def test_split_when_no_word_ends_then_characters_stay_whole(
    text: str, limit: int, expected: list[str]
) -> None:
    assert pieces(text, limit) == expected


def test_split_when_a_sentence_ends_inside_what_stays_whole_then_cut_before_it() -> None:
    text = "Ab cd. Ef gh. Ij"
    assert pieces(text, 14, (4, 15)) == ["Ab ", "cd. Ef gh. Ij"]


def test_split_when_what_stays_whole_is_too_long_then_cut_in_it() -> None:
    assert "".join(pieces("ab cd ef gh", 5, (0, 11))) == "ab cd ef gh"


@given(st.text(max_size=200), st.integers(40, 120))
def test_split_when_anything_then_pieces_fit_and_join_to_the_text(text: str, limit: int) -> None:
    found = pieces(text, limit)
    assert "".join(found) == text
    assert all(0 < units(piece.replace("\r", " ")) <= limit for piece in found)


@given(st.lists(st.sampled_from([FAMILY, "🇩🇪", "e\u0301", "👍🏽", "a", " "]), max_size=60))
def test_split_when_made_of_whole_characters_then_no_piece_begins_inside_one(parts: list[str]) -> None:
    for piece in pieces("".join(parts), 24):
        assert not piece.startswith(("\u200d", "\u0301", "🏽"))
        halves = sum("\U0001f1e6" <= char <= "\U0001f1ff" for char in piece)
        assert halves % 2 == 0
