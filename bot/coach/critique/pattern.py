"""One pattern of a rule: a regular expression over the plain text, on whole words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coach.critique.reading import Reading
from bot.coach.critique.words import NO_NAMES, expand
from bot.coach.model import Span
from bot.errors import ContentError

_DENIAL = re.compile(
    r"(?:\b(?:no|not|never|nor|without|neither|nothing|zero|hardly)|\w(?:n't| nothing))"
    r"(?: (?!but\b|so\b|could\b|can\b|would\b|may\b)[\w'-]+){0,5}[ \"(]*$",
)
_NO_DENIAL = re.compile(
    r"\b(?:why (?:not|don't)|not (?:only|just|sure|today)|(?:don't|do not) (?:hesitate|miss|you|we)|no (?:matter|doubt|problem|"
    r"obligation|pressure|worries)|(?:can't|cannot|couldn't) (?:wait|you|we)|(?:wouldn't|won't|isn't|aren't|haven't) (?:you|it|we|this)|never mind)\b",
)
_REACH: Final = 60


class Pattern:
    """A compiled pattern.

    A group made by `{name}` has to be written as a name in the draft. Before the regular expression is tried, the
    longest word that every match contains is looked for, which is what keeps hundreds of patterns fast.
    """

    def __init__(self, source: str) -> None:
        try:
            self._regex = re.compile(rf"(?<!\w)(?:{expand(source)})(?!\w)")
        except re.error as error:
            raise ContentError(f"the pattern {source!r} is none: {error}") from error
        self._named = "name" in self._regex.groupindex
        self._landmark = landmark(source)

    def spans(self, reading: Reading) -> Iterator[Span]:
        """Where it matches, from left to right, without overlaps."""
        if self._landmark not in reading.plain:
            return
        position = 0
        while match := self._regex.search(reading.plain, position):
            if not self._named or is_name(reading, match):
                yield Span(*match.span())
                position = max(match.end(), match.start() + 1)
            else:
                position = match.start() + 1

    def within(self, reading: Reading, span: Span) -> bool:
        """Whether it matches inside a stretch of the draft."""
        if self._landmark not in reading.plain:
            return False
        return self._regex.search(reading.plain, span.start, span.end) is not None


def compile_all(sources: Sequence[str]) -> tuple[Pattern, ...]:
    """The patterns of a list."""
    return tuple(Pattern(source) for source in sources)


def is_name(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the words a `{name}` matched are somebody's name, as far as capitals tell."""
    if match["name"] is None:
        return True
    words = reading.text[match.start("name") : match.end("name")].split()
    own = [word for word in words if word.lower().rstrip(".,'") not in NO_NAMES]
    if not reading.has_case:
        return bool(own)
    return any(word[0].isupper() or not word[0].islower() for word in own)


def denied(reading: Reading, span: Span) -> bool:
    """Whether the clause says that it is not so: "no pitch", "you owe me no coffee"."""
    before = reading.plain[max(0, span.start - _REACH) : span.start]
    clause = re.split(r"[.!?,;:\n]|\bbut\b", before)[-1]
    return bool(_DENIAL.search(clause)) and not _NO_DENIAL.search(clause)


def landmark(source: str) -> str:
    """The longest run of letters that every match must contain; empty when there is none for sure."""
    best, run, depth = "", "", 0
    characters = iter(re.sub(r"\{[a-z_]+\}", " ", source))
    for char in characters:
        if char == "|" and depth == 0:
            return ""
        if char in "?*{":
            run = run[:-1]
        if depth == 0 and (char.isalpha() or char == "'"):
            run += char
            continue
        best, run = max(best, run, key=len), ""
        depth += (char in "([") - (char in ")]")
        if char == "\\":
            next(characters, "")
    return max(best, run, key=len)
