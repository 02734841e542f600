"""The notes somebody kept."""

from typing import Final

from bot.conversation import Reply
from bot.dialog.turn import Turn
from bot.state import DropNote

NAME = "notes"
SHOWN: Final = 5
MAX_DIGITS: Final = 18  # of a number that the store gave


async def show(turn: Turn) -> None:
    """Show the newest notes, each in a message of its own."""
    notes = await turn.tools.store.kept_notes(turn.address)
    if not notes:
        turn.say("notes.none", (turn.button("command:note", "button.write-note"),))
        return
    turn.say("notes.some")
    for note in notes[:SHOWN]:
        delete = turn.button(f"notes:drop:{note.id}", "button.delete")
        turn.reply(Reply(text=note.text, kind="note"))
        who = note.who or turn.text("note.somebody")
        turn.say("notes.about", (delete,), who=who, date=turn.date(note.kept_at.date()))
    if len(notes) > SHOWN:
        turn.say("notes.more", count=len(notes) - SHOWN)


async def on_text(turn: Turn) -> None:
    """Nothing is typed here: show them again."""
    await show(turn)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Delete a note."""
    if action == "drop" and argument.isdecimal() and len(argument) <= MAX_DIGITS:
        turn.change(DropNote(int(argument)))
        turn.say("notes.dropped")
    else:
        await show(turn)
