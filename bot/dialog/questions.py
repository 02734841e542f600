"""Asking the questions of the interview: where it stands, and the buttons under a question."""

from msgspec import Struct, field

from bot.coach.limits import ACCOUNTS
from bot.conversation import Reply
from bot.dialog.turn import Row, Turn

NAME = "note"
ACCOUNT = "account"


class NoteState(Struct, frozen=True, kw_only=True):
    """Where an interview stands: the answers so far (a skip is an empty one) and what is being asked.

    `changing` is true while one answer is changed at the end; `asking` is None once the note is shown.
    """

    answers: dict[str, str] = field(default_factory=dict)
    asking: str | None = None
    changing: bool = False
    shown: tuple[str, ...] = ()
    meant: dict[str, bool] = field(default_factory=dict)


def ask(turn: Turn, state: NoteState) -> None:
    """Ask what is to be asked next, or again."""
    turn.open(NAME, state)
    slot = state.asking or ""
    if slot == ACCOUNT:
        buttons = (turn.button(f"note:account:{one}", f"button.account-{one}") for one in ACCOUNTS)
        turn.step("note.ask-account", *((button,) for button in buttons))
        return
    question = turn.tools.texts.interview.question(slot)
    if current := state.answers.get(slot):
        text = turn.text("note.ask-again", ask=question.ask, hint=question.hint, current=current)
    else:
        text = turn.text("note.ask", ask=question.ask, hint=question.hint, example=question.example)
    rows, placeholder = (
        rows_of(turn, state, slot),
        turn.text("placeholder.person" if slot == "who" else "placeholder.answer"),
    )
    turn.reply(Reply(text=text, choices=rows, placeholder=placeholder, step=True))


def ask_which(turn: Turn, state: NoteState) -> None:
    """Ask which of the answers is to be changed."""
    turn.open(NAME, state)
    questions = turn.tools.texts.interview.questions
    rows = (
        (turn.button(f"note:edit:{one.slot}", "button.change-slot", title=one.title),) for one in questions
    )
    turn.step("note.which-answer", *rows, (turn.button("note:leave", "button.leave-it"),))


def rows_of(turn: Turn, state: NoteState, slot: str) -> tuple[Row, ...]:
    """The buttons under a question."""
    interview = turn.tools.texts.interview
    row: Row = ()
    if state.changing:
        row += (turn.button("note:leave", "button.leave-it"),)
    elif interview.previous_slot(slot, state.answers) is not None:
        row += (turn.button(f"note:back:{slot}", "button.back"),)
    if not interview.question(slot).required:
        label = "button.without" if state.answers.get(slot) else "button.skip"
        row += (turn.button(f"note:skip:{slot}", label),)
    return (row,) if row else ()
