"""What somebody used to say, between quotation marks: `she said canada will not kill you i will train you`.

Said so, `you` is whoever heard it and `I` the one who said it; without marks both would be taken for others.
"""

import re
from typing import Final

_SAYS: Final = (
    r"\b(?P<says>said|says|(?:used to|would|will always|always|never) say|always said)"
    r"(?: (?:to|for) (?P<to>me|us))?"
)
_REPORTED: Final = re.compile(
    r"^(?:that|so|it|yes|no|nothing|something|hello|hi|goodbye|thanks?|sorry|what|how|why|when|where|who|whatever"
    r"|to|he|she|they|we|in|on|at|about|if)\b|\b(?:he|she|him|her|his|hers|they|them|their|was|were|would|had|could)\b",
    re.IGNORECASE,
)
_DIRECT: Final = re.compile(
    r"\byou(?:r|'re|'ll)?\b|\bi(?: will|'ll| am|'m)\b|\blet'?s\b|\bdon'?t\b", re.IGNORECASE
)
_HABIT: Final = re.compile(r"(?:used to|would|always|never) ", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"\b(?:is|are|can|will|must|has|makes?|needs?)\b", re.IGNORECASE)
_RUN_ON: Final = re.compile(r"(?<=[a-z]) (?=i(?: will|'ll| can)\b)")
_SAYING: Final = re.compile(rf"{_SAYS},? (?P<words>[^\".;!?\n]+)(?P<end>$|[.;!?\n])", re.IGNORECASE)
_MARKED: Final = re.compile(r"[\"“”]|(?<!\w)['‘][^'’]{3,}['’](?!\w)")  # there are marks already
MOST_WORDS: Final = 20
FEWEST_WORDS: Final = 2


def marked(text: str) -> str:
    """The text with such sayings between quotation marks."""
    return text if _MARKED.search(text) else _SAYING.sub(_quoted, text)


def _quoted(match: re.Match[str]) -> str:
    words = match["words"].strip(" ,")
    length = len(words.split())
    direct = _DIRECT.search(words) or (_HABIT.match(match["says"]) and _SENTENCE.search(words))
    if not direct or _REPORTED.search(words) or not FEWEST_WORDS <= length <= MOST_WORDS:
        return match[0]
    said = re.sub(r"\bi\b", "I", _RUN_ON.sub(", ", words))
    to = f" to {match['to']}" if match["to"] else ""
    return f'{match["says"]}{to} "{said[:1].upper()}{said[1:]}"{match["end"]}'
