import pytest

from bot.coach.critique.landmark import all_in, beginnings, landmarks
from bot.coach.critique.pattern import compile_all
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from tests.helpers.critique import rules

WEEK = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
DAYS = WEEK | {"tomorrow", "today", "tonight"}


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("grab a coffee", [{"coffee"}, {"grab"}, {"a"}]),
        ("colou?r", [{"colo"}, {"r"}]),
        ("(?:tea|coffee) break", [{"break"}, {"tea", "coffee"}]),
        ("tea|coffee", [{"tea", "coffee"}]),
        ("{name} (?:sends|sent) it", [{"sends", "sent"}, {"it"}]),
        ("(?:a|bc)?d", [{"d"}]),
        ("no(?! way)", [{"no"}]),
        ("ab{2}", [{"a"}]),
        ("[abc]d", [{"d"}]),
        (r"\bno\w+", [{"no"}]),
        ("(?:(?:aa|bb) c|dd)", [{"aa", "bb", "dd"}]),
        ("of {day}", [DAYS, {"of"}]),
        ("tea {gap}or", [{"tea"}, {"or"}]),
        ("{beverage}", []),
        ("(?:tea|{word})", []),
        ("", []),
    ],
)
def test_landmarks_when_a_pattern_then_every_match_has_one_word_of_each_set(
    pattern: str, words: list[set[str]]
) -> None:
    assert list(landmarks(pattern)) == words


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if "tokens" in rule.params], ids=lambda rule: rule.id
)
def test_landmarks_when_a_rule_matches_an_example_then_one_is_in_the_match(rule: Rule) -> None:
    patterns = compile_all(rule.params["tokens"], rule.params.get("words"))
    for text in (*rule.good, *rule.bad):
        reading = Reading.of(text, 200)
        for pattern in patterns:
            for match in pattern.regex.finditer(reading.plain):
                assert all(any(word in match[0] for word in those) for those in landmarks(pattern.source))
                assert match[0].startswith(tuple(beginnings(pattern.source)) or "")


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


def test_all_in_when_one_set_has_no_word_in_a_text_then_false() -> None:
    sets = [frozenset({"tea", "matcha"}), frozenset({"my"})]
    assert all_in(sets, "my matcha")
    assert not all_in(sets, "my coffee")
    assert not all_in(sets, "a tea")
    assert all_in([], "")
