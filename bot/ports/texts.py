"""The content the dialogs speak from."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.coach.challenge import Challenge
from bot.coach.critique.rule import CriterionCopy
from bot.coach.interview import Interview
from bot.coach.model import Criterion


class Messages(Protocol):
    """The sentences people read, by id."""

    def render(self, message_id: str, **values: object) -> str:
        """The message with its variables filled in."""
        ...


class Languages(Protocol):
    """The content in other languages; what one of them lacks is said in the first."""

    @property
    def first(self) -> str:
        """The code of the language that is complete."""
        ...

    @property
    def others(self) -> Sequence[str]:
        """The codes of the others."""
        ...

    def texts(self, *wanted: str | None) -> "Texts":
        """The content in the first of these languages that is there."""
        ...


class Texts(Protocol):
    """The content the dialogs speak from."""

    @property
    def messages(self) -> Messages:
        """The sentences of the dialogs."""
        ...

    @property
    def criteria(self) -> Mapping[Criterion, CriterionCopy]:
        """How the criteria are spoken of."""
        ...

    @property
    def challenges(self) -> Mapping[int, Challenge]:
        """The weeks that are written."""
        ...

    @property
    def interview(self) -> Interview:
        """The questions."""
        ...
