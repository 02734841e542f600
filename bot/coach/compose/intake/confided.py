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
# `leave the crane bit out`: what was said of the crane goes, and so does this
_PART_OUT = re.compile(
    r"(?:please |pls |but |and |so )*(?:leave|keep|skip|cut|take|drop) (?:out )?(?:the|that|his|her|their|my)"
    r" (?P<what>(?!out\b|it\b)[\w'-]+)(?: (?:bit|part|thing|story|stuff|business|joke|one|line))?"
    r"(?: out(?: of (?:it|this))?)?$"
    r"|(?:please |pls |but |and |so )*(?:don'?t|do not|never) "
    r"(?:mention|say|write|include|put(?: in)?|bring up) (?:the|that|his|her|their|my) "
    r"(?P<that>[\w'-]+)(?: (?:bit|part|thing|story|stuff|business|joke|one))?"
    r"(?: (?:in|please|pls|though|ok))?$",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(\s*(?:[,;()]|[.!?](?=\s|$)|\s[-–—]+\s|\b(?:and|but|so)\b)\s*)", re.IGNORECASE)


def without_part(text: str) -> tuple[str, bool]:
    """The text without the clauses about what is to be left out, and whether there are any."""
    parts = _CLAUSES.split(text)
    wishes = [(place, match) for place in range(0, len(parts), 2) if (match := _PART_OUT.match(parts[place]))]
    if not wishes:
        return text, False
    place, match = wishes[0]
    what = re.compile(rf"\b{re.escape(match['what'] or match['that'])}", re.IGNORECASE)
    gone = {at for at in range(0, place, 2) if what.search(parts[at])} | set(range(place, len(parts), 2))
    kept = "".join(
        ("" if not at or at - 2 in gone else parts[at - 1]) + parts[at]
        for at in range(0, len(parts), 2)
        if at not in gone
    )
    return kept.strip(" ,;("), True


def is_secret(clause: str) -> bool:
    """Whether the clause has its secret in it, rather than calling so what was said before."""
    return bool(_SECRET.match(clause.strip())) and not _SAID_BEFORE.search(clause)


def unhedged(sentence: str) -> str:
    """`I guess her cups?` as `her cups`."""
    return _HEDGED.sub("", sentence).rstrip(" ?") if _HEDGED.match(sentence) else sentence
