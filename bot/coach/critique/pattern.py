"""One pattern of a rule: a regular expression over the plain text, on whole words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.coach.critique.landmark import landmarks
from bot.coach.critique.reading import Reading
from bot.coach.critique.words import NO_NAMES, expand
from bot.coach.model import Span
from bot.errors import ContentError

_DENIAL = re.compile(
    r"(?:\b(?:no|not|never|nor|without|neither|nothing|zero|hardly)|\w(?:n't| nothing))"
    r"(?: (?!but\b|so\b|could\b|can\b|would\b|may\b)[\w'-]+){0,5}[ \"(]*$",
)
_NO_DENIAL = re.compile(
    r"\b(?:why (?:not|don't)|not (?:only|just|sure|today)|(?:don't|do not) (?:hesitate|miss|you|we)|"
    r"no (?:matter|doubt|problem|obligation|pressure|worries)|(?:can't|cannot|couldn't) (?:wait|you|we)|"
    r"(?:wouldn't|won't|isn't|aren't|haven't) (?:you|it|we|this)|never mind)\b",
)
_REACH: Final = 60


class Pattern:
    """A compiled pattern.

    A group made by `{name}` has to be written as a name in the draft. The regular expression is tried only on
    a draft that has one of its landmarks.
    """

    def __init__(self, source: str) -> None:
        try:
            self._regex = re.compile(rf"(?<!\w)(?:{expand(source)})(?!\w)")
        except re.error as error:
            raise ContentError(f"the pattern {source!r} is none: {error}") from error
        self._named = "name" in self._regex.groupindex
        self._landmarks = tuple(sorted(landmarks(source)))

    def spans(self, reading: Reading) -> Iterator[Span]:
        """Where it matches, from left to right, without overlaps."""
        if not self._worth_trying(reading):
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
        if not self._worth_trying(reading):
            return False
        return self._regex.search(reading.plain, span.start, span.end) is not None

    def _worth_trying(self, reading: Reading) -> bool:
        text = reading.plain
        for word in self._landmarks:  # any() takes twice as long, and this runs hundreds of times
            if word in text:
                return True
        return not self._landmarks


def compile_all(
    sources: Sequence[str], words: Mapping[str, Sequence[str]] | None = None
) -> tuple[Pattern, ...]:
    """The patterns of a list; `words` are vocabularies of their own, by name."""
    own = {f"{{{name}}}": f"(?:{'|'.join(those)})" for name, those in (words or {}).items()}
    return tuple(Pattern(_with(own, source)) for source in sources)


def _with(own: Mapping[str, str], source: str) -> str:
    for name, those in own.items():
        source = source.replace(name, those)
    return source


def is_name(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the words a `{name}` matched are somebody's name, as far as capitals tell."""
    if match["name"] is None:
        return True
    words = reading.text[match.start("name") : match.end("name")].split()
    own = [word for word in words if word.lower().rstrip(".,'") not in NO_NAMES]
    if not reading.has_case:
        return bool(own)
    return bool(own) and own[-1] is words[-1] and not own[-1][0].islower()


def denied(reading: Reading, span: Span) -> bool:
    """Whether the clause says that it is not so: "no pitch", "you owe me no coffee"."""
    before = reading.plain[max(0, span.start - _REACH) : span.start]
    clause = re.split(r"[.!?,;:\n]|\bbut\b", before)[-1]
    return bool(_DENIAL.search(clause)) and not _NO_DENIAL.search(clause)
