"""Get one small challenge a week."""

from bot.dialog import subscribe
from bot.dialog.turn import Turn

WHERE = ("private", "group_admin")


async def handle(turn: Turn, args: str) -> None:
    """Ask for day, hour and place, or show the subscription; "friday 8:30" after it answers two of them."""
    subscribe.start(turn, args)
