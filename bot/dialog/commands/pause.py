"""Let the challenges rest for a while."""

from bot.dialog import subscription
from bot.dialog.turn import Turn

WHERE = ("private", "group_admin")


async def handle(turn: Turn, args: str) -> None:
    """Pause; with "two weeks" or a day after it, until then."""
    subscription.pause(turn, args)
