"""What the coach does in a group: the weekly challenge, and nothing of one person."""

import re
from typing import Final

from msgspec.structs import replace

from bot.coach.challenge import WEEKS
from bot.conversation import Choice, Reply
from bot.dialog import challenge, subscribe, subscription
from bot.dialog.commands import GROUP, GROUP_ADMIN, commands
from bot.dialog.turn import Row, Turn
from bot.ports import Texts

NAME = "group"
DID_IT: Final = "challenge:did-it:"
ADDED: Final = "group:added"
_COMMAND: Final = re.compile(r"/([A-Za-z_]+)(?:\s+(.*))?", re.DOTALL)
LONG: Final = 5  # digits; no week has as many
_STEERING: Final = {subscribe.NAME: subscribe, subscription.NAME: subscription}
# What a button in a group may do; all else is of one person.
_BUTTONS: Final = ("subscribe:", "pause:", "command:pause", "command:resume", "command:unsubscribe")
_NOT_HERE: Final = ("subscribe:check-in", "subscribe:restart", "subscribe:drop-history", "subscribe:stay")


def letter(texts: Texts, week: int) -> tuple[Reply, ...]:
    """A week's challenge for a group: nobody is asked in public what became of it."""
    (reply,) = challenge.letter(texts, week)
    render = texts.messages.render
    rows = (
        (
            Choice(f"{DID_IT}{week}", render("button.i-did-it")),
            Choice(f"command:challenge:{week}", render("button.with-me"), start=f"week{week}"),
        ),
        tuple(one for row in reply.choices for one in row if one.share),
    )
    return (replace(reply, choices=rows),)


async def answer(turn: Turn) -> None:
    """Answer what was said to the bot in a group."""
    incoming = turn.incoming
    if incoming.choice == ADDED:
        turn.say("group.hello", bot=_bot(turn))
    elif incoming.choice is not None:
        await _pressed(turn, incoming.choice)
    elif command := _COMMAND.fullmatch(incoming.text.strip()):
        await _command(turn, command[1].lower(), (command[2] or "").strip())
    elif turn.dialog in _STEERING and _is_admin(turn):
        await _STEERING[turn.dialog].on_text(turn)
    else:
        _to_own_chat(turn, "group.private")
    turn.replies = [fit for reply in turn.replies if (fit := _fit(turn, reply)) is not None]


async def _command(turn: Turn, name: str, args: str) -> None:
    command = commands().get(name)
    if name == challenge.NAME:
        _show(turn, args)
    elif name in {"help", "start"}:
        _to_own_chat(turn, "group.help", bot=_bot(turn))
    elif command is None or not {GROUP, GROUP_ADMIN} & set(command.where):
        _to_own_chat(turn, "group.private", name)
    elif not _is_admin(turn):
        _to_own_chat(turn, "group.only-admins", name)
    else:
        await command.handle(turn, args)


def _show(turn: Turn, asked: str) -> None:
    """Show a week's challenge: the one that was asked for, or where the group stands."""
    subscription = turn.known.subscription
    stands = turn.known.last_week or (subscription.next_week if subscription else 1)
    week = stands if not asked else int(asked) if asked.isdecimal() and len(asked) < LONG else 0
    if week in turn.tools.texts.challenges:
        turn.reply(letter(turn.tools.texts, week)[0])
    else:
        turn.say("challenge.no-such-week", last=WEEKS)


async def _pressed(turn: Turn, data: str) -> None:
    """A press by somebody who may not is explained where they pressed; here it changes nothing."""
    if not _is_admin(turn) or not data.startswith(_BUTTONS) or data.startswith(_NOT_HERE):
        return
    name, _, rest = data.partition(":")
    if name == "command":
        await commands()[rest].handle(turn, "")
    else:
        action, _, argument = rest.partition(":")
        await _STEERING[name].on_choice(turn, action, argument)


def _to_own_chat(turn: Turn, message_id: str, start: str = "help", **values: object) -> None:
    link = Choice(f"command:{start}", turn.text("button.own-chat"), start=start)
    turn.reply(Reply(text=turn.text(message_id, **values), choices=((link,),), lasting=True))


def _fit(turn: Turn, reply: Reply) -> Reply | None:
    """The reply without the buttons that are not for a group; None where nothing else was in it."""
    rows = tuple(row for row in (_shown(row) for row in reply.choices) if row)
    if reply.choices and not rows:
        return None
    text = reply.text
    if turn.dialog in _STEERING and reply is turn.replies[-1]:
        text = f"{text}\n{turn.text('group.reply-here')}"
    return replace(reply, text=text, choices=rows, placeholder=None)


def _shown(row: Row) -> Row:
    return tuple(
        one
        for one in row
        if one.start or one.share or one.data.startswith((DID_IT, *_BUTTONS))
        if not one.data.startswith(_NOT_HERE)
    )


def _bot(turn: Turn) -> str:
    return turn.incoming.group.bot if turn.incoming.group else ""


def _is_admin(turn: Turn) -> bool:
    return turn.incoming.group is not None and turn.incoming.group.admin
