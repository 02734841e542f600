"""Deleting everything of a person: two taps, then it is gone."""

from bot.dialog.turn import Turn
from bot.state import Forget

NAME = "forget"


def ask(turn: Turn) -> None:
    """The first tap: say what will be gone, and ask whether it is meant."""
    turn.say(
        "privacy.forget-ask",
        (turn.button("forget:yes", "button.forget-yes"),),
        (turn.button("forget:no", "button.forget-no"),),
    )


async def on_text(turn: Turn) -> None:
    """Nothing is typed here: ask again."""
    ask(turn)


async def on_choice(turn: Turn, action: str, _argument: str) -> None:
    """The second tap."""
    if action == "yes":
        turn.dialog = None
        turn.states.clear()
        turn.change(Forget())
        turn.say("privacy.forgotten")
    else:
        turn.say("privacy.kept")
