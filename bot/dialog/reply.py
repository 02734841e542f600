"""A blank or vague invitation came in: a kind answer to send back."""

from typing import Final

from msgspec import Struct

from bot.coach.interview import Reading
from bot.conversation import Reply
from bot.dialog import fulfil
from bot.dialog.turn import Row, Turn

NAME = "reply"
TONES: Final = ("warm", "brief", "formal")


class ReplyState(Struct, frozen=True, kw_only=True):
    """Who wrote; None while it is being asked."""

    name: str | None = None
    tone: int = 0


def ask(turn: Turn) -> None:
    """Ask who sent the invitation."""
    turn.open(NAME, ReplyState())
    turn.step("reply.ask", (turn.button("reply:skip", "button.skip"),))


async def on_text(turn: Turn) -> None:
    """The name of the sender."""
    typed = turn.incoming.text.strip()
    skipped = turn.tools.texts.interview.read(typed) is not Reading.ANSWER
    answer(turn, "" if skipped else typed)


async def on_choice(turn: Turn, action: str, _argument: str) -> None:
    """Without a name, or in another tone."""
    state = turn.state(NAME, ReplyState)
    if action == "other":
        _show(turn, ReplyState(name=state.name, tone=(state.tone + 1) % len(TONES)))
    else:
        answer(turn, "")


def answer(turn: Turn, name: str) -> None:
    """Show an answer to somebody of that name."""
    _show(turn, ReplyState(name=name))


def _show(turn: Turn, state: ReplyState) -> None:
    turn.open(NAME, state)
    turn.dialog = None
    tone = TONES[state.tone]
    greeting = turn.tools.hello(state.name or "")
    turn.reply(Reply(text=turn.text(f"reply.{tone}", greeting=greeting), kind="note"))
    rows: tuple[Row, ...] = ((turn.button("reply:other", "button.other-version"),),)
    turn.say("reply.after", *rows)
    if state.tone == 0:
        fulfil.offer(turn, "reply")
