"""Words about the writer that are no person and no doing, as whole sentences: `14 hives`, `PhD on moss`."""

import re
from typing import Final

from bot.coach.compose.language.articles import with_article
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.reading.oneself import is_person
from bot.coach.compose.reading.roles import with_place

_STUDIES: Final = re.compile(r"(?:PhD|Ph\.D\.?|MBA|MPhil|Master's|doctorate) (?:on|in|about|at)\b")
_COUNTED: Final = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) "
    r"(?!(?:years?|months?|weeks?|days?|times|hours|men|of)\b)[a-z]+s\b(?! (?:ago|old|in|at|as)\b)"
)
_ROOM: Final = re.compile(r"[a-z]+ room(?:$|,| at\b| in\b)")


def whole(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """`14 hives`, `PhD on moss` and `control room` as what the writer has, does or where they are."""
    if _STUDIES.match(text) and not is_person(text, lexicon):
        return "about.said", f"I'm doing {with_article(with_place(text, lexicon), lexicon)}"
    if _COUNTED.match(text):
        return "about.said", f"I have {text}"
    if _ROOM.match(text):
        return "about.am", f"in the {with_place(text, lexicon)}"
    return None
