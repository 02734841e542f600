"""What changed from one version of a draft to the next."""

from msgspec import Struct

from bot.coach.model import FAULTS, STRENGTHS, Criterion, Report


class Progress(Struct, frozen=True, kw_only=True):
    """The difference between two reports, each in the order of the criteria.

    `gained` and `lost` are strengths that came and went; `fixed` and `worse` faults that went and came.
    """

    gained: tuple[Criterion, ...] = ()
    fixed: tuple[Criterion, ...] = ()
    lost: tuple[Criterion, ...] = ()
    worse: tuple[Criterion, ...] = ()


def compare(before: Report, after: Report) -> Progress:
    """Say what the next version of a draft gained and lost."""
    return Progress(
        gained=tuple(each for each in STRENGTHS if after.has(each) and not before.has(each)),
        fixed=tuple(each for each in FAULTS if before.has(each) and not after.has(each)),
        lost=tuple(each for each in STRENGTHS if before.has(each) and not after.has(each)),
        worse=tuple(each for each in FAULTS if after.has(each) and not before.has(each)),
    )
