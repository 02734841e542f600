"""Promise to always send a personal note."""

from bot.dialog import oath
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Show the oath."""
    oath.show(turn)
