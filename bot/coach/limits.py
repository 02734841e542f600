"""How long a note may be. Facts about the site, in one place, with the day they were checked.

Free 200 and paid 300 were seen live in August 2026; 140 is the limit of the site's early days and stays as
"short", for people who like it brief. How the site counts is inferred: UTF-16 code units, a line break as
one; a note that fits that way fits any other way too.
"""

from typing import Final, Literal, get_args

from bot.coach.text import fold

Account = Literal["free", "paid", "short"]
ACCOUNTS: Final[tuple[Account, ...]] = get_args(Account)
NOTE_LIMITS: Final[dict[Account, int]] = {"free": 200, "paid": 300, "short": 140}
DEFAULT_LIMIT: Final = NOTE_LIMITS["free"]
SMALLEST_LIMIT: Final = 40
PERSONAL_NOTES_A_MONTH: Final = 5  # free account; the official help page, through a mirror, 2026-08
_OTHER_NAMES: Final[dict[Account, tuple[str, ...]]] = {
    "free": ("basic", "normal", "standard"),
    "paid": ("premium", "sales navigator", "recruiter", "career", "business"),
    "short": (),
}


def account_of(typed: str) -> Account | None:
    """The kind of account somebody means who types its name, or its limit."""
    folded = fold(typed)
    for one in ACCOUNTS:
        if folded.startswith((one, *_OTHER_NAMES[one])) or str(NOTE_LIMITS[one]) in folded:
            return one
    return None
