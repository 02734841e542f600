"""Delete everything I store of you."""

from bot.dialog import forget
from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Ask whether it is meant."""
    forget.ask(turn)
