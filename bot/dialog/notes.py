"""The notes somebody kept: what became of them, other words for them, the way to a first message."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.interview import Reading
from bot.coach.text import units
from bot.conversation import Reply
from bot.dialog import keeping
from bot.dialog.critique import WORDS_OF_A_DRAFT
from bot.dialog.followup import OFFERED_AFTER, thanks_row
from bot.dialog.turn import Row, Turn, mark_of
from bot.state import DropNote, Fate, KeptNote, MarkNote, OfferLater, RewriteNote

NAME = "notes"
SHOWN: Final = 5
MAX_NOTE: Final = 2000  # code points; whatever is longer is no note
FATES: Final[dict[str, Fate]] = {"sent": "sent", "accepted": "accepted", "silent": "silent"}


class NotesState(Struct, frozen=True):
    """Which note other words are awaited for."""

    rewriting: int | None = None


async def show(turn: Turn) -> None:
    """Show the newest notes, each in a message of its own."""
    notes = await turn.tools.store.kept_notes(turn.address)
    if not notes:
        turn.say("notes.none", (turn.button("command:note", "button.write-note"),))
        return
    turn.say("notes.some")
    for note in notes[:SHOWN]:
        _show_one(turn, note)
    if len(notes) > SHOWN:
        turn.say("notes.more", count=len(notes) - SHOWN)
    keeping.say_budget(turn, notes)


def _show_one(turn: Turn, note: KeptNote) -> None:
    turn.reply(Reply(text=note.text, kind="note"))
    who = note.who or turn.text("note.somebody")
    about = turn.text("notes.about", who=who, date=turn.date(note.kept_at.date()))
    if note.fate is not None and note.sent_at is not None:
        fate = turn.text(f"notes.fate-{note.fate}", date=turn.date(note.sent_at.date()))
        about = f"{about}\n{fate}"
    turn.reply(Reply(text=about, choices=_rows(turn, note), lasting=True))


def _rows(turn: Turn, note: KeptNote) -> tuple[Row, ...]:
    """What can be done with it, by what became of it so far."""

    def button(action: str) -> Row:
        return (turn.button(f"notes:{action}:{note.id}", f"button.{action}"),)

    match note.fate:
        case None:
            return (button("sent"), button("rewrite") + button("drop"))
        case "sent":
            return (button("accepted") + button("silent"), button("drop"))
        case "silent":
            return (button("accepted"), button("drop"))
        case "accepted":
            return ((turn.button(f"followup:to:{note.id}", "button.offer-followup"),), button("drop"))


async def on_text(turn: Turn) -> None:
    """Other words for a note; nothing else is typed here."""
    state = turn.state(NAME, NotesState)
    text = turn.incoming.text.strip()
    if state.rewriting is None:
        await show(turn)
    elif turn.tools.texts.interview.read(text) in {Reading.SKIP, Reading.BACK}:
        _leave(turn)
    elif text.count(" ") < WORDS_OF_A_DRAFT:  # a word or two is a slip, and the old note would be lost for it
        turn.say("notes.too-short", (turn.button("notes:leave", "button.leave-it"),))
    elif len(text) > MAX_NOTE:
        turn.say("notes.too-long", length=len(text), most=MAX_NOTE)
    else:
        turn.change(RewriteNote(state.rewriting, text))
        turn.close(NAME)
        _say_rewritten(turn, text)


def _say_rewritten(turn: Turn, text: str) -> None:
    """The note as it is now, and the one thing that would make it better."""
    report = turn.tools.judge(text, turn.limit, sure=True)
    turn.reply(Reply(text=text, kind="note"))
    said = turn.text("notes.rewritten", units=units(text), limit=turn.limit)
    advice = report.next_step.advice if report.next_step else ""
    turn.reply(Reply(text="\n\n".join(filter(None, (said, advice)))))


def _leave(turn: Turn) -> None:
    turn.close(NAME)
    turn.say("notes.left")


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Note what became of a note, change it, or delete it."""
    notes = await turn.tools.store.kept_notes(turn.address)
    note = next((one for one in notes if argument in (str(one.id), mark_of(one.text))), None)
    if action == "leave":
        _leave(turn)
    elif note is None:
        await show(turn)
    elif action in {"sent-now", *FATES}:
        _mark(turn, note, FATES.get(action, "sent"), notes)
    elif action == "rewrite":
        turn.open(NAME, NotesState(rewriting=note.id))
        turn.say("notes.ask-rewrite", (turn.button("notes:leave", "button.leave-it"),))
    elif action == "drop":
        turn.change(DropNote(note.id))
        turn.say("notes.dropped")
    else:
        await show(turn)


def _mark(turn: Turn, note: KeptNote, fate: Fate, notes: list[KeptNote]) -> None:
    now = turn.tools.now()
    turn.change(MarkNote(note.id, fate, now))
    if fate == "accepted":
        if turn.profile.reminders:
            turn.change(OfferLater(now + OFFERED_AFTER))
        follow: Row = (turn.button(f"followup:to:{note.id}", "button.write-it-now"),)
        said = "notes.accepted" if turn.profile.reminders else "notes.accepted-quietly"
        turn.say(said, follow, *thanks_row(turn, note))
    elif fate == "silent":
        turn.say("notes.silent")
    else:
        turn.say("notes.sent")
        sent = replace(note, fate=fate, sent_at=note.sent_at or now)
        keeping.say_budget(turn, [sent if one.id == note.id else one for one in notes])
