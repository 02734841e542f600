"""An answer to "who" cut into its parts: the name, the role, the place, each by itself."""

import re
from typing import Final

from bot.coach.compose.lexicon import Lexicon

_SEPARATOR: Final = re.compile(
    r"\s*[,;|/–—:?!@…、，；]+\s*|\s*\.{2,}\s*|\s+-+\s+"
    r"|(?:^|\s+)(?:um+|uh+|erm+|comma|period|aka|full stop)(?:\s+|$)"
)
_STOP: Final = re.compile(r"\.\s+")
_PERIODS: Final = re.compile(r"([^\W\d_]+)$")
SHORT_TITLE: Final = 4  # letters: `Xyz. Molina` is a title that is not known, `Piotr. Luthier` two sentences
FACULTY: Final = 5  # letters: `habil`


def segments(text: str, lexicon: Lexicon) -> list[str]:
    """The parts between commas, dashes and stops; not after `Dr.`, `K.` or `Jr.`."""
    found = []
    for part in _SEPARATOR.split(text):
        start = 0
        for match in _STOP.finditer(part):
            if not _is_shortened(part, start, match, lexicon):
                found.append(part[start : match.start()])
                start = match.end()
        found.append(part[start:])
    return [
        part.strip(" .") if len(part.split()) != 1 else part.strip() for part in found if part.strip(" .")
    ]


def _is_shortened(part: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the stop belongs to the word before it."""
    before = _PERIODS.search(part, max(start, match.start() - 20), match.start())
    if not before:
        return False
    word, following = before[1], part[match.end() : match.end() + 1]
    if len(word) == 1 or lexicon.titles.get(word.lower(), "").endswith("."):
        return True
    titles = [one.strip(".").lower() for one in part[start : before.end()].split()]
    if len(titles) > 1 and all(one in lexicon.titles for one in titles):
        return True  # `Lt. Cdr.`
    if lexicon.has("abbreviations", word) or lexicon.has("name_suffixes", word):
        return True
    earlier = part[start : before.start()].split()[-1:]
    titled = any(one.endswith(".") or one.lower() in lexicon.titles for one in earlier)
    if word.islower() and len(word) <= FACULTY and titled:
        return True  # `Dr. med.`
    unknown = before.start() == start and len(word) <= SHORT_TITLE
    return unknown and word[0].isupper() and following.isupper()
