"""What speaks for a criterion being present, wherever it comes from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from msgspec import Struct

from bot.coach.critique.reading import Reading
from bot.coach.model import Criterion, Finding, Span

# Somebody who sent the writer is also the way they came to know of the person.
ALSO_SHOWS: Final[Mapping[Criterion, Criterion]] = {Criterion.REFERRER: Criterion.CONTEXT}


class Evidence(Struct, frozen=True):
    """A finding, and how sure its source is of it, from 0 to 1."""

    finding: Finding
    confidence: float

    @property
    def criterion(self) -> Criterion:
        """What it speaks for."""
        return self.finding.criterion

    @property
    def span(self) -> Span:
        """The words that show it."""
        return self.finding.span


class Source(Protocol):
    """Anything that reads a draft and says what it saw: the rules are one."""

    def find(self, reading: Reading) -> Iterable[Evidence]:
        """All evidence in a draft, in any order."""
        ...


def spans_by_criterion(evidence: Sequence[Evidence]) -> Mapping[Criterion, list[tuple[Span, float]]]:
    """The stretches that show each criterion, with how sure that is; none for what nothing shows."""
    found: defaultdict[Criterion, list[tuple[Span, float]]] = defaultdict(list)
    for piece in evidence:
        shown = (piece.span, piece.confidence)
        found[piece.criterion].append(shown)
        if also := ALSO_SHOWS.get(piece.criterion):
            found[also].append(shown)
    return found


def together(confidences: Iterable[float]) -> float:
    """How sure several pieces make it: each one leaves its share of the doubt."""
    doubt = 1.0
    for confidence in confidences:
        doubt *= 1.0 - confidence
    return round(1.0 - doubt, 3)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Stretches in order, those that overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
