"""Write a first message to somebody who accepted."""

from bot.dialog import followup
from bot.dialog.turn import Turn


async def handle(turn: Turn, args: str) -> None:
    """Take up the note to the person named behind the command, or ask who it was."""
    await followup.start(turn, args)
