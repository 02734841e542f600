"""One pattern of a rule: a regular expression over the plain text, on whole words."""

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property
from itertools import compress
from typing import Final

from bot.coach.critique.index import Index
from bot.coach.critique.landmark import beginnings, landmarks
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


_INDEX: Final = Index()  # of all patterns there are
_AT_ONCE: Final = ContextVar("at_once", default=False)


@contextmanager
def compiled_at_once() -> Iterator[None]:
    """Within, patterns are compiled when they are made, so that a wrong one is found out then."""
    token = _AT_ONCE.set(True)
    try:
        yield
    finally:
        _AT_ONCE.reset(token)


class Pattern:
    """A pattern, compiled when a draft first has one of its landmarks: hundreds of them take a while.

    A group made by `{name}` has to be written as a name in the draft.

    Attributes:
        source: as it was written.
        number: its place in the index of landmarks.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._expanded = expand(source)
        self._named = "(?P<name>" in self._expanded
        self._led_by_name = source.startswith("{name}") and _is_one_branch(source)
        self.number = _INDEX.add(landmarks(source))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return beginnings(self.source)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, on whole words.

        Raises:
            ContentError: it is none; the content check compiles them all.
        """
        try:
            return re.compile(rf"(?<!\w)(?:{self._expanded})(?!\w)")
        except re.error as error:
            raise ContentError(f"the pattern {self.source!r} is none: {error}") from error

    def spans(self, reading: Reading) -> Iterator[Span]:
        """Where it matches, from left to right, without overlaps."""
        return self.all_spans(reading) if self.may_match(reading) else iter(())

    def all_spans(self, reading: Reading) -> Iterator[Span]:
        """The same for one that is known to be worth trying."""
        position = 0
        while match := self._next(reading, position):
            if not self._named or is_name(reading, match):
                yield Span(*match.span())
                position = max(match.end(), match.start() + 1)
            else:
                position = match.start() + 1

    def _next(self, reading: Reading, position: int) -> re.Match[str] | None:
        """The next match; one that begins with a name is looked for where names begin."""
        if self._led_by_name and reading.has_case:
            starts = reading.name_starts
            return self._match_at(starts[bisect_left(starts, position) :], reading.plain)
        return self._search(reading, position, len(reading.plain))

    def _search(self, reading: Reading, start: int, end: int) -> re.Match[str] | None:
        """The first match between two places, looked for where a word begins as the pattern does."""
        if not self._beginnings:
            return self.regex.search(reading.plain, start, end)
        starts = reading.places(self._beginnings)
        chosen = starts[bisect_left(starts, start) : bisect_left(starts, end)]
        return self._match_at(chosen, reading.plain, end)

    def _match_at(self, starts: Sequence[int], text: str, end: int = sys.maxsize) -> re.Match[str] | None:
        for start in starts:
            if match := self.regex.match(text, start, end):
                return match
        return None

    def within(self, reading: Reading, span: Span) -> bool:
        """Whether it matches inside a stretch of the draft."""
        return self.may_match(reading) and self._search(reading, span.start, span.end) is not None

    def may_match(self, reading: Reading) -> bool:
        """Whether all landmarks are there; without them the regular expression need not be tried."""
        worth = reading.worth_trying(_INDEX)
        return self.number >= len(worth) or bool(worth[self.number])  # a newer one is simply tried


def _is_one_branch(source: str) -> bool:
    """Whether no bar of a pattern stands outside its groups."""
    depth = 0
    for char in source:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            return False
    return True


def compile_all(
    sources: Sequence[str], words: Mapping[str, Sequence[str]] | None = None
) -> tuple[Pattern, ...]:
    """The patterns of a list; `words` are vocabularies of their own, by name."""
    own = {f"{{{name}}}": f"(?:{'|'.join(those)})" for name, those in (words or {}).items()}
    patterns = tuple(_pattern(_with(own, source)) for source in sources)
    if _AT_ONCE.get():
        for pattern in patterns:
            _ = pattern.regex
    return patterns


def choice(patterns: Sequence[Pattern]) -> Callable[[Reading], Iterator[Pattern]]:
    """Ready to say, for a draft, which of some patterns have all of their landmarks in it."""
    numbers = [one.number for one in patterns]
    first, stop = min(numbers), max(numbers) + 1
    if numbers == list(range(first, stop)):  # as when nobody else has one of them: quicker
        return lambda reading: compress(patterns, reading.worth_trying(_INDEX)[first:stop])
    return lambda reading: compress(patterns, map(reading.worth_trying(_INDEX).__getitem__, numbers))


def compile_later(
    sources: Sequence[str], words: Mapping[str, Sequence[str]] | None = None
) -> Callable[[], tuple[Pattern, ...]]:
    """The patterns of a list, made when they are first asked for: most drafts never ask for exceptions.

    Raises:
        ContentError: a vocabulary is unknown; found out at once.
    """
    for source in sources:
        expand(_with(dict.fromkeys(map("{{{}}}".format, words or {}), ""), source))
    later = cache(lambda: compile_all(sources, words))
    if _AT_ONCE.get():
        later()
    return later


@cache  # the index keeps a pattern for good: the same one is not to be in it again for every engine
def _pattern(source: str) -> Pattern:
    return Pattern(source)


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
