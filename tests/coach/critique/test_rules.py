"""Every rule file's own examples, each a test with a name."""

from collections.abc import Iterator

import pytest

from bot.coach.critique.examples import problems, problems_of_example
from bot.coach.critique.rule import Rule
from bot.coach.model import Criterion
from tests.helpers.critique import content, engine, rules

FAULT_RULES = frozenset(rule.id for rule in rules() if rule.criterion.is_fault)


def examples() -> Iterator[object]:
    for rule in rules():
        for kind, texts in (("good", rule.good), ("bad", rule.bad)):
            for number, text in enumerate(texts, 1):
                yield pytest.param(rule, text, kind, id=f"{rule.id}-{kind}-{number}")


@pytest.mark.parametrize(("rule", "text", "kind"), list(examples()))
def test_example_of_a_rule_when_judged_then_does_what_the_file_says(rule: Rule, text: str, kind: str) -> None:
    assert list(problems_of_example(rule, text, engine(), FAULT_RULES, good=kind == "good")) == []


def test_problems_when_all_examples_hold_then_none() -> None:
    assert problems(rules(), engine()) == []


def test_criteria_when_looked_for_then_every_one_has_a_rule() -> None:
    assert {rule.criterion for rule in rules()} == set(Criterion)


@pytest.mark.parametrize("criterion", list(Criterion))
def test_body_of_a_criterion_when_read_on_a_phone_then_is_short(criterion: Criterion) -> None:
    copy = content().criteria[criterion]
    assert 0 < len(copy.body.split()) <= 120
    assert len(copy.advice) <= 120
    assert "!" not in copy.advice + copy.praise + copy.body
