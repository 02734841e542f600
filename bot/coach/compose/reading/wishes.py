"""What the writer would like, told where the question was what stands out."""

import re
from typing import Final

from bot.coach.compose.facts import Omission
from bot.coach.model import Slot

_WISH: Final = re.compile(
    r"^(?:and |but |so )?(?:(?:I|we)(?:'d| would|'m| am)? )?"
    r"(?:would |'d )?(?:really |just |so |also |very much )*"
    r"(?:love|like|want|wanna|wish|hope|hoping|dying|keen|eager|itching|looking forward|can't wait)"
    r"(?: to| for)? (?P<what>(?P<verb>\w+).*)$",
    re.IGNORECASE,
)
_LEARN: Final = frozenset({"learn", "understand", "hear", "read", "follow", "try"})
_MAY_BE_THEIRS: Final = re.compile(
    r"(?:and |but |so )?(?:love|like|want|wish|hope|keen|eager) ", re.IGNORECASE
)


def heard_wishes(slot: Slot, pieces: list[str]) -> tuple[list[str], list[Omission]]:
    """The pieces with a wish to learn as the writer's own, and without wishes for time or help."""
    kept, omissions = [], []
    for piece in pieces:
        match = _WISH.match(piece)
        if not match or (_MAY_BE_THEIRS.match(piece) and match["verb"].lower() not in _LEARN):
            kept.append(piece)
        elif match["verb"].lower() in _LEARN:
            kept.append(f"I'd love to {match['what']}")
        else:
            omissions.append(Omission(slot, "ask"))
    return kept, omissions
