"""Answer a blank invitation kindly."""

from bot.dialog import reply
from bot.dialog.turn import Turn


async def handle(turn: Turn, args: str) -> None:
    """Answer the person named behind the command, or ask who it was."""
    if args:
        reply.answer(turn, args)
    else:
        reply.ask(turn)
