"""One pattern of a rule: a regular expression over the plain text, on whole words."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property
from itertools import compress
from typing import Final

from msgspec import Struct

from bot.coach.critique.beginning import beginnings
from bot.coach.critique.index import Index, Landmarked
from bot.coach.critique.landmark import landmarks
from bot.coach.critique.reading import Reading
from bot.coach.critique.words import NO_NAMES, expand, known
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
_NUMBERS: Final[dict[str, int]] = {}  # in it, by what is written
_AT_ONCE: Final = ContextVar("at_once", default=False)


class Numbered(Struct, frozen=True):
    """The index of all patterns, and the number of each in it: what takes long to work out."""

    numbers: dict[str, int]
    index: Landmarked


def numbered() -> Numbered:
    """The patterns there are by now."""
    return Numbered(_NUMBERS, _INDEX.known())


def recall(known: Numbered) -> None:
    """Begin with the patterns of another process, unless there are some by now."""
    if not _NUMBERS:
        _NUMBERS.update(known.numbers)
        _INDEX.recall(known.index)


@contextmanager
def compiled_at_once() -> Iterator[None]:
    """Within, patterns are compiled when they are made, so that a wrong one is found out then."""
    token = _AT_ONCE.set(True)
    try:
        yield
    finally:
        _AT_ONCE.reset(token)


def at_once() -> bool:
    """Whether patterns are to be compiled when they are made."""
    return _AT_ONCE.get()


class Pattern:
    """A pattern, compiled when a draft first has one of its landmarks: hundreds of them take a while.

    A group made by `{name}` has to be written as a name in the draft.

    Attributes:
        source: as it was written.
        number: its place in the index of landmarks.
    """

    def __init__(self, source: str) -> None:
        self.source = known(source)
        self._named = "{name}" in source
        self._led_by_name = source.startswith("{name}") and _is_one_branch(source)
        self.number = _number(source)

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
            return re.compile(rf"(?<!\w)(?:{expand(self.source)})(?!\w)")
        except re.error as error:
            raise ContentError(f"the pattern {self.source!r} is none: {error}") from error

    def spans(self, reading: Reading) -> Iterator[Span]:
        """Where it matches, from left to right, without overlaps."""
        return self.all_spans(reading) if self.may_match(reading) else iter(())

    def all_spans(self, reading: Reading) -> Iterator[Span]:
        """The same for one that is known to be worth trying."""
        starts = self._starts(reading)
        return self._search(reading) if starts is None else self._try_at(starts, reading)

    def _starts(self, reading: Reading) -> list[int] | None:
        """Where it can begin: as its words or, led by a name, as names do. None when that cannot be told."""
        if self._beginnings:
            return reading.places(self._beginnings)
        return reading.name_starts if self._led_by_name and reading.has_case else None

    def _try_at(self, starts: Sequence[int], reading: Reading) -> Iterator[Span]:
        behind = 0
        for start in starts:
            if start >= behind and (match := self.regex.match(reading.plain, start)):
                if self._named and not is_name(reading, match):
                    continue
                behind = match.end()
                yield Span(start, behind)

    def _search(self, reading: Reading) -> Iterator[Span]:
        position = 0
        while match := self.regex.search(reading.plain, position):
            position = match.start() + 1
            if not self._named or is_name(reading, match):
                position = max(position, match.end())
                yield Span(*match.span())

    def within(self, reading: Reading, span: Span) -> bool:
        """Whether it matches inside a stretch of the draft."""
        if not self.may_match(reading):
            return False
        if not self._beginnings:
            return self.regex.search(reading.plain, span.start, span.end) is not None
        starts = reading.places(self._beginnings)
        chosen = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return any(self.regex.match(reading.plain, start, span.end) for start in chosen)

    def may_match(self, reading: Reading) -> bool:
        """Whether all landmarks are there; without them the regular expression need not be tried."""
        worth = reading.worth_trying(_INDEX)
        return self.number >= len(worth) or bool(worth[self.number])  # a newer one is simply tried


def _number(source: str) -> int:
    if source not in _NUMBERS:
        _NUMBERS[source] = _INDEX.add(landmarks(source))
    return _NUMBERS[source]


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
    if at_once():
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
        known(_with(dict.fromkeys(map("{{{}}}".format, words or {}), ""), source))
    later = cache(lambda: compile_all(sources, words))
    if at_once():
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
