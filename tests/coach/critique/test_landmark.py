import pytest

from bot.coach.critique.landmark import landmarks
from bot.coach.critique.pattern import compile_all
from bot.coach.critique.reading import Reading, plain
from bot.coach.critique.rule import Rule
from tests.helpers.critique import rules


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("grab a coffee", {"coffee"}),
        ("colou?r", {"colo"}),
        ("(?:tea|coffee) break", {"break"}),
        ("tea|coffee", {"tea", "coffee"}),
        ("{name} (?:sends|sent) it", {"sends", "sent"}),
        ("(?:a|bc)?d", {"d"}),
        ("no(?! way)", {"no"}),
        ("ab{2}", {"a"}),
        ("[abc]d", {"d"}),
        (r"\bno\w+", {"no"}),
        ("(?:(?:aa|bb) c|dd)", {"aa", "bb", "dd"}),
        ("{work}", set()),
        ("(?:tea|{work})", set()),
        ("", set()),
    ],
)
def test_landmarks_when_a_pattern_then_words_of_which_every_match_has_one(
    pattern: str, words: set[str]
) -> None:
    assert landmarks(pattern) == words


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if "tokens" in rule.params], ids=lambda rule: rule.id
)
def test_landmarks_when_a_rule_matches_an_example_then_one_is_in_the_match(rule: Rule) -> None:
    patterns = compile_all(rule.params["tokens"], rule.params.get("words"))
    for text in (*rule.good, *rule.bad):
        reading = Reading(text, plain(text), 200)
        for pattern in patterns:
            words, pattern._landmarks = pattern._landmarks, ()
            for span in pattern.spans(reading):
                assert not words or any(word in reading.plain[span.start : span.end] for word in words)
            pattern._landmarks = words
