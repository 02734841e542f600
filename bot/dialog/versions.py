"""The end of the interview: the note and its versions, and keeping one."""

from typing import Final

import msgspec

from bot.coach.limits import SMALLEST_LIMIT
from bot.coach.model import Composition, Note
from bot.coach.text import units
from bot.conversation import Reply
from bot.dialog.greeting import say_over
from bot.dialog.keeping import keep
from bot.dialog.turn import Row, Turn, mark_of

NAME = "note"
MOST_SHOWN: Final = 10
CLEARLY: Final = 0.85  # of its length: who asks for a shorter note wants to see the difference


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the state that this file needs; `shown` are the notes shown, the last at the end.

    `meant` is what was said of answers in which it was in doubt who is meant by he, she or they.
    """

    answers: dict[str, str] = msgspec.field(default_factory=dict)
    shown: tuple[str, ...] = ()
    meant: dict[str, bool] = msgspec.field(default_factory=dict)


def show(turn: Turn) -> None:
    """Write notes from the answers and show the best."""
    composition = _compose(turn, turn.limit)
    if composition.outcome == "note":
        _show_note(turn, composition.notes[0], _left_out(composition))
    else:
        _advise(turn, composition)
    if composition.doubt:
        _ask_whom(turn, composition.doubt)


def _ask_whom(turn: Turn, slot: str) -> None:
    """Ask who is meant by he, she or they in an answer: the recipient, or somebody else."""
    answers = turn.state(NAME, Review).answers
    who = turn.tools.hello.name(answers.get("who", "")) or turn.text("note.somebody")
    them = turn.button(f"note:meant:{slot}", "button.meant", who=who)
    another = turn.button(f"note:not-meant:{slot}", "button.not-meant")
    turn.say("note.whom", (them, another), told=answers[slot], who=who)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Go on with a button under a note."""
    if action == "other":
        _other(turn)
    elif action == "shorter":
        _shorter(turn)
    elif action in {"meant", "not-meant"} and argument in turn.state(NAME, Review).answers:
        meant = {**turn.state(NAME, Review).meant, argument: action == "meant"}
        turn.open(NAME, {**turn.states.get(NAME, {}), "meant": meant})
        show(turn)
    elif action == "source":
        _say_source(turn)
    elif action == "keep":
        await _keep(turn, argument)
    else:
        say_over(turn)


def _compose(turn: Turn, limit: int) -> Composition:
    review = turn.state(NAME, Review)
    answers = {"about_me": turn.profile.about_me or "", **review.answers}
    return turn.tools.compose(answers, limit, turn.profile.manner, review.meant)


def _left_out(composition: Composition) -> str:
    """Why something stays out; what is in doubt is asked instead."""
    kept = (one.why for one in composition.left_out if one.slot != composition.doubt)
    return "\n".join(dict.fromkeys(kept))


def _show_note(turn: Turn, note: Note, beside: str = "") -> None:
    _set_shown(turn, note.text)
    turn.reply(Reply(text=note.text, kind="note"))
    count = turn.text("note.count", units=note.units, limit=turn.limit)
    turn.reply(Reply(text="\n\n".join(filter(None, (count, beside))), choices=rows(turn)))


def rows(turn: Turn) -> tuple[Row, ...]:
    """The buttons under the note shown last; "keep" is for that very note, also when it is pressed later."""
    shown = turn.state(NAME, Review).shown
    return (
        (turn.button(f"note:keep:{mark_of(shown[-1]) if shown else ''}", "button.keep"),),
        (turn.button("note:shorter", "button.shorter"), turn.button("note:other", "button.other-version")),
        (turn.button("note:change", "button.change-answer"), turn.button("note:source", "button.source")),
    )


def _set_shown(turn: Turn, text: str) -> None:
    before = [one for one in turn.state(NAME, Review).shown if one != text]
    turn.open(NAME, {**turn.states.get(NAME, {}), "shown": [*before[-MOST_SHOWN:], text]})


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
    shown = _last_shown(turn)
    place = texts.index(shown) + 1 if shown in texts else 0
    if len(notes) > 1:
        _show_note(turn, notes[place % len(notes)])
    else:
        turn.step("note.no-other", *rows(turn))


def _shorter(turn: Turn) -> None:
    """The note with the most that fits in fewer characters than the one on the table."""
    shown = _last_shown(turn)
    before = next((one for one in _compose(turn, turn.limit).notes if one.text == shown), None)
    length = before.units if before else units(shown)
    for room in (int(length * CLEARLY), length - 1):
        shorter = _compose(turn, room) if room >= SMALLEST_LIMIT else None
        if shorter and shorter.outcome == "note":
            _show_note(turn, shorter.notes[0], _left_out(shorter))
            return
    turn.step("note.shortest", *rows(turn))


def _say_source(turn: Turn) -> None:
    """Which words of the note on the table come from which answer."""
    shown = _last_shown(turn)
    note = next(
        (one for one in _compose(turn, max(turn.limit, units(shown))).notes if one.text == shown), None
    )
    note = note or next((one for one in _compose(turn, units(shown)).notes if one.text == shown), None)
    if note is None:
        show(turn)
        return
    title: dict[str, str] = {one.slot: one.title for one in turn.tools.texts.interview.questions}
    lines = (
        turn.text("note.source-line", words=note.text[part.start : part.end], title=title.get(part.slot, ""))
        for part in note.parts
    )
    turn.say("note.source", *rows(turn), told="\n".join(lines))


def _last_shown(turn: Turn) -> str:
    return next(reversed(turn.state(NAME, Review).shown), "")


async def _keep(turn: Turn, mark: str) -> None:
    review = turn.state(NAME, Review)
    text = next((one for one in reversed(review.shown) if mark_of(one) == mark), _last_shown(turn))
    if not text:
        show(turn)
        return
    turn.close(NAME)
    await keep(turn, text, review.answers, turn.limit)
