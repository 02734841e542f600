"""Whether it can be told who is meant."""

import re
from typing import Final

_TWICE: Final = r"\b (?!(?:is|was|has|will|would)\b)[\w']+(?: (?:to|for|with|at|about|like))? "
_SELF_TWICE = re.compile(rf"\b(?:she{_TWICE}her(?=[.,!?]|$| (?:a|an|the)\b)|he{_TWICE}him\b)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:my|our) (?:\w+ )?\w+ (?:was|is|were|felt|got|became) (?:so |very |too |really )?"
    r"(?:scared|afraid|sick|ill|nervous|lost|worried|sad|happy|shy|crying|born|dying|blind|deaf|tired|angry|bored|"
    r"injured|hurt|lonely)\b",
    re.IGNORECASE,
)


def is_mixed(text: str, pronoun: str | None) -> bool:
    """Whether one word for two people is in it: `my little one was scared and she made her queen`."""
    if _SELF_TWICE.search(text):
        return True
    other = _SOMEBODY.search(text) if pronoun in {"he", "she"} else None
    return bool(other and re.search(rf"\b{pronoun}\b.*\b(?:her|him|his)\b", text[other.end() :].lower()))


def respectful(text: str, pronoun: str | None) -> str:
    """A sentence that opens with `they` about one person: out of respect, or with those around them."""
    if pronoun not in {"he", "she"} or not text.lower().startswith("they "):
        return text
    own = {"they": pronoun, "their": "his" if pronoun == "he" else "her"}
    return re.sub(r"\b(?:they|their)\b", lambda match: own[match[0].lower()], text, flags=re.IGNORECASE)
