"""The critique as the product builds it, for tests."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec.structs import replace

from bot.coach.critique.checks import CHECKS
from bot.coach.critique.engine import Engine
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule, Source
from bot.coach.model import Criterion
from bot.content import Content, find_folder


@cache
def content() -> Content:
    return Content(find_folder())


@cache
def engine() -> Engine:
    return Engine(content().rules, content().criteria, content().model)


def rules() -> tuple[Rule, ...]:
    return content().rules


def rule(extends: str, criterion: Criterion = Criterion.ASK, **params: Any) -> Rule:
    """A rule for trying out a check."""
    return Rule(
        id="some-rule",
        criterion=criterion,
        extends=extends,
        message="“{{match}}”",
        source=Source("us"),
        good=("a", "b"),
        bad=("c", "d"),
        params=params,
        body="Why.",
    )


def shown(
    rule: Rule, text: str, limit: int = 200, *, readable: bool = True, found: Iterable[Criterion] = ()
) -> list[str]:
    """The words that a rule's check finds in a text."""
    reading = replace(Reading.of(text, limit), language="en" if readable else "fr", found=frozenset(found))
    return [text[span.start : span.end] for span in CHECKS[rule.extends](rule)(reading)]
