import pytest

from bot.coach.text import MAX_COMBINING, clean, fold, units


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("a\nb", 3),
        ("a\r\nb", 3),
        ("é", 1),
        ("😀", 2),
        ("👨\u200d👩\u200d👧", 8),  # three people of two units each, two joiners
        ("李娜", 2),
    ],
)
def test_units_counts_utf16_with_a_line_break_as_one(text: str, count: int) -> None:
    assert units(text) == count


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain\ttext\nstays", "plain\ttext\nstays"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("nul\x00 bell\x07", "nul bell"),
        ("\u202eturned\u202c around", "turned around"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("e\u0301", "é"),
        ("Aït-Sahalia, Nguyễn, 李娜, O’Neil 😀", "Aït-Sahalia, Nguyễn, 李娜, O’Neil 😀"),
        (
            "👨\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e007f",
            "👨\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e007f",
        ),
        ("a\u2028b", "a\nb"),
    ],
)
def test_clean_takes_out_what_cannot_be_read_and_nothing_else(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_clean_tames_piles_of_marks() -> None:
    assert clean("z" + "\u0337" * 500) == "z" + "\u0337" * MAX_COMBINING


@pytest.mark.parametrize(
    ("one", "other"), [("São  Paulo", "sao paulo"), ("STRASSE", "straße"), ("ﬁne", "FINE")]
)
def test_fold_makes_the_same_of_what_reads_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)
