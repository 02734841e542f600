import pytest

from bot.coach.critique.beginning import beginnings
from bot.coach.critique.index import Index
from bot.coach.critique.landmark import all_in, landmarks, literals
from bot.coach.critique.pattern import compile_all
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from tests.helpers.critique import rules

WEEK = {" monday ", " tuesday ", " wednesday ", " thursday ", " friday ", " saturday ", " sunday "}
DAYS = WEEK | {" tomorrow ", " today ", " tonight "}


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("grab a coffee", [{" coffee "}, {" grab "}, {" a "}]),
        ("colou?r", [{" colo"}, {"r "}]),
        ("(?:tea|coffee) break", [{" break "}, {" tea ", " coffee "}]),
        ("tea|coffee", [{" tea ", " coffee "}]),
        ("my tea|a cup of coffee", [{" tea ", " coffee "}, {" my ", " cup "}]),
        ("(?:a strong tea|coffee)s?", [{" strong ", " coffee"}]),
        ("{name} (?:sends|sent) it", [{" sends ", " sent "}, {" it "}]),
        ("(?:a|bc)?d", [{"d "}]),
        ("(?:a|bc|)d", [{"d "}]),
        ("no(?! way)", [{" no"}]),
        (r"no(?=[.)-]|\)) way", [{" way "}, {" no"}]),
        ("ab{2}c{0,2}", [{" a"}, {"b"}]),
        ("[abc]d", [{"d "}]),
        (r"\bno\w+", [{" no"}]),
        (r"tea,? \(mine\)", [{" mine "}, {" tea"}]),
        ("(?:(?:aa|bb) c|dd)", [{" aa ", " bb ", " dd "}]),
        ("of {day}", [DAYS, {" of "}]),
        ("tea {gap}or", [{" tea "}, {"or "}]),
        (r"\b(?:would|'d) go", [{" go "}, {" would ", "'d "}]),
        ("(?i:tea) mine", []),
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
                found = Index()
                found.add(landmarks(pattern.source))
                assert found.worth_trying(match[0]) == b"\1"
                assert match[0].startswith(tuple(beginnings(pattern.source)) or "")


def test_all_in_when_one_set_has_no_word_in_a_text_then_false() -> None:
    sets = [frozenset({"tea", "matcha"}), frozenset({"my"})]
    assert all_in(sets, "my matcha")
    assert not all_in(sets, "my coffee")
    assert not all_in(sets, "a tea")
    assert all_in([], "")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("grab a coffee", [{"coffee"}, {"grab"}, {"a"}]),
        (r"\b(?:at|for) ,(?= )", [{" ,"}, {"at", "for"}]),
        (r"\b(?:at at|of of)\b", [{"at at", "of of"}]),
        (r"\[(?:your|my)\b[^\]]*\]", [{"your", "my"}, {"["}, {"]"}]),
        (r"\bX{3,}\b", [{"X"}]),
        (r"a\sb$", [{"a"}, {"b"}]),
        ("(?:tea|)", []),
        ("_{3,40}", []),
        ("(?i:tea)", []),
        ("(tea", [{"tea"}]),
    ],
)
def test_literals_when_a_pattern_then_letters_and_signs_as_they_are_written(
    pattern: str, words: list[set[str]]
) -> None:
    assert list(literals(pattern)) == words
