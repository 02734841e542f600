"""Say hello and show the three things I do."""

from typing import Final

from bot.dialog import challenge
from bot.dialog.greeting import offer
from bot.dialog.turn import Turn

# What a link may lead to: whatever only shows or asks something.
LINKED: Final = frozenset(
    {
        "note",
        "critique",
        "reply",
        "followup",
        "challenge",
        "subscribe",
        "progress",
        "notes",
        "oath",
        "settings",
        "help",
    }
)


async def handle(turn: Turn, args: str) -> None:
    """Greet; a deep link leads straight to what it names ("note", "week19"); of "ref-…" nothing is kept."""
    # Only here: the list of the commands cannot be read while it is being made.
    from bot.dialog.commands import commands  # noqa: PLC0415

    if args in LINKED:
        await commands()[args].handle(turn, "")
    elif args.startswith("week") and args[4:].isdecimal():
        challenge.show(turn, int(args[4:]))
    elif args.startswith("ref-"):
        offer(turn, "general.start-by-a-friend")
    else:
        offer(turn, "general.start")
