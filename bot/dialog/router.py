"""Who gets a message: a command, the dialog whose button was pressed, the open dialog, or the critique."""

import re
from typing import Final, Protocol

from bot.coach.text import fold
from bot.conversation import Choice
from bot.dialog import challenge, critique, forget, note, notes, oath, reply, settings, subscribe
from bot.dialog.commands import commands
from bot.dialog.greeting import offer
from bot.dialog.turn import Turn

DRAFT_LENGTH: Final = 40  # code points; a pasted text of this length outside a dialog is taken for a draft
_COMMAND = re.compile(r"/([A-Za-z_]+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)


class Dialog(Protocol):
    """What the router needs of a dialog's module."""

    NAME: str

    async def on_text(self, turn: Turn) -> None:
        """Go on with what was typed."""
        ...

    async def on_choice(self, turn: Turn, action: str, argument: str) -> None:
        """Go on with a pressed button."""
        ...


_MODULES: Final[tuple[Dialog, ...]] = (
    note,
    critique,
    challenge,
    subscribe,
    reply,
    notes,
    oath,
    settings,
    forget,
)
DIALOGS: Final = {dialog.NAME: dialog for dialog in _MODULES}


async def route(turn: Turn) -> None:
    """Let the right part of the coach answer; every turn gets an answer."""
    incoming = turn.incoming
    choice = incoming.choice or _typed_label(turn)
    if incoming.edited:
        await critique.on_edit(turn)
    elif choice is not None:
        await _pressed(turn, choice)
    elif command := _COMMAND.fullmatch(incoming.text.strip()):
        await _command(turn, command[1].lower(), (command[2] or "").strip())
    elif turn.dialog in DIALOGS:
        await DIALOGS[turn.dialog].on_text(turn)
    elif len(incoming.text.strip()) >= DRAFT_LENGTH:
        await critique.read(turn, incoming.text)
    else:
        offer(turn, "general.short")


def _typed_label(turn: Turn) -> str | None:
    """The button somebody means who types its label."""
    typed = fold(turn.incoming.text)
    offered: tuple[Choice, ...] = turn.known.session.offered
    return next((choice.data for choice in offered if typed and fold(choice.label) == typed), None)


async def _pressed(turn: Turn, data: str) -> None:
    name, _, rest = data.partition(":")
    action, _, argument = rest.partition(":")
    if name == "command":
        await _command(turn, action, argument)
    elif name in DIALOGS:
        await DIALOGS[name].on_choice(turn, action, argument)
    elif name == "other":
        turn.say("general.only-text")
    else:
        offer(turn, "general.old-button")


async def _command(turn: Turn, name: str, args: str) -> None:
    before = turn.dialog, turn.states.get(note.NAME)
    if command := commands().get(name):
        await command.handle(turn, args)
    else:
        offer(turn, "general.unknown-command")
    if (turn.dialog, turn.states.get(note.NAME)) == before and turn.dialog == note.NAME != name:
        note.remind(turn)
