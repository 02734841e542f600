"""From the answers of an interview to notes that their writer would sign."""

from collections.abc import Callable
from itertools import product
from typing import Final

from msgspec import Struct

from bot.coach.compose.facts import Fact, Omission, Reading
from bot.coach.compose.fitting import Fitted, Fitter
from bot.coach.compose.grammar import Grammar
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.notes import differ, note
from bot.coach.compose.plans import Plan, plans
from bot.coach.compose.read import read
from bot.coach.compose.tidy import upper_first
from bot.coach.model import Answers, Composition, Criterion, LeftOut, Note, Report, Slot, Verdict

Judge = Callable[[str, int], Report]
MAX_NOTES: Final = 3
CORE_RANK: Final = (
    30  # even the shortest note keeps how they met, who sent the writer, what stands out, what is shared
)
MAX_TRIES: Final = 4
TURNS: Final = 2  # wordings to try before a fact is given up
SPOILING: Final = (Criterion.ASK, Criterion.PITCH, Criterion.PLACEHOLDER)


class _Written(Struct, frozen=True):
    note: Note
    fitted: Fitted
    unfit: tuple[Fact, ...] = ()


class Composer:
    """Writes notes. What it writes has passed `judge`, which is how the same person's drafts are read."""

    def __init__(self, grammar: Grammar, judge: Judge) -> None:
        self._grammar = grammar
        self._judge = judge
        self._lexicon = Lexicon(grammar.words)

    def compose(self, answers: Answers, limit: int) -> Composition:
        """Up to three notes of at most `limit` UTF-16 units, the best first; or what to do instead.

        Missing slots and skips in any words count as empty. Never raises for what somebody typed.
        """
        reading = read(answers, self._lexicon)
        if reading.asks:
            slot, question = reading.asks
            return Composition(
                outcome="question", slot=slot, advice=self._grammar.sentences.question[question]
            )
        left_out = self._left_out(reading.omissions)
        if advice := _no_reason(reading):
            return self._advise(advice, left_out)
        if not reading.facts:
            return self._without_facts(reading, left_out)
        written = self._write(reading, limit)
        if not written:
            return self._advise(self._missing(reading, limit), left_out, limit)
        notes = tuple(one.note for one in written)
        omissions = (*reading.omissions, *_omitted(written))
        return Composition(outcome="note", notes=notes, left_out=self._left_out(omissions))

    def _without_facts(self, reading: Reading, left_out: tuple[LeftOut, ...]) -> Composition:
        unclear = [omission.slot for omission in reading.omissions if omission.reason == "unclear"]
        if unclear:
            question = self._grammar.sentences.question["unclear"]
            return Composition(outcome="question", slot=unclear[0], advice=question, left_out=left_out)
        return self._advise("follow", left_out)

    def _advise(self, name: str, left_out: tuple[LeftOut, ...], limit: int = 0) -> Composition:
        advice = self._grammar.sentences.advice[name].replace("{{limit}}", str(limit))
        return Composition(outcome="advice", advice=advice, left_out=left_out)

    def _missing(self, reading: Reading, limit: int) -> str:
        """Which advice fits when no note passes: shorten, or say where from, or what stands out."""
        plan = plans(reading, self._grammar.notes)[0]
        fitted = self._fitter(plan, limit).fit()
        if not fitted.lines:
            return "too_long"
        report = self._judge(note(plan, fitted, limit).text, limit)
        come_across = report.has(Criterion.CONTEXT) or report.has(Criterion.REFERRER)
        return "missing_standout" if come_across else "missing_context"

    def _write(self, reading: Reading, limit: int) -> list[_Written]:
        found: list[_Written] = []
        for plan in plans(reading, self._grammar.notes):
            written = self._brief(plan, limit) if plan.shape.brief else self._full(plan, limit)
            if written and all(differ(written.note.text, other.note.text) for other in found):
                found.append(written)
        return found[:MAX_NOTES]

    def _full(self, plan: Plan, limit: int) -> _Written | None:
        """The fullest note that passes: facts with a fault go first, then the least important ones."""
        unfit: list[Fact] = []
        for _ in range(MAX_TRIES):
            facts = tuple(fact for fact in plan.facts if fact not in unfit)
            spoilers: list[Fact] = []
            for turn in range(plan.shape.turn, plan.shape.turn + TURNS):
                fitted = self._fitter(Plan(plan.shape, facts, plan.greeting, plan.closes), limit, turn).fit()
                if not fitted.lines:
                    return None
                written = note(plan, fitted, limit)
                report = self._judge(written.text, limit)
                if report.verdict is Verdict.SEND:
                    return _Written(written, fitted, tuple(unfit))
                spoilers = _spoilers(report, written, facts)
                if spoilers:
                    break  # no wording will mend that
            unfit += spoilers or [max((facts[place] for place in fitted.levels), key=lambda fact: fact.rank)]
        return None

    def _fitter(self, plan: Plan, limit: int, turn: int = 0) -> Fitter:
        return Fitter(plan, self._grammar.notes, limit, turn)

    def _brief(self, plan: Plan, limit: int) -> _Written | None:
        """The shortest note that passes: the core first, then one fact more at a time."""
        core = sum(fact.rank <= CORE_RANK for fact in plan.facts) or 1
        for most, turn in product(range(core, len(plan.facts) + 1), range(TURNS)):
            fitted = self._fitter(plan, limit, turn).fit(most)
            if not fitted.lines:
                continue
            written = note(plan, fitted, limit)
            if self._judge(written.text, limit).verdict is Verdict.SEND:
                return _Written(written, fitted)
        return None

    def _left_out(self, omissions: tuple[Omission, ...]) -> tuple[LeftOut, ...]:
        return tuple(dict.fromkeys(LeftOut(one.slot, self._why(one)) for one in omissions))

    def _why(self, omission: Omission) -> str:
        text = self._grammar.sentences.left_out[omission.reason]
        return text.replace("{{over}}", str(omission.over)).replace("{{words}}", upper_first(omission.words))


def _no_reason(reading: Reading) -> str:
    """The advice when there is nobody to write to, or nothing that ties the two together."""
    if reading.many:
        return "many"
    topics = {fact.topic for fact in reading.facts}
    return "only_about_me" if topics == {"about"} else ""


def _spoilers(report: Report, written: Note, facts: tuple[Fact, ...]) -> list[Fact]:
    """The facts whose words the judge gives as evidence of a fault."""
    spans = [
        span
        for criterion in SPOILING
        if report.has(criterion)
        for span in report.criteria[criterion].evidence
    ]
    said = {
        written.text[part.start : part.end].lower()
        for part in written.parts
        for span in spans
        if part.slot != "who" and span.start < part.end and part.start < span.end
    }
    return [fact for fact in facts if any(text.lower() in said for text in fact.texts)]


def _omitted(written: list[_Written]) -> list[Omission]:
    """What is in none of the notes: no room for it, or better without."""
    said = " ".join(one.note.text for one in written).lower()
    unfit = {fact: Omission(fact.slot, "unfit", fact.texts[-1]) for one in written for fact in one.unfit}
    left = {(one.fact, one.words): one for item in written for one in item.fitted.left}
    room = [Omission(fact.slot, "space", words, one.over) for (fact, words), one in left.items()]
    slots: set[tuple[Slot, str]] = set()
    kept = []
    for omission in [*unfit.values(), *room]:
        if omission.words.lower() not in said and (omission.slot, omission.words) not in slots:
            kept.append(omission)
            slots.add((omission.slot, omission.words))
    return kept
