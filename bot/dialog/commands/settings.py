"""See and change what I remember of you."""

from bot.dialog import settings
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Show the settings."""
    settings.show(turn)
