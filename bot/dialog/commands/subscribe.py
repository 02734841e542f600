"""Get one small challenge a week."""

from bot.dialog import subscribe
from bot.dialog.turn import Turn

WHERE = ("private", "group_admin")


async def handle(turn: Turn, _args: str) -> None:
    """Ask for day, hour and place, or show the subscription."""
    subscribe.start(turn)
