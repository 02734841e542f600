"""What was counted, as a sentence: `14 rounds and not one harsh word` behind `there were`."""

import re
from typing import Final

_COUNTED: Final = re.compile(
    r"^(?:(?:all|over|about|around|some|more than) )?(?:[2-9]|\d\d+|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|twenty|thirty|forty|fifty|a hundred|a dozen|dozens of|hundreds of) [\w' -]+?,? "
    r"(?:and|but|yet) (?:not (?:one|a|an|a single)|no|none|nobody|nothing|zero|never"
    r"|(?:he|she|they) (?:never|still|didn't))\b",
    re.IGNORECASE,
)


def as_sentence(text: str) -> str:
    """The text with a verb where it counts and has none."""
    counts = _COUNTED.match(text) and '"' not in text
    return f"there were {text[:1].lower()}{text[1:]}" if counts else text
