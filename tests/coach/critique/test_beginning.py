import pytest

from bot.coach.critique.beginning import beginnings


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("grab a coffee", {"gra"}),
        ("(?:so )?glad", {"so", "gla"}),
        ("(?:tea|coffee) break", {"tea", "cof"}),
        ("tea|my tea|m", {"tea", "m"}),
        ("colou?r", {"col"}),
        ("a?b*c", {"a", "b", "c"}),
        ("(?!no)(?<!so )way", {"way"}),
        ("(?:a|b)+c", {"a", "b"}),
        ("чашк\\w+", {"чаш"}),
        ("[abc]d", set()),
        (r"\d cups", set()),
        ("(?:tea)?", set()),
        ("(?:tea|)", set()),
        ("(?i:tea)", set()),
        ("{day}", {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "tom", "tod", "ton"}),
        ("(?:tea|{beverage})", set()),
        ("{gap}tea", set()),
        ("", set()),
    ],
)
def test_beginnings_when_a_pattern_then_every_match_begins_with_one(pattern: str, letters: set[str]) -> None:
    assert beginnings(pattern) == letters
