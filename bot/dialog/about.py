"""What the series of challenges is, and whose topics it follows."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from bot.coach.challenge import Challenge
from bot.dialog.turn import Turn


def show(turn: Turn) -> None:
    """Say what comes in a year, and give credit."""
    begin = turn.button("command:challenge", "button.weekly-challenge")
    lines = "\n".join(_themes(turn, turn.tools.texts.challenges))
    turn.say("challenge.about", (begin,), themes=lines)


def _themes(turn: Turn, challenges: Mapping[int, Challenge]) -> Iterator[str]:
    for theme, weeks in groupby(sorted(challenges), key=lambda week: challenges[week].theme):
        numbers = list(weeks)
        yield turn.text("challenge.theme", theme=theme, first=numbers[0], last=numbers[-1])
