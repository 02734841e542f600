"""One line about a week that is done: kept for the person, if they like."""

from typing import Final

from bot.coach.interview import Reading
from bot.dialog.aside import Aside, finish_aside, open_aside
from bot.dialog.turn import Turn
from bot.state import DropReflection, Reflect

NAME = "reflect"
LONGEST: Final = 500  # code points


def ask(turn: Turn, week: int, message_id: str) -> None:
    """Ask for the line."""
    open_aside(turn, NAME, week)
    turn.say(
        message_id,
        (
            turn.button(f"reflect:skip:{week}", "button.skip"),
            turn.button(f"challenge:undo:{week}", "button.undo"),
        ),
        week=week,
        reflection=turn.tools.texts.challenges[week].reflection,
    )


async def on_text(turn: Turn) -> None:
    """Keep what was typed."""
    week, text = turn.state(NAME, Aside).week, turn.incoming.text.strip()
    match turn.tools.texts.interview.read(text):
        case Reading.SKIP | Reading.BACK:
            _leave(turn)
        case Reading.ASKS_BACK | Reading.EMPTY:
            turn.say("reflect.more", (turn.button(f"reflect:skip:{week}", "button.skip"),))
        case _ if len(text) > LONGEST:
            skip = turn.button(f"reflect:skip:{week}", "button.skip")
            turn.say("reflect.too-long", (skip,), length=len(text), most=LONGEST)
        case _:
            turn.change(Reflect(week, text))
            turn.say("reflect.kept", (turn.button(f"reflect:drop:{week}", "button.take-out"),))
            finish_aside(turn, NAME)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """No line, a line after all, or none any more."""
    week = int(argument) if argument.isdecimal() else 0
    if action == "drop":
        turn.change(DropReflection(week))
        turn.say("reflect.dropped")
    elif action == "ask" and week in turn.tools.texts.challenges:
        ask(turn, week, "reflect.ask")
    else:
        _leave(turn)


def _leave(turn: Turn) -> None:
    turn.say("reflect.left")
    finish_aside(turn, NAME)
