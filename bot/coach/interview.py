"""The interview: which question comes next, and how a reply to a question is to be taken."""

import re
from collections.abc import Collection
from enum import Enum, auto
from functools import cached_property
from typing import Final

from msgspec import Struct

from bot.coach.model import Slot
from bot.coach.text import fold, is_blank

MAX_QUESTION: Final = 80  # code points; what is longer tells more than it asks
MAX_ANSWER: Final = 1000  # code points; a longer answer is refused with the number, never cut


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question: what is asked, a hint in one line, an example, and what is said when somebody asks back.

    `title` names the answer in a list. A `required` question cannot be skipped.
    """

    slot: Slot
    title: str
    ask: str
    hint: str
    example: str
    more: str
    required: bool = False


class Reading(Enum):
    """How a reply to a question is to be taken."""

    ANSWER = auto()
    SKIP = auto()
    BACK = auto()
    STOP = auto()
    ASKS_BACK = auto()
    TOO_LONG = auto()
    EMPTY = auto()


class Interview(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """prompts/interview.yaml: the questions in their order, and the words people use around them.

    `skips`, `backs` and `stops` are whole replies, compared without case, accents and punctuation;
    `asks_back` are patterns that a whole question to the coach matches, marks at its end left aside unless
    the pattern has a question mark of its own.
    """

    questions: tuple[Question, ...]
    skips: tuple[str, ...]
    backs: tuple[str, ...]
    stops: tuple[str, ...]
    asks_back: tuple[str, ...]

    def question(self, slot: str) -> Question:
        """The question that fills a slot."""
        return next(question for question in self.questions if question.slot == slot)

    def next_slot(self, answered: Collection[str]) -> Slot | None:
        """The first question that has no answer yet, a skip being one; None at the end."""
        return next((one.slot for one in self.questions if one.slot not in answered), None)

    def previous_slot(self, slot: str, asked: Collection[str]) -> Slot | None:
        """The question before, of those that were asked; None at the beginning."""
        slots = [one.slot for one in self.questions if one.slot in asked or one.slot == slot]
        place = slots.index(self.question(slot).slot)
        return slots[place - 1] if place else None

    def read(self, text: str) -> Reading:
        """How a reply is to be taken."""
        bare = _bare(text)
        if is_blank(text):
            return Reading.EMPTY
        if len(text) > MAX_ANSWER:
            return Reading.TOO_LONG
        if bare in self._skips or (not bare and text.strip() in {"-", "--", "—", "–", "/", "."}):
            return Reading.SKIP
        if bare in self._backs:
            return Reading.BACK
        if bare in self._stops:
            return Reading.STOP
        return Reading.ASKS_BACK if self._asks(text) else Reading.ANSWER

    def _asks(self, text: str) -> bool:
        asked = text.strip()
        if not asked.strip("?"):
            return True
        if len(asked) > MAX_QUESTION:
            return False
        folded = fold(asked).replace("’", "'")
        forms = (folded, folded.rstrip("?!. "))
        return any(self._question_pattern.fullmatch(form) for form in forms)

    @cached_property
    def _skips(self) -> frozenset[str]:
        return frozenset(map(_bare, self.skips))

    @cached_property
    def _backs(self) -> frozenset[str]:
        return frozenset(map(_bare, self.backs))

    @cached_property
    def _stops(self) -> frozenset[str]:
        return frozenset(map(_bare, self.stops))

    @cached_property
    def _question_pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern})" for pattern in self.asks_back))


def _bare(text: str) -> str:
    """A reply without case, accents and punctuation."""
    return " ".join(re.sub(r"[^\w\s]", " ", fold(text).replace("'", "").replace("’", "")).split())
