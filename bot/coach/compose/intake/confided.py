"""What is told in confidence or with a doubt."""

import re

from bot.coach.compose.intake.corrections import is_withdrawal

# `I guess her cups?`: told with a doubt, and no question
_HEDGED = re.compile(
    r"^(?:(?:i (?:guess|think|suppose)|maybe|perhaps|probably|well|hmm+|um+),? )+"
    r"(?=(?:her|his|their|the) [^,.?]+\?$|(?:how|that) (?:he|she|they) [^,.?]+\?$)",
    re.IGNORECASE,
)
# before a thing or a place: that it may have been another is for the writer to know
_MAYBE = re.compile(
    r"^(?:(?:i (?:guess|think|suppose|believe)|maybe|perhaps|probably|possibly|dunno|idk),? )+"
    r"(?:it was |that was )?(?=(?:her|his|their|the|at|in|on|our|my)\b)",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"(?<=\w),? (?:i (?:guess|think|suppose|believe)|maybe|perhaps|probably)(?=[,;]|[.!?]*$)", re.IGNORECASE
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
_ENDED = re.compile(r"[.!?)]")
_CLAUSES = re.compile(r"(\s*(?:[,;()]|[.!?](?=\s|$)|\s[-–—]+\s|\b(?:and|but|so)\b)\s*)", re.IGNORECASE)


def without_part(text: str) -> tuple[str, bool]:
    """The text without the clauses that are to be left out, and whether there are any.

    `the crane lead was raging (leave the crane bit out)` names what goes; `AA (don't put that)` points to it.
    """
    parts = _CLAUSES.split(text)
    gone: set[int] = set()
    for place in range(0, len(parts), 2):
        if match := _PART_OUT.match(parts[place]):
            what = re.compile(rf"\b{re.escape(match['what'] or match['that'])}", re.IGNORECASE)
            gone |= {at for at in range(0, place, 2) if what.search(parts[at])} | _rest_of(parts, place)
        elif place and not _ENDED.search(parts[place - 1]) and is_withdrawal(parts[place]):
            gone |= {place - 2, place}
    return (_without(parts, gone), True) if gone else (text, False)


def _without(parts: list[str], gone: set[int]) -> str:
    """The clauses that stay, each after what stood before those that go; of brackets what stood after."""
    kept, before, after = "", "", None
    for at in range(0, len(parts), 2):
        mark = parts[at - 1] if at else ""
        before, after = (before + mark, None) if after is None else (before, after + mark)
        if at in gone:
            after = ""
        elif parts[at]:
            joint = f" {after.strip(' )')} " if after is not None and "(" in before else before
            kept, before, after = kept + joint + parts[at], "", None
    return re.sub(r" {2,}", " ", kept).strip(" ,;(")


def _rest_of(parts: list[str], place: int) -> set[int]:
    """A clause and what else stands in its brackets or its sentence: `leave it out, he'd kill me`."""
    end = place + 2
    while end < len(parts) and not _ENDED.search(parts[end - 1]):
        end += 2
    return set(range(place, end, 2))


def is_secret(clause: str) -> bool:
    """Whether the clause has its secret in it, rather than calling so what was said before."""
    return bool(_SECRET.match(clause.strip())) and not _SAID_BEFORE.search(clause)


def unhedged(sentence: str) -> str:
    """`I guess her cups?` as `her cups`, `at work I think, the bakery` as `at work, the bakery`."""
    if _HEDGED.match(sentence):
        return _HEDGED.sub("", sentence).rstrip(" ?")
    return _THOUGHT.sub("", _MAYBE.sub("", sentence))
