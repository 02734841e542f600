"""How hard a text is to read."""

import pytest

from bot.coach.readability import _syllables, grade


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("bee", 1),
        ("baker", 2),
        ("baked", 1),
        ("wanted", 2),
        ("table", 2),
        ("notes", 1),
        ("houses", 2),
    ],
)
def test_syllables_when_counted_then_as_spoken(word: str, count: int) -> None:
    assert _syllables(word) == count


def test_grade_when_short_words_stand_in_short_sentences_then_low() -> None:
    assert grade("The cat sat. It was glad. We went home.") < 2


def test_grade_when_long_words_stand_in_one_long_sentence_then_high() -> None:
    hard = "Organisational interdependencies necessitate comprehensive harmonisation of participants"
    assert grade(hard) > 16


def test_grade_when_there_is_nothing_to_read_then_none() -> None:
    assert grade("… 42 !") == 0
