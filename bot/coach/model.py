"""The values that critique and composer share."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

Slot = Literal["who", "how_met", "referrer", "standout", "common_ground", "value", "about_me"]
SLOTS: Final[tuple[Slot, ...]] = (
    "who",
    "how_met",
    "referrer",
    "standout",
    "common_ground",
    "value",
    "about_me",
)
Answers = Mapping[str, str]


class Criterion(StrEnum):
    """What every draft is judged by; first the strengths, then the faults."""

    CONTEXT = "context"
    REFERRER = "referrer"
    STANDOUT = "standout"
    COMMON_GROUND = "common_ground"
    VALUE = "value"
    INTRODUCTION = "introduction"
    REASON = "reason"
    ASK = "ask"
    PITCH = "pitch"
    GENERIC = "generic"
    PLACEHOLDER = "placeholder"
    LENGTH = "length"
    BLANK = "blank"

    # That of the string which it equals; Enum's own is slow, and all judgements are looked up by criterion.
    __hash__ = str.__hash__

    @property
    def is_fault(self) -> bool:
        """Whether a draft is better without it."""
        return self in _FAULTS


CRITERIA: Final = tuple(Criterion)
STRENGTHS: Final = CRITERIA[:7]
FAULTS: Final = CRITERIA[7:]
_FAULTS: Final = frozenset(FAULTS)


class Verdict(StrEnum):
    """What to do with a draft."""

    SEND = "send"
    POLISH = "polish"
    REWRITE = "rewrite"
    NOT_A_DRAFT = "not_a_draft"


class Span(Struct, frozen=True, order=True):
    """A stretch of a text: code points, end exclusive."""

    start: int
    end: int


class Length(Struct, frozen=True):
    """How long a draft is, in UTF-16 code units with a line break as one; `over` is by how many too long."""

    units: int
    limit: int
    over: int


class Judgement(Struct, frozen=True):
    """One criterion of one draft. For a fault, `present` means that the fault is there.

    `evidence` are the words that show it, `unclear` those that may: enough to go by, not to point at.
    `advice` is what to do about it: None where there is nothing to do.
    """

    present: bool
    confidence: float
    evidence: tuple[Span, ...] = ()
    advice: str | None = None
    unclear: tuple[Span, ...] = ()

    @property
    def words(self) -> tuple[Span, ...]:
        """All words that show it or may."""
        return tuple(sorted({*self.evidence, *self.unclear}))


class Finding(Struct, frozen=True):
    """A rule that fired on some words of a draft; `message` says so to the person."""

    rule: str
    criterion: Criterion
    span: Span
    message: str


class NextStep(Struct, frozen=True):
    """The one thing worth doing first."""

    criterion: Criterion
    advice: str


class Report(Struct, frozen=True, kw_only=True):
    """All that the critique found in one draft. Every criterion is always there.

    `other` says what the text is in place of a draft, in one word ("reply", "link", "two_drafts", ...).
    """

    draft: bool
    language: str
    length: Length
    verdict: Verdict
    criteria: dict[Criterion, Judgement]
    next_step: NextStep | None = None
    findings: tuple[Finding, ...] = ()
    other: str | None = None

    def has(self, criterion: Criterion) -> bool:
        """Whether the criterion is present."""
        return self.criteria[criterion].present


class Manner(Struct, frozen=True):
    """How somebody likes their notes: `formality` None goes by what was typed; `emoji` keeps one that was."""

    formality: Literal["first", "formal"] | None = None
    emoji: bool = False


class Part(Struct, frozen=True):
    """Which answer the words of a note between two code points come from."""

    start: int
    end: int
    slot: str


class Note(Struct, frozen=True):
    """A note the coach has written; `parts` says where its words come from."""

    text: str
    units: int
    limit: int
    parts: tuple[Part, ...] = ()


class LeftOut(Struct, frozen=True):
    """An answer, or a part of one, that is not in the notes, and why, as a sentence for the person."""

    slot: str
    why: str


class Composition(Struct, frozen=True, kw_only=True):
    """What became of the answers.

    `note`: up to three notes that differ, the best first. `advice`: there is no note to write, `advice` says
    what to do instead. `question`: something has to be known first, `advice` asks it, `slot` is what it is
    about. `doubt` is an answer in which it could not be told who is meant by he, she or they.
    """

    outcome: Literal["note", "advice", "question"]
    notes: tuple[Note, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    advice: str | None = None
    slot: str | None = None
    doubt: Slot | None = None
