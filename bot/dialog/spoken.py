"""A report in words: what the coach says about a draft."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from bot.coach.critique.compare import compare
from bot.coach.model import FAULTS, STRENGTHS, Criterion, Finding, Report, Span, Verdict
from bot.conversation import Mark, Reply

if TYPE_CHECKING:  # a terminal that only wants a critique waits for none of what a store and a dialog need
    from bot.ports import Texts

_VERDICTS: Final = {
    Verdict.SEND: "critique.verdict-send",
    Verdict.POLISH: "critique.verdict-polish",
    Verdict.REWRITE: "critique.verdict-rewrite",
    Verdict.NOT_A_DRAFT: "critique.verdict-not-a-draft",
}
PARTICULAR: Final = (
    Criterion.CONTEXT,
    Criterion.REFERRER,
    Criterion.STANDOUT,
    Criterion.COMMON_GROUND,
    Criterion.VALUE,
)
MOST_FAULTS: Final = 4  # lines; who reads more than that on a phone


def marked(text: str, report: Report) -> Reply:
    """The draft as it was pasted, with the words marked: what is good, and what is at fault."""
    good = {
        Mark(span.start, span.end, "good")
        for criterion in STRENGTHS
        for span in report.criteria[criterion].evidence
    }
    found = (one for one in report.findings if one.criterion in FAULTS)
    faults = {Mark(one.span.start, one.span.end, "fault") for one in found}
    whole = {mark for mark in faults if mark.end - mark.start == len(text)}
    return Reply(text=text, marks=_apart((good | faults) - whole or whole))


def _apart(marks: set[Mark]) -> tuple[Mark, ...]:
    """Marks that do not overlap: faults before strengths, long before short."""
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.style != "fault", one.start - one.end, one.start)):
        if not any(_overlap(mark, other) for other in chosen):
            chosen.append(mark)
    return tuple(sorted(chosen, key=lambda mark: mark.start))


def verdict(
    texts: Texts, report: Report, earlier: Report | None = None, oath_on: date | None = None
) -> Reply:
    """All that is said beside the marked draft: progress, verdict, strengths, faults, one next step."""
    before = (_progress(texts, earlier, report) if earlier else "", _verdict(texts, report, oath_on))
    details = (_strengths(texts, report), _faults(texts, report))
    return _with_details(before, details, (_next_step(texts, report),))


def _with_details(before: Iterable[str], details: Iterable[str], after: Iterable[str]) -> Reply:
    """Paragraphs, of which those in the middle can be folded away."""
    head, middle, tail = ("\n\n".join(filter(None, parts)) for parts in (before, details, after))
    start = len(head) + len("\n\n") if head else 0
    marks = (Mark(start, start + len(middle), "details"),) if middle else ()
    return Reply(text="\n\n".join(filter(None, (head, middle, tail))), marks=marks)


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
    lines = [render("critique.verdict-unread" if _unread(report) else _VERDICTS[report.verdict])]
    if length.over:
        lines.append(render("critique.count-over", units=length.units, limit=length.limit, over=length.over))
    else:
        lines.append(render("critique.count", units=length.units, limit=length.limit))
    if report.has(Criterion.BLANK) and oath_on:
        from bot.dialog.dates import in_words  # noqa: PLC0415 - see above

        lines.append(render("critique.oath", date=in_words(texts.messages, oath_on)))
    return "\n".join(lines)


def _unread(report: Report) -> bool:
    """Whether the draft is in a language whose words are not judged, and nothing else speaks against it."""
    return report.verdict is Verdict.POLISH and report.next_step is None


def _strengths(texts: Texts, report: Report) -> str:
    lines = [f"✓ {texts.criteria[one].praise}" for one in STRENGTHS if report.has(one)]
    return "\n".join([texts.messages.render("critique.good"), *lines]) if lines else ""


def _faults(texts: Texts, report: Report) -> str:
    findings = _without_repeats([one for one in report.findings if one.criterion in FAULTS])
    lines = [f"✗ {message}" for message in dict.fromkeys(one.message for one in findings)]
    return "\n".join([texts.messages.render("critique.faults"), *lines[:MOST_FAULTS]]) if lines else ""


def _without_repeats(findings: list[Finding]) -> list[Finding]:
    """Of findings by one criterion about the same words the longest; one about the whole draft hides none."""
    kept: list[Finding] = []
    whole = max((one.span.end for one in findings), default=0)
    for one in sorted(findings, key=lambda finding: finding.span.start - finding.span.end):
        said = [other for other in kept if other.span != Span(0, whole) and other.criterion is one.criterion]
        if not any(_overlap(one.span, other.span) for other in said):
            kept.append(one)
    return sorted(kept, key=lambda finding: finding.span)


def _overlap(one: Span | Mark, other: Span | Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _next_step(texts: Texts, report: Report) -> str:
    if not report.draft:
        return ""
    if _unread(report):
        return ""
    if report.next_step is None:
        return texts.messages.render("critique.stop")
    source = texts.criteria[report.next_step.criterion].source.name
    return texts.messages.render("critique.next-step", advice=report.next_step.advice, source=source)


def all_advice(texts: Texts, report: Report) -> str:
    """Everything that could be done, what matters most first: faults, then strengths that are missing."""
    advised = [
        texts.messages.render("critique.advice", title=texts.criteria[one].title, advice=advice)
        for one in (*FAULTS, *STRENGTHS)
        if (advice := report.criteria[one].advice)
    ]
    if not advised:
        return texts.messages.render("critique.stop")
    return "\n".join([texts.messages.render("critique.more"), *advised])


def particular(text: str, report: Report) -> list[str]:
    """The words that only this person can be told, in the order of the draft."""
    spans = sorted({span for one in PARTICULAR if report.has(one) for span in report.criteria[one].words})
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return [" ".join(text[span.start : span.end].split()) for span in kept]


def explanation(texts: Texts, criterion: Criterion) -> Reply:
    """What a criterion is about, with a good and a bad example, who says so, and how sure that is."""
    copy = texts.criteria[criterion]
    why = texts.messages.render("critique.why", title=copy.title, why=copy.body)
    examples = texts.messages.render("critique.why-examples", good=copy.good, bad=copy.bad)
    source = texts.messages.render("critique.why-source", source=copy.source.name, evidence=copy.evidence)
    return _with_details((why, examples), (source,), ())
