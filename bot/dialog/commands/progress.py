"""See what you have done so far."""

from bot.dialog import challenge
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Show the weeks so far."""
    challenge.show_progress(turn)
