"""Checks that the messages are those the coach asks for, with the variables it fills in."""

from collections.abc import Iterator

from bot.cli import asked
from bot.content import Content, Messages, find_folder


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


def _against(messages: Messages, model: Messages) -> Iterator[str]:
    written, wanted = set(messages.ids()), set(model.ids())
    yield from map(_missing, sorted(wanted - written))
    yield from map(_unknown, sorted(written - wanted))
    for message_id in sorted(wanted & written):
        yield from _differing(messages, message_id, model.variables(message_id))


def _against_code(messages: Messages) -> Iterator[str]:
    written = set(messages.ids())
    asked_for = {one: asked.matching(one, written) for one in asked.ids(written)}
    yield from map(_missing, sorted(one for one, meant in asked_for.items() if not meant))
    yield from map(_unknown, sorted(written.difference(*asked_for.values())))
    for message_id, filled in asked.variables().items():
        if message_id in written:
            yield from _differing(messages, message_id, filled)


def _differing(messages: Messages, message_id: str, filled: set[str]) -> Iterator[str]:
    wanted = messages.variables(message_id)
    if unknown := sorted(wanted - filled):
        yield f"{_place(message_id)} has {{{{{unknown[0]}}}}}, which the coach does not fill in"
    if unused := sorted(filled - wanted):
        yield f"{_place(message_id)} has no {{{{{unused[0]}}}}}, which the coach fills in"


def _missing(message_id: str) -> str:
    return f"{_place(message_id)} is missing"


def _unknown(message_id: str) -> str:
    return f"{_place(message_id)} is not asked for by anything"


def _place(message_id: str) -> str:
    area, _, name = message_id.partition(".")
    return f"messages/{area}.yaml: {name}"
