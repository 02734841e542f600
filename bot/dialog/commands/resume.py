"""Go on with the challenges."""

from bot.dialog import subscription
from bot.dialog.turn import Turn

WHERE = ("private", "group_admin")


async def handle(turn: Turn, _args: str) -> None:
    """Go on."""
    subscription.resume(turn)
