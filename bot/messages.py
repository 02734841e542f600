"""The sentences of the content, by id."""

import re
from collections.abc import Iterator
from typing import Final

from bot.errors import ContentError

VARIABLE: Final = re.compile(r"\{\{(\w+)\}\}")


class Messages:
    """The sentences of prompts/messages/*.yaml, by id: `<area>.<name>`."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def ids(self) -> Iterator[str]:
        """All ids."""
        return iter(self._texts)

    def find(self, message_id: str) -> str | None:
        """The message as it is written, if there is one."""
        return self._texts.get(message_id)

    def template(self, message_id: str) -> str:
        """The message as it is written."""
        return self._texts[message_id]

    def templates(self) -> dict[str, str]:
        """All messages as they are written, by id."""
        return dict(self._texts)

    def variables(self, message_id: str) -> set[str]:
        """The names a message wants filled in."""
        return set(VARIABLE.findall(self._texts[message_id]))

    def render(self, message_id: str, **values: object) -> str:
        """The message with its variables filled in, in one pass: braces in a value stay text.

        Raises:
            ContentError: no such message, a variable without a value, or a value without a variable.
        """
        if message_id not in self._texts:
            raise ContentError(f"messages: there is no message {message_id!r}")
        wanted = self.variables(message_id)
        if wanted != values.keys():
            raise ContentError(f"messages: {message_id} wants {sorted(wanted)}, was given {sorted(values)}")
        return VARIABLE.sub(lambda match: str(values[match[1]]), self._texts[message_id])
