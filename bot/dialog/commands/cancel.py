"""Stop what we are doing."""

from bot.dialog import note
from bot.dialog.greeting import offer
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Close the open dialog, or the interview that waits, and throw its notes away."""
    name = turn.dialog or (note.NAME if note.NAME in turn.states else None)
    if name is None:
        offer(turn, "general.nothing-to-cancel")
    else:
        turn.close(name)
        offer(turn, "general.cancelled")
