"""An aside: one line is awaited, and what was open before goes on after it.

Whatever else comes (a command, a button of something else, a line typed the next day) ends it quietly.
"""

from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from bot.dialog import note
from bot.dialog.turn import Turn

PATIENCE: Final = timedelta(hours=6)  # what is typed later than that answers something else


class Aside(Struct, frozen=True, kw_only=True):
    """Which week it is about, what was open before, and since when the line is awaited."""

    week: int = 0
    back_to: str | None = None
    since: datetime | None = None


def open_aside(turn: Turn, name: str, week: int = 0) -> None:
    """Await one line for the dialog of that name."""
    back_to = turn.state(name, Aside).back_to if turn.dialog == name else turn.dialog
    turn.open(name, Aside(week=week, back_to=back_to, since=turn.tools.now()))


def close_aside(turn: Turn, name: str) -> None:
    """The line has come, or is not awaited any more: what was open before is open again."""
    if turn.dialog == name:
        back_to = turn.state(name, Aside).back_to
        turn.close(name)
        turn.dialog = back_to


def finish_aside(turn: Turn, name: str) -> None:
    """Close it, and say again where an interview stands that waits behind it."""
    if turn.dialog == name:
        close_aside(turn, name)
        if turn.dialog == note.NAME:
            note.remind(turn)


def is_stale(turn: Turn, name: str) -> bool:
    """Whether the line has been awaited for so long that what comes now is about something else."""
    since = turn.state(name, Aside).since
    return since is None or turn.tools.now() - since > PATIENCE
