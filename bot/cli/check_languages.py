"""Checks the folders of other languages: they may be partial, but what is there has to fit."""

from collections.abc import Iterator

from bot.cli.check_messages import differing, sizes, unknown
from bot.content import Content
from bot.dialog.commands import commands
from bot.messages import Messages
from bot.translation import MENU, Languages, Translation


def problems(content: Content) -> Iterator[str]:
    """What does not fit in any language, a line each."""
    for code in Languages(content).others:
        yield from _of(Translation(content, code), content.messages, f"languages/{code}/")


def _of(translation: Translation, model: Messages, place: str) -> Iterator[str]:
    own = Messages(translation.own_messages)
    wanted = set(model.ids())
    for message_id in own.ids():
        if message_id.startswith(MENU):
            if (name := message_id.removeprefix(MENU)) not in commands():
                yield f"{place}messages/menu.yaml: there is no command /{name}"
        elif message_id not in wanted:
            yield place + unknown(message_id)
        else:
            yield from (place + one for one in differing(own, message_id, model.variables(message_id)))
    yield from (place + one for one in sizes(own))
    _ = translation.interview, translation.challenges  # reading them says what is wrong with them
