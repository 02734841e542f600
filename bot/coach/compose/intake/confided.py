"""What is told in confidence or with a doubt."""

import re

# `I guess her cups?`: told with a doubt, and no question
_HEDGED = re.compile(
    r"^(?:(?:i (?:guess|think|suppose)|maybe|perhaps|probably|well|hmm+|um+),? )+"
    r"(?=(?:her|his|their|the) [^,.?]+\?$|(?:how|that) (?:he|she|they) [^,.?]+\?$)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(?:please |pls |but |and )*(?:(?:don'?t|do not|never) (?:tell|say|mention)(?: to)? \w+"
    r"|between (?:you and me|us)|off the record),? (?:that )?(?:he|she|they|it|his|her|their|there|\w+'s)\b",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:said|told|know|knew|mentioned|wrote|heard|asked)\b", re.IGNORECASE
)


def is_secret(clause: str) -> bool:
    """Whether the clause has its secret in it, rather than calling so what was said before."""
    return bool(_SECRET.match(clause.strip())) and not _SAID_BEFORE.search(clause)


def unhedged(sentence: str) -> str:
    """`I guess her cups?` as `her cups`."""
    return _HEDGED.sub("", sentence).rstrip(" ?") if _HEDGED.match(sentence) else sentence
