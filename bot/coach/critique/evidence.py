"""What speaks for a criterion being present, wherever it comes from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from msgspec import Struct

from bot.coach.critique.reading import Reading
from bot.coach.model import Criterion, Finding, Span

# Somebody who sent the writer is also the way they came to know of the person.
ALSO_SHOWS: Final[Mapping[Criterion, Criterion]] = {Criterion.REFERRER: Criterion.CONTEXT}


class Evidence(Struct, frozen=True):
    """A finding, how sure its source is of it, from 0 to 1, and whether its words are shown for it."""

    finding: Finding
    confidence: float
    shown: bool = True

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


def by_criterion(evidence: Iterable[Evidence]) -> Mapping[Criterion, list[Evidence]]:
    """What speaks for each criterion; nothing for what nothing shows."""
    found: defaultdict[Criterion, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        found[piece.criterion].append(piece)
        if also := ALSO_SHOWS.get(piece.criterion):
            found[also].append(piece)
    return found


def together(evidence: Iterable[Evidence]) -> float:
    """How sure several pieces make it: each one leaves its share of the doubt."""
    doubt = 1.0
    for piece in evidence:
        doubt *= 1.0 - piece.confidence
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
