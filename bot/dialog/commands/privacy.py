"""What I store, for how long, and what I never do."""

from bot.dialog.turn import Turn


async def handle(turn: Turn, _args: str) -> None:
    """Say what is stored."""
    turn.say(
        "privacy.policy",
        (turn.button("command:export", "button.export"), turn.button("command:forget", "button.forget")),
    )
