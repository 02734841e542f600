"""Who gets a message: a command, the dialog whose button was pressed, the open dialog, or the critique."""

import re
from typing import Final, Protocol

from msgspec.structs import replace

from bot.coach.interview import Reading
from bot.coach.text import fold
from bot.conversation import Choice
from bot.dialog import (
    aside,
    attachments,
    challenge,
    critique,
    doubt,
    followup,
    forget,
    group,
    later,
    note,
    notes,
    oath,
    progress,
    reflection,
    reply,
    settings,
    subscribe,
    subscription,
    talk,
)
from bot.dialog.commands import commands
from bot.dialog.greeting import offer, say_over
from bot.dialog.placing import has_passing_buttons
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
    progress,
    subscribe,
    reply,
    followup,
    notes,
    oath,
    settings,
    forget,
    reflection,
    later,
    talk,
    subscription,
)
DIALOGS: Final = {dialog.NAME: dialog for dialog in _MODULES}
# These hold somebody's words only for the buttons of their last message.
PASSING: Final = (critique.NAME, reply.NAME, followup.NAME)
# These await one line, and nothing but that.
ASIDES: Final = (reflection.NAME, later.NAME, talk.NAME, subscription.NAME)


async def route(turn: Turn) -> None:
    """Let the right part of the coach answer; every turn gets an answer."""
    turn.speak()
    if turn.incoming.group is not None:
        await group.answer(turn)
        return
    before = {name: turn.states.get(name) for name in PASSING}
    await _route(turn)
    waiting = turn.states.get(turn.dialog or "", {}).get("back_to")  # goes on when the open one is over
    for name, state in before.items():
        if name not in {turn.dialog, waiting} and turn.states.get(name) == state:
            turn.states.pop(name, None)


async def _route(turn: Turn) -> None:
    incoming = turn.incoming
    choice = incoming.choice or _typed_label(turn)
    _leave_aside(turn, choice)
    if incoming.location is not None:
        subscribe.on_location(turn)
    elif incoming.edited and _COMMAND.fullmatch(incoming.text.strip()):
        turn.say("general.edited-command")
    elif incoming.edited:
        await critique.on_edit(turn)
    elif incoming.origin is not None and choice is None:
        await critique.take_passed_on(turn)
    elif choice is not None:
        await _pressed(turn, choice)
    elif command := _COMMAND.fullmatch(incoming.text.strip()):
        await _command(turn, command[1].lower(), (command[2] or "").strip())
    elif turn.dialog is None and (criterion := critique.asked_why(turn)):
        critique.explain(turn, criterion)
    elif turn.dialog in DIALOGS:
        await _typed(turn, DIALOGS[turn.dialog])
    elif len(incoming.text.strip()) >= DRAFT_LENGTH:
        await critique.read(turn, incoming.text)
    else:
        offer(turn, "general.short")


def _leave_aside(turn: Turn, choice: str | None) -> None:
    """What is not for the aside that is open ends it."""
    name = turn.dialog
    if name not in ASIDES or turn.incoming.edited:
        return
    if choice is None:
        meant = not _COMMAND.fullmatch(turn.incoming.text.strip()) and not aside.is_stale(turn, name)
    else:
        meant = choice == doubt.ANSWER or choice.startswith(f"{name}:")
    if not meant:
        aside.close_aside(turn, name)


async def _typed(turn: Turn, dialog: Dialog) -> None:
    """What was typed is for the open dialog, unless it looks like a draft: then that is asked."""
    if turn.tools.texts.interview.read(turn.incoming.text) is Reading.STOP:
        await commands()["cancel"].handle(turn, "")
        return
    awaited = dialog.NAME not in {critique.NAME, notes.NAME} and not note.is_finished(turn)
    if awaited and doubt.begins_like_a_draft(turn.incoming.text):
        doubt.ask_whether(turn)
    else:
        await dialog.on_text(turn)


def _typed_label(turn: Turn) -> str | None:
    """The button somebody means who types its label, of the last message or of the challenge that came."""
    typed = fold(turn.incoming.text)
    offered: tuple[Choice, ...] = turn.known.session.offered
    if turn.dialog is None and turn.known.last_week is not None:
        offered += challenge.buttons(turn.tools.texts, turn.known.last_week)
    named = next((choice.data for choice in offered if typed and fold(choice.label) == typed), None)
    return _first_words(turn, typed) if named is None and turn.dialog is None else named


def _first_words(turn: Turn, typed: str) -> str | None:
    """The only button offered last whose label begins like this and goes on after a comma: "Yes, ask me"."""
    begun = {
        choice.data for choice in turn.known.session.offered if fold(choice.label).startswith(f"{typed},")
    }
    return begun.pop() if typed and len(begun) == 1 else None


async def _pressed(turn: Turn, data: str) -> None:
    name, _, rest = data.partition(":")
    action, _, argument = rest.partition(":")
    if name == "command":
        await _command(turn, action, argument)
    elif data == doubt.ANSWER and turn.dialog in DIALOGS:
        turn.incoming = replace(turn.incoming, text=doubt.pasted(turn), choice=None)
        await DIALOGS[turn.dialog].on_text(turn)
    elif name in DIALOGS:
        await _chosen(turn, DIALOGS[name], action, argument)
    elif name == attachments.NAME:
        attachments.answer(turn, action)
    elif turn.dialog == note.NAME:
        turn.fade()
        turn.say("general.old-question")
        note.remind(turn)
    else:
        say_over(turn)


async def _chosen(turn: Turn, dialog: Dialog, action: str, argument: str) -> None:
    """Let a dialog answer its button. New buttons take those of an open question away: it is asked again."""
    before = turn.dialog, turn.states.get(note.NAME)
    await dialog.on_choice(turn, action, argument)
    open_still = (turn.dialog, turn.states.get(note.NAME)) == before and turn.dialog == note.NAME
    if open_still and dialog.NAME != note.NAME and any(has_passing_buttons(one) for one in turn.replies):
        note.remind(turn)


async def _command(turn: Turn, name: str, args: str) -> None:
    before = turn.dialog, turn.states.get(note.NAME)
    if command := commands().get(name):
        await command.handle(turn, args)
    else:
        offer(turn, "general.unknown-command")
    if (turn.dialog, turn.states.get(note.NAME)) == before and turn.dialog == note.NAME != name:
        note.remind(turn)
