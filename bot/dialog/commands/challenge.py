"""Show this week's challenge."""

from bot.dialog import challenge
from bot.dialog.turn import Turn


async def handle(turn: Turn, args: str) -> None:
    """Show a challenge; with a number, that week's."""
    challenge.show_asked(turn, args)
