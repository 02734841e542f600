"""Write an invitation, step by step."""

from bot.dialog import note
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Begin the interview."""
    await note.start(turn)
