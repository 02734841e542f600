"""Read a draft of yours and say what to do next."""

from bot.dialog import critique
from bot.dialog.turn import Turn


async def handle(turn: Turn, args: str) -> None:
    """Read the draft behind the command, or ask for one."""
    if args:
        await critique.read(turn, args)
    else:
        critique.ask(turn, "critique.paste")
