"""What makes a series of challenges fit to send: each challenge alone, and all of them together."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from bot.coach.borrowed import runs
from bot.coach.challenge import WEEKS, Challenge
from bot.coach.readability import grade
from bot.coach.text import fold

# How many words each text may have; on a phone the whole letter is about two screens.
WORDS: Final = {
    "body": range(40, 81),
    "task": range(15, 61),
    "small": range(5, 36),
    "example": range(10, 46),
    "reflection": range(4, 21),
}
MINUTES: Final = range(5, 31)
GRADE: Final = 8  # the school year in which it is easily read
THEMES: Final = range(12, 14)  # of about a month each
OFFERS: Final = frozenset({"note", "critique", "reply", "followup", "oath"})
DEEDS: Final = OFFERS | {"thanks"}
_NAMES: Final = {"body": "idea", "small": "small variant"}
_OPENING_WORDS: Final = 3
_SHORT_TEXTS: Final = ("title", "theme", "skill")


def problems(challenges: Mapping[int, Challenge], *, complete: bool = False) -> list[str]:
    """What is wrong with the series, as a whole and in its parts, in a sentence each; empty when it is fit.

    Args:
        challenges: by week.
        complete: whether all 52 have to be there, in twelve or thirteen themes.
    """
    weeks = [challenges[week] for week in sorted(challenges)]
    found = [f"week {one.week}: {problem}" for one in weeks for problem in _own(one)]
    found += [f"week {one.week}: {problem}" for one in weeks for problem in _leans(challenges, one)]
    found += [*_repeated(weeks), *_said_twice(weeks)]
    if complete:
        found += _incomplete(weeks)
    return found


def texts(challenge: Challenge) -> Iterator[str]:
    """All that people read of a challenge, piece by piece."""
    for name in (*_SHORT_TEXTS, *WORDS):
        yield getattr(challenge, name)


def _own(challenge: Challenge) -> Iterator[str]:
    """What can be seen in one challenge alone."""
    for name in _SHORT_TEXTS:
        if not getattr(challenge, name).strip():
            yield f"{name} is empty"
    if not 1 <= challenge.week <= WEEKS:
        yield f"there are only {WEEKS} weeks"
    yield from _lengths(challenge)
    if not challenge.reflection.strip().endswith("?"):
        yield "the reflection is no question"
    years = grade(f"{challenge.body} {challenge.task} {challenge.small} {challenge.example}")
    if years > GRADE:
        yield f"it reads like year {years:.1f} of school, not {GRADE} at most"
    if challenge.minutes not in MINUTES:
        yield f"{challenge.minutes} minutes, not {MINUTES.start} to {MINUTES.stop - 1}"
    if unknown := sorted(set(challenge.done_by) - DEEDS):
        yield f"done by {unknown[0]!r}, which is none of {', '.join(sorted(DEEDS))}"
    if unknown := sorted(set(challenge.offers) - OFFERS):
        yield f"offers {unknown[0]!r}, which is none of {', '.join(sorted(OFFERS))}"
    if challenge.url is not None and challenge.origin == "ours":
        yield "the topic is ours, so there is no page of the series to link"


def _lengths(challenge: Challenge) -> Iterator[str]:
    for name, fit in WORDS.items():
        if (words := len(getattr(challenge, name).split())) not in fit:
            yield f"the {_NAMES.get(name, name)} has {words} words, not {fit.start} to {fit.stop - 1}"


def _leans(challenges: Mapping[int, Challenge], challenge: Challenge) -> Iterator[str]:
    """A challenge leans on weeks that are there, and earlier."""
    for earlier in challenge.leans_on:
        if earlier >= challenge.week:
            yield f"leans on week {earlier}, which is not earlier"
        elif earlier not in challenges:
            yield f"leans on week {earlier}, which is not there"


def _repeated(weeks: list[Challenge]) -> Iterator[str]:
    """Titles and openings are different, so that no week sounds like another."""
    seen: dict[tuple[str, str], int] = {}
    for challenge in weeks:
        openings = {
            "title": fold(challenge.title),
            "opening": _opening(challenge.body),
            "task's opening": _opening(challenge.task),
            "example's opening": _opening(challenge.example),
        }
        for what, text in openings.items():
            first = seen.setdefault((what, text), challenge.week)
            if text and first != challenge.week:
                yield f"week {challenge.week}: the {what} is that of week {first}: {text!r}"


def _opening(text: str) -> str:
    return " ".join(fold(text).split()[:_OPENING_WORDS])


def _said_twice(weeks: list[Challenge]) -> Iterator[str]:
    """No two weeks have so many equal words in a row."""
    seen: dict[str, int] = {}
    for challenge in weeks:
        for run in dict.fromkeys(run for text in texts(challenge) for run in runs(text)):
            first = seen.setdefault(run, challenge.week)
            if first != challenge.week:
                yield f"week {challenge.week}: week {first} has the same words: {run!r}"


def _incomplete(weeks: list[Challenge]) -> Iterator[str]:
    if missing := sorted(set(range(1, WEEKS + 1)) - {one.week for one in weeks}):
        yield f"not written yet: {', '.join(map(str, missing))}"
    themes = [theme for theme, _ in groupby(weeks, key=lambda one: one.theme)]
    if len(themes) not in THEMES:
        yield f"{len(themes)} themes, not {THEMES.start} to {THEMES.stop - 1}"
    if again := [theme for place, theme in enumerate(themes) if theme in themes[:place]]:
        yield f"the theme {again[0]!r} comes in two places"
