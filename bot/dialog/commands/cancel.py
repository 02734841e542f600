"""Stop what we are doing."""

from bot.dialog.greeting import offer
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Close the open dialog and throw its notes away."""
    if turn.dialog is None:
        offer(turn, "general.nothing-to-cancel")
    else:
        turn.close(turn.dialog)
        offer(turn, "general.cancelled")
