"""Where in a draft a criterion shows: the sentence the model points to, as whole clauses."""

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

from msgspec.structs import replace

from bot.coach.critique.evidence import Evidence
from bot.coach.critique.reading import Reading, Scores
from bot.coach.model import Criterion, Span

PRESENT: Final = 0.5
# When words are shown for a strength: the draft has it by the model (a probability), or a rule is sure (its
# confidence) and the sentence is not against it (a score); and that sentence shows it by itself, or does so
# more than any other and is hardly against it. Of what that leaves out, careful readers had found half wrong.
LIKELY: Final = 0.65
SURE: Final = 0.85
EVIDENT: Final = 1.5
HARDLY: Final = -0.5
TOLD: Final = frozenset({Criterion.REFERRER, Criterion.VALUE})  # said in plain words, and seldom elsewhere
NEAR: Final = 0.5  # of the best sentence's score; what is farther below it shows something else
SHORT: Final = 160  # code points; a sentence as long as that is shown whole
_CLAUSE_END = re.compile(r"[,;:()]| - |--")


def placed(evidence: Sequence[Evidence], reading: Reading, scores: Scores) -> list[Evidence]:
    """What the rules found, as clauses, without what the model sees better shown in other sentences."""
    return [
        _whole(piece, reading) if piece.criterion in scores.sentences else piece
        for piece in evidence
        if _is_near(piece, reading, scores)
    ]


def clear(evidence: Sequence[Evidence], reading: Reading, scores: Scores) -> Iterator[Evidence]:
    """The same; the words of a strength that may not be the ones are not shown."""
    best: dict[Criterion, float] = {}
    for piece in evidence:
        best[piece.criterion] = max(best.get(piece.criterion, HARDLY), _score(piece, reading, scores))
    for piece in evidence:
        score, likely = _score(piece, reading, scores), scores.probabilities.get(piece.criterion, 1.0)
        is_there = likely >= LIKELY or (piece.confidence >= SURE and score >= 0)
        is_here = piece.criterion in TOLD or score >= min(EVIDENT, best[piece.criterion])
        yield piece if piece.criterion.is_fault or (is_there and is_here) else replace(piece, shown=False)


def _score(piece: Evidence, reading: Reading, scores: Scores) -> float:
    """How clearly the sentence of some words shows what they are shown for; as can be, where nobody says."""
    values = scores.sentences.get(piece.criterion)
    return values[_sentence_of(piece.span, reading)] if values else inf


def _is_near(piece: Evidence, reading: Reading, scores: Scores) -> bool:
    values = scores.sentences.get(piece.criterion)
    if not values or scores.probabilities[piece.criterion] < PRESENT:
        return True
    return values[_sentence_of(piece.span, reading)] >= max(values) - NEAR


def _sentence_of(span: Span, reading: Reading) -> int:
    """The number of the sentence that a stretch begins in."""
    starts = [number for number, one in enumerate(reading.sentences) if one.start <= span.start]
    return starts[-1] if starts else 0


def _whole(piece: Evidence, reading: Reading) -> Evidence:
    """The same with its words made whole: for a strength a short sentence, for a fault only the clause."""
    if not reading.sentences:
        return piece
    first = reading.sentences[_sentence_of(piece.span, reading)]
    last = reading.sentences[_sentence_of(Span(piece.span.end - 1, piece.span.end), reading)]
    start, end = reading.begin_of(first), reading.end_of(last)
    if piece.criterion.is_fault or end - start > SHORT:
        start, end = _clauses(reading.plain, Span(start, end), piece.span)
    span = Span(min(start, piece.span.start), max(end, piece.span.end))
    return replace(piece, finding=replace(piece.finding, span=span))


def _clauses(text: str, sentence: Span, words: Span) -> tuple[int, int]:
    """From the mark before some words to the mark after them."""
    before = [mark.end() for mark in _CLAUSE_END.finditer(text, sentence.start, words.start)]
    after = _CLAUSE_END.search(text, words.end, sentence.end)
    start = before[-1] if before else sentence.start
    while start < words.start and text[start] == " ":
        start += 1
    return start, after.start() if after else sentence.end
