"""The oath: always to send a personal note along."""

from bot.dialog import fulfil
from bot.dialog.turn import Turn

NAME = "oath"


def show(turn: Turn) -> None:
    """Show the oath, and whether it was taken."""
    if turn.profile.oath_on is None:
        turn.say("oath.text", (turn.button("oath:promise", "button.promise"),))
    else:
        turn.say("oath.taken", date=turn.date(turn.profile.oath_on))


async def on_text(turn: Turn) -> None:
    """Nothing is typed here: show it again."""
    show(turn)


async def on_choice(turn: Turn, action: str, _argument: str) -> None:
    """Take it."""
    if action == "promise" and turn.profile.oath_on is None:
        turn.remember(oath_on=turn.tools.now().date())
        turn.say("oath.promised", (turn.button("command:note", "button.write-note"),))
        fulfil.offer(turn, "oath")
    else:
        show(turn)
