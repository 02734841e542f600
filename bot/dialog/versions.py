"""The end of the interview: the note and its versions, and keeping one."""

from typing import Final

import msgspec

from bot.coach.limits import PERSONAL_NOTES_A_MONTH, SMALLEST_LIMIT
from bot.coach.model import Composition, Note
from bot.coach.text import units
from bot.conversation import Reply
from bot.dialog.greeting import offer
from bot.dialog.turn import Row, Turn
from bot.state import KeepNote, KeptNote

NAME = "note"
CLEARLY: Final = 0.85  # of its length: who asks for a shorter note wants to see the difference


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the interview's state that this file needs; `shown` is the text of the note last shown."""

    answers: dict[str, str] = msgspec.field(default_factory=dict)
    shown: str | None = None


def show(turn: Turn) -> None:
    """Write notes from the answers and show the best."""
    composition = _compose(turn, turn.limit)
    if composition.outcome == "note":
        _show_note(turn, composition.notes[0], _left_out(composition))
    else:
        _advise(turn, composition)


async def on_choice(turn: Turn, action: str, _argument: str) -> None:
    """Go on with a button under a note."""
    if action == "other":
        _other(turn)
    elif action == "shorter":
        _shorter(turn)
    elif action == "keep":
        _keep(turn)
    else:
        offer(turn, "general.old-button")


def _compose(turn: Turn, limit: int) -> Composition:
    answers = dict(turn.state(NAME, Review).answers)
    answers.setdefault("about_me", turn.profile.about_me or "")
    return turn.tools.compose(answers, limit)


def _left_out(composition: Composition) -> str:
    return "\n".join(dict.fromkeys(one.why for one in composition.left_out))


def _show_note(turn: Turn, note: Note, beside: str = "") -> None:
    _set_shown(turn, note.text)
    turn.reply(Reply(text=note.text, kind="note"))
    count = turn.text("note.count", units=note.units, limit=turn.limit)
    turn.reply(Reply(text="\n\n".join(filter(None, (count, beside))), choices=_rows(turn)))


def _rows(turn: Turn) -> tuple[Row, ...]:
    return (
        (turn.button("note:keep", "button.keep"),),
        (turn.button("note:shorter", "button.shorter"), turn.button("note:other", "button.other-version")),
        (turn.button("note:change", "button.change-answer"),),
    )


def _set_shown(turn: Turn, text: str) -> None:
    turn.open(NAME, {**turn.states.get(NAME, {}), "shown": text})


def _advise(turn: Turn, composition: Composition) -> None:
    rows: tuple[Row, ...] = (
        (turn.button("note:change", "button.change-answer"), turn.button("note:anew", "button.start-anew")),
    )
    if composition.slot:
        rows = ((turn.button(f"note:edit:{composition.slot}", "button.answer-that"),), *rows)
    text = "\n\n".join(filter(None, (composition.advice, _left_out(composition))))
    turn.reply(Reply(text=text, choices=rows))


def _other(turn: Turn) -> None:
    notes = _compose(turn, turn.limit).notes
    texts = [note.text for note in notes]
    shown = turn.state(NAME, Review).shown
    place = texts.index(shown) + 1 if shown in texts else 0
    if len(notes) > 1:
        _show_note(turn, notes[place % len(notes)])
    else:
        turn.say("note.no-other", *_rows(turn))


def _shorter(turn: Turn) -> None:
    """The note with the most that fits in fewer characters than the one on the table."""
    shown = turn.state(NAME, Review).shown or ""
    before = next((one for one in _compose(turn, turn.limit).notes if one.text == shown), None)
    length = before.units if before else units(shown)
    for room in (int(length * CLEARLY), length - 1):
        shorter = _compose(turn, room) if room >= SMALLEST_LIMIT else None
        if shorter and shorter.outcome == "note":
            _show_note(turn, shorter.notes[0], _left_out(shorter))
            return
    turn.say("note.shortest", *_rows(turn))


def _keep(turn: Turn) -> None:
    review = turn.state(NAME, Review)
    if review.shown is None:
        show(turn)
        return
    who = review.answers.get("who", "")
    note = KeptNote(text=review.shown, limit=turn.limit, who=who, kept_at=turn.tools.now())
    turn.change(KeepNote(note))
    turn.close(NAME)
    turn.say("note.kept")
    if turn.profile.account == "free":
        turn.say("note.budget", count=PERSONAL_NOTES_A_MONTH)
