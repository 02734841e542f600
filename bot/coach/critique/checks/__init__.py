"""The kinds of checks that a rule can extend: one algorithm a file, and this table.

Each module offers `build(rule)`, which reads the rule's params and returns the check: a function from a
reading to the stretches it objects to, or is pleased with.
"""

from collections.abc import Callable
from typing import Final

from bot.coach.critique.checks import (
    blank,
    default_text,
    evidence,
    existence,
    length,
    placeholder,
    sentence,
)
from bot.coach.critique.checks.params import Check
from bot.coach.critique.rule import Rule

CHECKS: Final[dict[str, Callable[[Rule], Check]]] = {
    "existence": existence.build,
    "sentence": sentence.build,
    "placeholder": placeholder.build,
    "default_text": default_text.build,
    "length": length.build,
    "blank": blank.build,
    "evidence": evidence.build,
}
LAST: Final = frozenset({"evidence"})  # looks at what the others found
