"""Deleting everything of a person: two taps, then it is gone."""

from typing import Final

from msgspec import Struct

from bot.coach.text import fold
from bot.dialog import note
from bot.dialog.turn import Turn
from bot.state import Forget

NAME = "forget"
YES: Final = frozenset({"yes", "y", "yes please", "delete", "delete everything", "ok"})


class ForgetState(Struct, frozen=True):
    """Open while the second tap is awaited; `back_to` is the dialog that was open before."""

    back_to: str | None = None


def ask(turn: Turn) -> None:
    """The first tap: say what will be gone, and ask whether it is meant."""
    turn.open(NAME, ForgetState(back_to=turn.dialog if turn.dialog != NAME else None))
    turn.say(
        "privacy.forget-ask",
        (turn.button("forget:yes", "button.forget-yes"),),
        (turn.button("forget:no", "button.forget-no"),),
    )


async def on_text(turn: Turn) -> None:
    """A typed yes counts as the second tap; anything else leaves all as it is."""
    _decide(turn, yes=fold(turn.incoming.text).strip(" .!") in YES)


async def on_choice(turn: Turn, action: str, _argument: str) -> None:
    """The second tap; a button of an earlier question only asks again."""
    if turn.dialog == NAME:
        _decide(turn, yes=action == "yes")
    else:
        ask(turn)


def _decide(turn: Turn, *, yes: bool) -> None:
    back_to = turn.state(NAME, ForgetState).back_to
    turn.close(NAME)
    if yes:
        turn.dialog = None
        turn.states.clear()
        turn.change(Forget())
        turn.say("privacy.forgotten")
    else:
        turn.dialog = back_to
        turn.say("privacy.kept")
        if back_to == note.NAME:
            note.remind(turn)
