"""Show this week's challenge."""

from bot.coach.text import fold
from bot.dialog import about, challenge
from bot.dialog.turn import Turn

WHERE = ("private", "group", "group_admin")


async def handle(turn: Turn, args: str) -> None:
    """Show a challenge; with a number, that week's; with `about`, what the series is."""
    if fold(args) == "about":
        about.show(turn)
    else:
        challenge.show_asked(turn, args)
