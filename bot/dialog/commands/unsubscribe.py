"""Stop the challenges."""

from bot.dialog import subscription
from bot.dialog.turn import Turn

WHERE = ("private", "group_admin")


async def handle(turn: Turn, _args: str) -> None:
    """End the subscription."""
    subscription.leave(turn)
