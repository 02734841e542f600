"""Checks that the messages are those the coach asks for, with the variables it fills in."""

import re
from collections.abc import Iterator
from typing import Final

from bot.cli import asked
from bot.coach.text import MESSAGE_UNITS, units
from bot.content import Content, find_folder
from bot.messages import Messages

MOST: Final = MESSAGE_UNITS // 2  # what is filled in has to fit as well
# The most that Telegram takes in places that are small.
MOST_UNITS: Final = {"placeholder.": 64, "bot.description": 512, "bot.short-description": 120, "menu.": 256}


def problems(content: Content) -> Iterator[str]:
    """What is missing, what nobody asks for, and which variables differ; a line each.

    Another folder of content is held against the one that comes with the code, which the tests hold against
    the code; that one itself against the code, as far as it can be read out of it.
    """
    own = find_folder()
    if content.folder.resolve() == own.resolve():
        yield from _against_code(content.messages)
    else:
        yield from _against(content.messages, Content(own).messages)


def sizes(messages: Messages) -> Iterator[str]:
    """What is empty, too long for its place, or loud; a line each."""
    for message_id in messages.ids():
        text = messages.template(message_id)
        if not text.strip():
            yield f"messages: {message_id} is empty"
        if units(text) > next(
            (most for kind, most in MOST_UNITS.items() if message_id.startswith(kind)), MOST
        ):
            yield f"messages: {message_id} is too long for its place"
        if re.search(r"!\s*!", text):
            yield f"messages: {message_id} has exclamation marks in a row"


def _against(messages: Messages, model: Messages) -> Iterator[str]:
    written, wanted = set(messages.ids()), set(model.ids())
    yield from map(_missing, sorted(wanted - written))
    yield from map(unknown, sorted(written - wanted))
    for message_id in sorted(wanted & written):
        yield from differing(messages, message_id, model.variables(message_id))


def _against_code(messages: Messages) -> Iterator[str]:
    written = set(messages.ids())
    asked_for = {one: asked.matching(one, written) for one in asked.ids(written)}
    yield from map(_missing, sorted(one for one, meant in asked_for.items() if not meant))
    yield from map(unknown, sorted(written.difference(*asked_for.values())))
    for message_id, filled in asked.variables().items():
        if message_id in written:
            yield from differing(messages, message_id, filled)


def differing(messages: Messages, message_id: str, filled: set[str]) -> Iterator[str]:
    """How the variables of a message differ from what the coach fills in."""
    wanted = messages.variables(message_id)
    if unknown := sorted(wanted - filled):
        yield f"{_place(message_id)} has {{{{{unknown[0]}}}}}, which the coach does not fill in"
    if unused := sorted(filled - wanted):
        yield f"{_place(message_id)} has no {{{{{unused[0]}}}}}, which the coach fills in"


def _missing(message_id: str) -> str:
    return f"{_place(message_id)} is missing"


def unknown(message_id: str) -> str:
    """The complaint about a message that nothing asks for."""
    return f"{_place(message_id)} is not asked for by anything"


def _place(message_id: str) -> str:
    area, _, name = message_id.partition(".")
    return f"messages/{area}.yaml: {name}"
