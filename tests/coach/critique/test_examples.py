from collections.abc import Sequence

from bot.coach.critique.engine import Engine
from bot.coach.critique.examples import problems
from bot.coach.critique.rule import Rule, Source
from bot.coach.model import Criterion
from tests.helpers.critique import content


def rule(
    good: Sequence[str], bad: Sequence[str], criterion: Criterion = Criterion.ASK, body: str = "Why."
) -> Rule:
    return Rule(
        id="ask-tea",
        criterion=criterion,
        extends="existence",
        message="no",
        source=Source("us"),
        good=tuple(good),
        bad=tuple(bad),
        params={"tokens": ["tea"]},
        body=body,
    )


def found(*rules: Rule) -> list[str]:
    return problems(rules, Engine(rules, content().criteria))


def test_problems_when_examples_hold_then_none() -> None:
    assert found(rule(["No leaf in sight", "A team is no hot drink"], ["Come to tea", "Tea soon?"])) == []


def test_problems_when_a_bad_example_stays_silent_then_names_it() -> None:
    assert found(rule(["One", "Two"], ["Come to tea", "Come to lunch"])) == [
        "ask-tea: bad example 2 does not fire the rule"
    ]


def test_problems_when_a_good_example_fires_a_fault_then_names_it() -> None:
    assert found(rule(["One", "My tea"], ["Come to tea", "tea"])) == [
        "ask-tea: good example 2 fires the rule"
    ]


def test_problems_when_a_strength_then_good_examples_have_to_fire() -> None:
    strength = rule(["Your tea", "Two"], ["Milk", "tea"], Criterion.CONTEXT)
    assert found(strength) == [
        "ask-tea: good example 2 does not fire the rule",
        "ask-tea: bad example 2 fires the rule",
    ]


def test_problems_when_a_good_example_fires_the_fault_of_another_rule_then_names_that_rule() -> None:
    strength = Rule(
        id="context-cup",
        criterion=Criterion.CONTEXT,
        extends="existence",
        message="yes",
        source=Source("us"),
        good=("Your cup of tea", "Your cup"),
        bad=("A mug", "A glass"),
        params={"tokens": ["your cup"]},
        body="Why.",
    )
    fault = rule(["One", "Two"], ["tea", "more tea"])
    assert found(strength, fault) == ["context-cup: good example 1 fires ask-tea"]


def test_problems_when_examples_or_reasons_are_missing_then_says_so() -> None:
    assert found(rule(["One"], [], body="")) == [
        "ask-tea: has 1 good examples, at least 2 are needed",
        "ask-tea: has 0 bad examples, at least 2 are needed",
        "ask-tea: does not say why",
    ]
