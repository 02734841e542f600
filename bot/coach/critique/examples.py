"""Do the rules do what their own examples say?"""

from collections.abc import Iterator, Sequence

from bot.coach.critique.engine import Engine
from bot.coach.critique.rule import Rule
from bot.coach.limits import NOTE_LIMITS

FEWEST = 2
_LIMIT = max(NOTE_LIMITS.values())


def problems(rules: Sequence[Rule], engine: Engine) -> list[str]:
    """Run the examples of all rules.

    Every `bad` example of a fault's rule fires it and no `good` one does; for a strength the roles turn. No
    `good` example of any rule fires the rule of a fault: what we show as good has to be good all over.

    Args:
        rules: the rules whose examples to run.
        engine: the critique made of them.

    Returns:
        What is wrong, one line each, beginning with the rule's id; empty when nothing is.
    """
    faults = frozenset(rule.id for rule in rules if rule.criterion.is_fault)
    return [f"{rule.id}: {problem}" for rule in rules for problem in _problems_of(rule, engine, faults)]


def _problems_of(rule: Rule, engine: Engine, faults: frozenset[str]) -> Iterator[str]:
    for name, examples in (("good", rule.good), ("bad", rule.bad)):
        if len(examples) < FEWEST:
            yield f"has {len(examples)} {name} examples, at least {FEWEST} are needed"
    if not rule.body:
        yield "does not say why"
    for name, examples in (("good", rule.good), ("bad", rule.bad)):
        for number, text in enumerate(examples, 1):
            for problem in problems_of_example(rule, text, engine, faults, good=name == "good"):
                yield f"{name} example {number} {problem}"


def problems_of_example(
    rule: Rule, text: str, engine: Engine, faults: frozenset[str], *, good: bool
) -> Iterator[str]:
    """What is wrong with one example of a rule."""
    should = good != rule.criterion.is_fault
    if (rule.id in engine.fired(text, _limit_for(rule))) != should:
        yield "does not fire the rule" if should else "fires the rule"
    if good:
        shown = {finding.rule for finding in engine.judge(text, _limit_for(rule)).findings}
        for other in sorted(shown & (faults - {rule.id})):
            yield f"fires {other}"


def _limit_for(rule: Rule) -> int:
    """Examples are judged with the most room, but those about room itself with the usual."""
    return NOTE_LIMITS["free"] if rule.extends == "length" else _LIMIT
