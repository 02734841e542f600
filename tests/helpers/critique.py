"""The critique as the product builds it, for tests."""

from functools import cache

from bot.coach.critique.engine import Engine
from bot.coach.critique.rule import Rule
from bot.content import Content, find_folder


@cache
def content() -> Content:
    return Content(find_folder())


@cache
def engine() -> Engine:
    return Engine(content().rules, content().criteria)


def rules() -> tuple[Rule, ...]:
    return content().rules
