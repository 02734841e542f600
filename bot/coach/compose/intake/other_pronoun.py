"""He taken back for she, and the other way round, while typing."""

import re
from typing import Final

# `he - sorry, she, autocorrect - coached`, `she I mean he`
_PRONOUN: Final = re.compile(
    r"\b(?:he|she|they)\b[\s,.;(–—-]*(?:(?:no|nah|nope|oh|oops|ah|er)\b,? ?)*"
    r"(?:sorry|wait|i mean|i meant|or rather|correction|actually|no|oops|scratch that)[,:]? ?"
    r"(?:(?:no|wait|it'?s|i mean)\b,? ?)*(?P<right>he|she|they)\b"
    r"(?:[\s,(]+(?:auto[- ]?correct|typo|phone|sorry|long day|my phone|my bad|lol|haha))*"
    r"\)?(?:\s*[–—,]|\s+-(?=\s))*",
    re.IGNORECASE,
)
MAX_CORRECTIONS: Final = 4


def with_pronoun(text: str) -> str:
    """`he, sorry, she ran the lab` as `she ran the lab`."""
    for _ in range(MAX_CORRECTIONS):
        if not (match := _PRONOUN.search(text)):
            break
        following = text[match.end() :].lstrip()
        text = f"{text[: match.start()]}{match['right'].lower()} {following}"
    return text
