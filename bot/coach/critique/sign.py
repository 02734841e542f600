"""A regular expression that is tried on few texts: what gives something away, what looks like a field."""

import re
from collections.abc import Iterator
from functools import cached_property

from bot.coach.critique.landmark import Landmarks, all_in, literals
from bot.errors import ContentError


class Sign:
    """A regular expression over a text as it is; compiled when a text first has all of its literals.

    Attributes:
        source: as it was written.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _literals(self) -> tuple[Landmarks, ...]:
        return literals(self.source)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression.

        Raises:
            ContentError: it is none; the content check compiles them all.
        """
        try:
            return re.compile(self.source)
        except re.error as error:
            raise ContentError(f"the pattern {self.source!r} is none: {error}") from error

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Wherever it matches."""
        return self.regex.finditer(text) if all_in(self._literals, text) else iter(())

    def find_all(self, text: str) -> list[str]:
        """The words, wherever they are."""
        return [match[0] for match in self.matches(text)]

    def is_in(self, text: str) -> bool:
        """Whether it is anywhere in a text."""
        return all_in(self._literals, text) and self.regex.search(text) is not None

    def leads(self, text: str) -> bool:
        """Whether a text begins with it."""
        return self.regex.match(text) is not None
