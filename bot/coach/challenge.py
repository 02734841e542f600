"""The weekly challenges as values."""

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct, field

from bot.errors import ContentError

WEEKS: Final = 52


class Challenge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of prompts/challenges/: the challenge of one week.

    `body` is the idea. `task` is the one thing to do, `small` its variant for two minutes, `reflection`
    the question afterwards. `origin` says whether the week's topic is from the public series (`url` where one
    is known) or ours. `leans_on` are earlier weeks whose context it needs.
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
    offers: tuple[str, ...] = ()  # chat commands that fit, and in which it can be done: "note", "oath"
    done_by: tuple[str, ...] = ()  # what else in the coach does it: "thanks"
    looks_back: bool = False  # at the year so far, with the person's own numbers


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
