"""The weekly challenges as values."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct, field

from bot.coach.readability import grade
from bot.coach.text import fold
from bot.errors import ContentError

WEEKS: Final = 52
BODY_WORDS: Final = range(40, 81)
MINUTES: Final = range(5, 31)
GRADE: Final = 8  # the school year in which it is easily read
OFFERS: Final = frozenset({"note", "critique", "reply", "followup", "oath"})
_OPENING_WORDS: Final = 3
_TEXTS: Final = ("title", "theme", "skill", "task", "small", "example", "reflection", "body")


class Challenge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of prompts/challenges/: the challenge of one week.

    `body` is the idea. `task` is the one thing to do, `small` its variant for two minutes, `reflection`
    the question afterwards. `origin` says whether the week's topic is from the public series (`url` where one
    is    known) or ours. `leans_on` are earlier weeks whose context it needs.
    """

    week: int
    title: str
    theme: str
    minutes: int
    skill: str
    origin: Literal["series", "ours"] = field(name="from")
    task: str
    small: str
    example: str
    reflection: str
    body: str
    url: str | None = None
    leans_on: tuple[int, ...] = ()
    offers: str | None = None  # a chat command that fits: "note", "oath"


def current(challenges: Mapping[int, Challenge], week: int) -> Challenge:
    """The challenge of a week.

    While not all of them are written, a missing week's place is taken by the next one that is written, after
    the last by the first. Weeks beyond the year begin the year again.

    Raises:
        ContentError: none is written at all.
    """
    if not challenges:
        raise ContentError("challenges: none is written yet")
    wanted = (week - 1) % WEEKS + 1
    return challenges[min(challenges, key=lambda written: (written - wanted) % WEEKS)]


def problems(challenges: Mapping[int, Challenge], *, complete: bool = False) -> list[str]:
    """What is wrong with the series, as a whole and in its parts, in a sentence each; empty when it is fit.

    Args:
        challenges: by week.
        complete: whether all 52 have to be there.
    """
    found = [f"week {week}: {problem}" for week in sorted(challenges) for problem in _own(challenges[week])]
    found += [
        f"week {week}: {problem}" for week in sorted(challenges) for problem in _leans(challenges, week)
    ]
    found += _repeated(challenges)
    if complete and (missing := sorted(set(range(1, WEEKS + 1)) - challenges.keys())):
        found.append(f"not written yet: {', '.join(map(str, missing))}")
    return found


def _own(challenge: Challenge) -> Iterator[str]:
    """What can be seen in one challenge alone."""
    for name in _TEXTS:
        if not getattr(challenge, name).strip():
            yield f"{name} is empty"
    if not 1 <= challenge.week <= WEEKS:
        yield f"there are only {WEEKS} weeks"
    if (words := len(challenge.body.split())) not in BODY_WORDS:
        yield f"the idea has {words} words, not {BODY_WORDS.start} to {BODY_WORDS.stop - 1}"
    years = grade(f"{challenge.body} {challenge.task} {challenge.small} {challenge.example}")
    if years > GRADE:
        yield f"it reads like year {years:.1f} of school, not {GRADE} at most"
    if challenge.minutes not in MINUTES:
        yield f"{challenge.minutes} minutes, not {MINUTES.start} to {MINUTES.stop - 1}"
    if challenge.offers is not None and challenge.offers not in OFFERS:
        yield f"offers {challenge.offers!r}, which is none of {', '.join(sorted(OFFERS))}"
    if challenge.url is not None and challenge.origin == "ours":
        yield "the topic is ours, so there is no page of the series to link"


def _leans(challenges: Mapping[int, Challenge], week: int) -> Iterator[str]:
    """A challenge leans on weeks that are there, and earlier."""
    for earlier in challenges[week].leans_on:
        if earlier >= week:
            yield f"leans on week {earlier}, which is not earlier"
        elif earlier not in challenges:
            yield f"leans on week {earlier}, which is not there"


def _repeated(challenges: Mapping[int, Challenge]) -> Iterator[str]:
    """Titles and openings are different, so that no week sounds like another."""
    seen: dict[tuple[str, str], int] = {}
    for week, challenge in sorted(challenges.items()):
        opening = " ".join(fold(challenge.body).split()[:_OPENING_WORDS])
        for what, text in (("title", fold(challenge.title)), ("opening", opening)):
            first = seen.setdefault((what, text), week)
            if text and first != week:
                yield f"week {week}: the {what} is that of week {first}: {text!r}"
