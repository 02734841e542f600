"""Say hello and show the three things I do."""

from bot.dialog import challenge, note
from bot.dialog.greeting import offer
from bot.dialog.turn import Turn


async def handle(turn: Turn, args: str) -> None:
    """Greet; a deep link leads straight to what it names ("note", "week19")."""
    if args == "note":
        await note.start(turn)
    elif args.startswith("week") and args[4:].isdecimal():
        challenge.show(turn, int(args[4:]))
    else:
        offer(turn, "general.start")
