"""What was pasted, when it is not clear that it is a draft: it is kept for a moment, and asked about."""

import re
from typing import Final

from msgspec import Struct, to_builtins

from bot.coach.critique.draft import drafts_in
from bot.dialog.turn import Row, Turn

NAME = "critique"
ANSWER: Final = "critique:answer"
MOST_DRAFTS: Final = 5
LONG_FOR_AN_ANSWER: Final = 50  # code points
_GREETING = re.compile(r"\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b", re.IGNORECASE)


class Waiting(Struct, frozen=True):
    """Open only while a draft is awaited.

    `pasted` is a text of which it is not clear that it is one, `kept` the mark of the draft kept last.
    """

    pasted: str | None = None
    kept: str | None = None


def begins_like_a_draft(text: str) -> bool:
    """Whether a text that came as an answer greets somebody at some length, as drafts do."""
    return len(text) >= LONG_FOR_AN_ANSWER and _GREETING.match(text) is not None


def ask_whether(turn: Turn) -> None:
    """Ask whether it is a draft to be read, or the answer to what was asked."""
    turn.states[NAME] = to_builtins(Waiting(pasted=turn.incoming.text))
    turn.say(
        "critique.draft-or-answer",
        (turn.button("critique:is-draft", "button.read-draft"),),
        (turn.button(ANSWER, "button.is-answer"),),
    )


def ask_whose(turn: Turn) -> None:
    """Ask whether words that stand somewhere else are theirs, or were written to them."""
    turn.states[NAME] = to_builtins(Waiting(pasted=turn.incoming.text))
    answer: Row = (turn.button(ANSWER, "button.is-answer"),) if turn.dialog is not None else ()
    mine = turn.button("critique:is-draft", "button.my-draft")
    turn.say("critique.whose", (mine, turn.button("command:reply", "button.i-received-it")), answer)


def pasted(turn: Turn) -> str:
    """The text that was asked about last."""
    return turn.state(NAME, Waiting).pasted or ""


def wonder(turn: Turn, text: str, kind: str) -> None:
    """Say what it looks like, and what could be done with it."""
    turn.states[NAME] = to_builtins(Waiting(pasted=text))
    turn.dialog = None if turn.dialog == NAME else turn.dialog
    rows: list[Row] = [(turn.button("critique:is-draft", "button.is-draft"),)]
    if kind == "two-drafts":
        count = min(len(drafts_in(text)), MOST_DRAFTS)
        rows = [
            (turn.button(f"critique:one-of:{one}", "button.draft-number", number=one),)
            for one in range(1, count + 1)
        ]
    elif kind == "reply":
        rows.append((turn.button("command:reply", "button.received-it"),))
    else:
        rows.append((turn.button("command:note", "button.write-note"),))
    turn.say(f"critique.not-a-draft-{kind}", *rows)
