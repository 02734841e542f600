"""What a draft already tells, as answers to the interview: for those who would rather talk than rewrite."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coach.critique.reading import plain, sentences
from bot.coach.critique.words import NO_NAMES
from bot.coach.model import Criterion, Report, Slot, Span

# A sentence is used once, by the first of these that it shows.
_SLOT_OF: Final[tuple[tuple[Criterion, Slot], ...]] = (
    (Criterion.REFERRER, "referrer"),
    (Criterion.CONTEXT, "how_met"),
    (Criterion.STANDOUT, "standout"),
    (Criterion.COMMON_GROUND, "common_ground"),
    (Criterion.VALUE, "value"),
    (Criterion.INTRODUCTION, "about_me"),
)
_BLAMED: Final = (Criterion.ASK, Criterion.PITCH, Criterion.PLACEHOLDER)
_WORD: Final = r"[^\W\d_][\w’'-]*\.?"
_TITLE: Final = r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Madam|Rev|Judge|Chef|Captain|Coach)\b\.? "
_GREETED = re.compile(
    rf"^\W*(?:(?i:hi|hello|dear|hey|good (?:morning|afternoon|evening|day)|greetings)[, ]+)((?:{_TITLE}|"
    rf"(?!{_TITLE})){_WORD}(?: {_WORD}){{0,2}}?)\s*(?=[,!:;.\n—–]|- | [—–-])"
    rf"|^\W*((?:{_TITLE})?[A-ZÀ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÞĀ-Ž][\w’'-]+)?)\s*(?:,|—|–|:|\n)",
)
_NAME = re.compile(
    rf"(?:{_TITLE})?[^\W\d_a-zß-ÿ][\w’'.-]*(?:[ ](?:de|da|van|von|bin|al|el|la|of|the) ?(?=[A-Z])|"
    rf"[ ][^\W\d_a-zß-ÿ][\w’'-]*)*"
)
_ROLE = re.compile(
    r"\b(?:my|our) (?:[\w'’-]+ ){0,3}?(?=suggest|said|told|sent|recommend|thought|point|gave|mention|hand|"
    r"ask|think|insist|urge|reckon|encourag|advis)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:—–]\s|\s-\s|\s(?:and|but|so)\s")
_NOT_GREETED: Final = frozenset(
    {"there", "all", "everyone", "team", "sir", "madam", "friend", "dear", "ma", "folks"}
)


def answers_from(text: str, report: Report) -> dict[str, str]:
    """What a draft already tells, slot by slot.

    Only words of the draft, and none that ask, sell or stand for something left unfilled.

    Args:
        text: the draft.
        report: what the critique said of this very text.

    Returns:
        Interview slots and their answers; a slot the draft says nothing about is not there.
    """
    answers: dict[str, str] = {}
    if not report.draft:
        return answers
    if (name := _greeted(text)) and not _blamed(report, Span(0, text.index(name) + len(name))):
        answers["who"] = name
    used: list[Span] = []
    for criterion, slot in _SLOT_OF:
        if answer := _answer(text, report, criterion, used):
            answers[slot] = answer
    return answers


def _greeted(text: str) -> str | None:
    match = _GREETED.match(text)
    if match is None:
        return None
    name = (match[1] or match[2]).strip(" .")
    return None if name.lower() in _NOT_GREETED or name.lower().split()[0] in NO_NAMES else name


def _answer(text: str, report: Report, criterion: Criterion, used: list[Span]) -> str | None:
    if not report.has(criterion):
        return None
    pieces = list(_free(text, report, criterion, used))
    if not pieces:
        return None
    if criterion is Criterion.REFERRER:
        return _person(text[pieces[0].start : pieces[0].end])
    if criterion is Criterion.CONTEXT:
        del pieces[1:]  # the rest has more to say than how they met
    used.extend(pieces)
    return " ".join(text[piece.start : piece.end].strip(" ,;:—–\r\n") for piece in pieces)


def _free(text: str, report: Report, criterion: Criterion, used: list[Span]) -> Iterator[Span]:
    """The sentences that show a criterion, or what of them is neither blamed nor used for another slot."""
    for sentence in sentences(plain(text)):
        if any(_overlap(sentence, span) for span in used):
            continue
        evidence = [span for span in report.criteria[criterion].words if _overlap(sentence, span)]
        if not evidence:
            continue
        body = Span(_after_greeting(text, sentence), sentence.end)
        if not _blamed(report, body):
            yield body
        else:
            yield from _clauses(text, report, body, evidence)


def _clauses(text: str, report: Report, body: Span, evidence: list[Span]) -> Iterator[Span]:
    ends = [match.start() + body.start for match in _CLAUSE_END.finditer(text[body.start : body.end])]
    start = body.start
    for end in [*ends, body.end]:
        clause = Span(start, end)
        if (
            any(_overlap(clause, span) for span in evidence)
            and not _blamed(report, clause)
            and text[start:end].strip()
        ):
            yield clause
        start = end


def _after_greeting(text: str, sentence: Span) -> int:
    match = _GREETED.match(text)
    if match is None or match.end() <= sentence.start or match.end() >= sentence.end:
        return sentence.start
    rest = text[match.end() : sentence.end]
    return match.end() + len(rest) - len(rest.lstrip(" ,;:!—–-\r\n"))


def _person(words: str) -> str | None:
    if role := _ROLE.search(words):
        return role[0].strip()
    names = [match[0].strip(" .'’") for match in _NAME.finditer(words)]
    return next((name for name in names if name.lower() not in NO_NAMES), None)


def _blamed(report: Report, span: Span) -> bool:
    return any(_overlap(span, evidence) for fault in _BLAMED for evidence in report.criteria[fault].evidence)


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
