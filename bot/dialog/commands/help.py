"""All I can do, in a list."""

from bot.dialog.greeting import offer
from bot.dialog.turn import Turn

WHERE = ("private", "group", "group_admin")


async def handle(turn: Turn, _args: str) -> None:
    """List the commands."""
    # Only here: the list of the commands cannot be read while it is being made.
    from bot.dialog.commands import commands  # noqa: PLC0415

    lines = "\n".join(
        f"/{command.name}: {command.menu}" for command in commands().values() if "private" in command.where
    )
    offer(turn, "general.help", commands=lines)
