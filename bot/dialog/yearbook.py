"""The year book: the weeks so far and what was noted about them, as a text to keep, and a picture."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.coach.challenge import Challenge
from bot.coach.year import SIGNS, TileState
from bot.dialog.turn import Turn
from bot.state import Record, Reflection

FILE_NAME: Final = "year-book.txt"


def is_over(turn: Turn, so_far: Mapping[int, TileState]) -> bool:
    """Whether the year is behind somebody: its last week came, or something became of it."""
    return max(turn.tools.texts.challenges) in so_far


def text(turn: Turn, so_far: Mapping[int, TileState], count: str, record: Record) -> str:
    """The book."""
    challenges = turn.tools.texts.challenges
    noted = {one.week: one for one in record.reflections}
    today = turn.date(turn.tools.now().date())
    pages = [turn.text("progress.book-title", count=count, date=today)]
    theme = None
    for week in so_far:
        challenge = challenges[week]
        if challenge.theme != theme:
            theme = challenge.theme
            pages.append(turn.text("progress.book-theme", theme=theme))
        pages.append("\n".join(_page(turn, challenge, so_far[week], noted.get(week))))
    if turn.profile.oath_on is not None:
        pages.append(turn.text("progress.book-oath", date=turn.date(turn.profile.oath_on)))
    pages.append(turn.text("progress.book-end"))
    return "\n\n".join(pages) + "\n"


def _page(turn: Turn, challenge: Challenge, state: TileState, noted: Reflection | None) -> Iterator[str]:
    yield turn.text(
        "progress.book-week",
        sign=SIGNS[state],
        week=challenge.week,
        title=challenge.title,
        state=turn.text(f"progress.sign-{state}"),
    )
    if noted is not None:
        day = turn.date(noted.at.date())
        yield turn.text(
            "progress.book-noted", question=challenge.reflection, words=_quoted(noted.text), date=day
        )


def _quoted(words: str) -> str:
    """Words of several lines stay together, however they were typed."""
    return "\n  ".join(words.splitlines())
