"""From plans to notes that the judge lets pass, with as many of the most important facts as possible."""

from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Fact, Omission
from bot.coach.compose.grammar import NoteGrammar
from bot.coach.compose.writing.fitting import Fitted, Fitter
from bot.coach.compose.writing.notes import note
from bot.coach.compose.writing.plans import Plan
from bot.coach.model import Criterion, Note, Report, Verdict

Judge = Callable[[str, int], Report]
CORE_RANK: Final = (
    30  # even the shortest note keeps how they met, who sent the writer, what stands out, what is shared
)
TURNS: Final = 3  # wordings to try before a fact is given up
MAX_TRIES: Final = 12  # sets of facts
SPOILING: Final = {
    Criterion.ASK: "ask_read",
    Criterion.PITCH: "pitch_read",
    Criterion.PLACEHOLDER: "unfit",
}
Blame = dict[Fact, str]  # the id of the reason


class Written(Struct, frozen=True):
    """A note that passes; `refused` is what had to stay out for that, and why."""

    note: Note
    plan: Plan
    fitted: Fitted
    refused: tuple[Omission, ...] = ()

    def said(self) -> dict[Fact, int]:
        """The facts that are in the note, and which of their texts."""
        return {self.plan.facts[place]: level for place, level in self.fitted.levels.items()}


class Writer:
    """Writes one note of a plan."""

    def __init__(self, grammar: NoteGrammar, judge: Judge) -> None:
        self._grammar = grammar
        self._judge = judge

    def full(self, plan: Plan, limit: int) -> Written | None:
        """The fullest note that passes; if facts have to go, then the least important that will do."""
        first, blame = self._attempt(plan, limit)
        if isinstance(first, Written):
            return first
        if not first:
            return None
        for dropped in _drops(plan, first, blame):
            facts = tuple(fact for fact in plan.facts if fact not in dropped)
            written, _ = self._attempt(Plan(plan.shape, facts, plan.greeting, plan.closes), limit)
            if isinstance(written, Written):
                refused = tuple(_refusal(fact, blame, first) for fact in dropped)
                return Written(written.note, written.plan, written.fitted, refused)
        return None

    def brief(self, plan: Plan, limit: int) -> Written | None:
        """The shortest note that passes: the core first, then one fact more at a time."""
        core = sum(fact.rank <= CORE_RANK for fact in plan.facts) or 1
        for most, turn in product(range(core, len(plan.facts) + 1), range(TURNS)):
            fitted = Fitter(plan, self._grammar, limit, turn).fit(most)
            if not fitted.lines:
                continue
            written = note(plan, fitted, limit)
            if self._judge(written.text, limit).verdict is Verdict.SEND:
                return Written(written, plan, fitted)
        return None

    def blamed(self, plan: Plan, limit: int) -> tuple[Omission, ...]:
        """The facts in which the judge sees a fault however they are said."""
        fitted, blame = self._attempt(plan, limit)
        return () if isinstance(fitted, Written) else tuple(_refusal(fact, blame, None) for fact in blame)

    def _attempt(self, plan: Plan, limit: int) -> tuple[Written | Fitted | None, Blame]:
        """The note in the first wording that passes; else how it was fitted, and who is to blame in all."""
        fitted: Fitted | None = None
        blamed: list[Blame] = []
        for turn in range(plan.shape.turn, plan.shape.turn + TURNS):
            tried = Fitter(plan, self._grammar, limit, turn).fit()
            if not tried.lines:
                return None, {}
            written = note(plan, tried, limit)
            report = self._judge(written.text, limit)
            if report.verdict is Verdict.SEND:
                return Written(written, plan, tried), {}
            fitted = fitted or tried
            blamed.append(_spoilers(report, written, plan.facts))
        return fitted, {
            fact: reason for fact, reason in blamed[0].items() if all(fact in one for one in blamed)
        }


def _drops(plan: Plan, fitted: Fitted, blame: Blame) -> Iterator[tuple[Fact, ...]]:
    """Sets of facts to leave out, at best the least important ones; the blamed ones always."""
    said = sorted((plan.facts[place] for place in fitted.levels), key=lambda fact: fact.rank)
    others = [fact for fact in said if fact not in blame]
    most = len(others) if fitted.left else len(others) - 1
    sets = [some for size in range(most + 1) for some in combinations(others, size)]
    sets.sort(key=lambda some: (-min((fact.rank for fact in some), default=999), len(some)))
    for some in sets[:MAX_TRIES]:
        if some or blame:
            yield (*blame, *some)


def _refusal(fact: Fact, blame: Blame, fitted: Fitted | None) -> Omission:
    """Why a fact had to go: a fault in its words, or no room for it beside what a note has to have."""
    if fact in blame or not (fitted and fitted.left):
        return Omission(fact.slot, blame.get(fact, "unfit"), fact.texts[-1])
    return Omission(fact.slot, "space", fact.texts[-1], min(left.over for left in fitted.left))


def _spoilers(report: Report, written: Note, facts: tuple[Fact, ...]) -> Blame:
    """The facts whose words the judge gives as evidence of a fault."""
    found: Blame = {}
    for criterion, reason in SPOILING.items():
        spans = report.criteria[criterion].evidence if report.has(criterion) else ()
        said = {
            written.text[part.start : part.end].lower()
            for part in written.parts
            for span in spans
            if part.slot != "who" and span.start < part.end and part.start < span.end
        }
        found |= {fact: reason for fact in facts if any(text.lower() in said for text in fact.texts)}
    return found
