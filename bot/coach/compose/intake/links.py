"""Links taken out with the words that only lead to them: `follow her at @compost`, `here: example.org`."""

import re
from typing import Final

from bot.coach.compose.tidying.tidy import LINK

_MARK: Final = "\x01"
_LEADS_TO = re.compile(
    r"(?:(?<=[.,;!?:–-])|^|(?<=\s))\s*"
    r"(?:(?:and|but|or|so|you can|also|please|pls|go)\s+)?"
    r"(?:follow|find|reach|contact|e-?mail|call|text|message|write|dm|ping|add|see|check|check out|watch|"
    r"read|listen|look|ring|link|here'?s|here)"
    r"(?:\s+(?:him|her|them|me|us|it|this|that|more|out|to|at|on|via|here|under|by|my|his|the|link|is)){0,4}"
    r"\s*:?\s*(?=\x01)",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"\s+(?:at|on|via|under|through|from|is|are)\s*:?\s*(?=\x01\s*(?:[.,;!?)]|$))"
    r"|\s+(?:at|on|via|under)\s*(?=\x01)"
)
_SAYS_OF_IT = re.compile(r"(?:^|(?<=[.!?\n,;]))\s*\x01\s+(?:is|was|are|has|shows?)\b[^.!?\n]*")


def without_links(text: str) -> str:
    """The text without links, addresses and numbers, and without what is nothing but a pointer to them."""
    if not LINK.search(text):
        return text
    text = _SAYS_OF_IT.sub(" ", LINK.sub(_MARK, text))
    text = _LEFT_OPEN.sub(" ", _LEADS_TO.sub(" ", text))
    return text.replace(_MARK, " ")
