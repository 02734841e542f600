"""The weekly challenges as values."""

from typing import Final, Literal

from msgspec import Struct, field

WEEKS: Final = 52


class Challenge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of prompts/challenges/: the challenge of one week.

    `idea` is the file's body. `task` is the one thing to do, `small` its variant for two minutes, `reflection`
    the question afterwards. `origin` says whether the week's topic is from the public series (`url` where one is
    known) or ours. `leans_on` are earlier weeks whose context it needs.
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
