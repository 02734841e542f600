"""The interview: which question comes next, and what an answer does. State in, state out."""

from typing import Final, Literal

from msgspec import Struct, field

from bot.coach.model import SLOTS, Slot

MAX_ANSWER: Final = 1000  # code points; longer is refused with the number, never cut


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question: what is asked, a hint in one line, an example, and what is said when somebody asks back."""

    slot: Slot
    ask: str
    hint: str
    example: str
    more: str
    required: bool = False


class Interview(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """prompts/interview.yaml: the questions in their order, and the words people use to skip or to ask back."""

    questions: tuple[Question, ...]
    skips: tuple[str, ...]
    asks_back: tuple[str, ...]

    def question(self, slot: str) -> Question:
        """The question that fills a slot."""
        return next(question for question in self.questions if question.slot == slot)
