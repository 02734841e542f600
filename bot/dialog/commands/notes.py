"""The notes you kept."""

from bot.dialog import notes
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Show the kept notes."""
    await notes.show(turn)
