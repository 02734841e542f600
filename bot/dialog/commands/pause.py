"""Let the challenges rest for a while."""

from bot.dialog import subscription
from bot.dialog.turn import Turn

WHERE = ("private", "group_admin")


async def handle(turn: Turn, _args: str) -> None:
    """Pause."""
    subscription.pause(turn)
