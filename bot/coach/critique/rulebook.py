"""The rules as a source of evidence: checked and compiled once, then asked for every draft."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.coach.critique.checks import CHECKS
from bot.coach.critique.checks.params import Check
from bot.coach.critique.evidence import Evidence
from bot.coach.critique.reading import Reading
from bot.coach.critique.rule import Rule
from bot.coach.model import Finding, Span
from bot.errors import ContentError

MATCH: Final = "{{match}}"


class Rulebook:
    """A set of rules.

    Raises:
        ContentError: a rule cannot be used; the sentence names it.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._checks: Sequence[tuple[Rule, Check]] = [(rule, _build(rule)) for rule in rules]

    def find(self, reading: Reading) -> Iterator[Evidence]:
        """All evidence the rules have for a draft."""
        for rule, check in self._checks:
            for span in check(reading):
                yield Evidence(_finding(rule, span, reading.text), rule.confidence)


def _build(rule: Rule) -> Check:
    if rule.extends not in CHECKS:
        raise ContentError(f"{rule.id}: there is no check {rule.extends!r}, only {', '.join(CHECKS)}")
    if not 0 < rule.confidence <= 1:
        raise ContentError(f"{rule.id}: confidence has to be above 0 and at most 1")
    try:
        return CHECKS[rule.extends](rule)
    except ContentError as error:
        sentence = str(error)
        raise ContentError(sentence if sentence.startswith(rule.id) else f"{rule.id}: {sentence}") from error


def _finding(rule: Rule, span: Span, text: str) -> Finding:
    message = rule.message
    if MATCH in message:
        message = message.replace(MATCH, " ".join(text[span.start : span.end].split()))
    return Finding(rule.id, rule.criterion, span, message)
