"""See what you have done so far."""

from bot.dialog import progress
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Show the weeks so far."""
    await progress.show(turn)
