"""What can be made of a draft with its own words alone: taking out the sentences that get in the way."""

from collections.abc import Callable
from typing import Final

from bot.coach.critique.reading import plain, sentences
from bot.coach.model import Criterion, Report, Span, Verdict

TAKEN_OUT: Final = frozenset({Criterion.ASK, Criterion.PITCH, Criterion.PLACEHOLDER, Criterion.GENERIC})


def without_faults(text: str, report: Report, judge: Callable[[str, int], Report]) -> str | None:
    """The draft without the sentences at fault, where that makes it one to send or to polish.

    Nothing is added and no word is changed. None when nothing would be left, or it would be no better.
    """
    whole = Span(0, len(text))
    faults = [one.span for one in report.findings if one.criterion in TAKEN_OUT and one.span != whole]
    kept = [
        sentence
        for sentence in sentences(plain(text))
        if not any(fault.start < sentence.end and sentence.start < fault.end for fault in faults)
    ]
    shorter = _joined(text, kept)
    if not kept or shorter == text.strip():
        return None
    return shorter if judge(shorter, report.length.limit).verdict in {Verdict.SEND, Verdict.POLISH} else None


def _joined(text: str, kept: list[Span]) -> str:
    """The sentences, with the white space that stood before each of them."""
    pieces: list[str] = []
    end = 0
    for sentence in kept:
        between = text[end : sentence.start]
        gap = "" if not pieces else "\n" if "\n" in between else " "
        pieces.append(gap + text[sentence.start : sentence.end])
        end = sentence.end
    return "".join(pieces)
