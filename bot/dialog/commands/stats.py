"""How the weekly challenges stand, for those who run the bot."""

from msgspec.structs import asdict

from bot.dialog.greeting import offer
from bot.dialog.turn import Turn

WHERE = ("operator",)  # for everybody else it is a command like any that is not there


async def handle(turn: Turn, _args: str) -> None:
    """Say the figures."""
    if turn.address in turn.tools.admins:
        figures = await turn.tools.store.figures(turn.tools.now())
        turn.say("stats.figures", **asdict(figures))
    else:
        offer(turn, "general.unknown-command")
