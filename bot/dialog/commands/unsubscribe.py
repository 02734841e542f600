"""Stop the challenges."""

from bot.dialog import subscription
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """End the subscription."""
    subscription.leave(turn)
