"""The three things the coach does, as buttons under a sentence."""

from bot.dialog.turn import Turn


def offer(turn: Turn, message_id: str, **values: object) -> None:
    """Say something, and show the way in to the three things."""
    turn.say(
        message_id,
        (turn.button("command:note", "button.write-note"),),
        (turn.button("command:critique", "button.check-draft"),),
        (turn.button("command:challenge", "button.weekly-challenge"),),
        **values,
    )


def say_over(turn: Turn) -> None:
    """The pressed button belongs to something that is over: say so, and what can be done instead."""
    turn.fade()
    offer(turn, "general.old-button")
