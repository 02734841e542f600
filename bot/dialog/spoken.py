"""A report in words: what the coach says about a draft."""

from datetime import date

from bot.coach.critique.compare import compare
from bot.coach.model import FAULTS, STRENGTHS, Criterion, Report
from bot.conversation import Mark, Reply
from bot.dialog.dates import in_words
from bot.ports import Texts

_WITHOUT_WORDS = {Criterion.LENGTH, Criterion.BLANK}


def marked(text: str, report: Report) -> Reply:
    """The draft as it was pasted, with the words marked: what is good, and what is at fault."""
    spans = {
        Mark(span.start, span.end, "fault" if criterion.is_fault else "good")
        for criterion, judgement in report.criteria.items()
        if judgement.present and criterion not in _WITHOUT_WORDS
        for span in judgement.evidence
    }
    return Reply(text=text, marks=_apart(spans))


def _apart(marks: set[Mark]) -> tuple[Mark, ...]:
    """Marks that do not overlap: faults before strengths, long before short."""
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.style != "fault", one.start - one.end, one.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in chosen):
            chosen.append(mark)
    return tuple(sorted(chosen, key=lambda mark: mark.start))


def verdict(texts: Texts, report: Report, earlier: Report | None = None, oath_on: date | None = None) -> str:
    """All that is said beside the marked draft: progress, verdict, strengths, faults, one next step."""
    parts = (
        _progress(texts, earlier, report) if earlier else "",
        _verdict(texts, report, oath_on),
        _strengths(texts, report),
        _faults(texts, report),
        _next_step(texts, report),
    )
    return "\n\n".join(filter(None, parts))


def _progress(texts: Texts, earlier: Report, report: Report) -> str:
    progress = compare(earlier, report)
    changes = {
        "gained": progress.gained,
        "fixed": progress.fixed,
        "lost": progress.lost,
        "worse": progress.worse,
    }
    lines = [
        texts.messages.render(
            f"critique.{kind}", what=", ".join(texts.criteria[one].title for one in criteria)
        )
        for kind, criteria in changes.items()
        if criteria
    ]
    return "\n".join(lines) or texts.messages.render("critique.same")


def _verdict(texts: Texts, report: Report, oath_on: date | None) -> str:
    render = texts.messages.render
    length = report.length
    lines = [render(f"critique.verdict-{report.verdict.replace('_', '-')}")]
    if length.over:
        lines.append(render("critique.count-over", units=length.units, limit=length.limit, over=length.over))
    else:
        lines.append(render("critique.count", units=length.units, limit=length.limit))
    if report.language not in {"en", "und"}:
        lines.append(render("critique.other-language"))
    if report.has(Criterion.BLANK) and oath_on:
        lines.append(render("critique.oath", date=in_words(texts.messages, oath_on)))
    return "\n".join(lines)


def _strengths(texts: Texts, report: Report) -> str:
    lines = [f"✓ {texts.criteria[one].praise}" for one in STRENGTHS if report.has(one)]
    return "\n".join([texts.messages.render("critique.good"), *lines]) if lines else ""


def _faults(texts: Texts, report: Report) -> str:
    messages = [finding.message for finding in report.findings if finding.criterion in FAULTS]
    lines = [f"✗ {message}" for message in dict.fromkeys(messages)]
    return "\n".join([texts.messages.render("critique.faults"), *lines]) if lines else ""


def _next_step(texts: Texts, report: Report) -> str:
    if not report.draft:
        return ""
    if report.next_step is None:
        return texts.messages.render("critique.stop")
    source = texts.criteria[report.next_step.criterion].source.name
    return texts.messages.render("critique.next-step", advice=report.next_step.advice, source=source)
