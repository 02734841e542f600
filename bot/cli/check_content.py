"""Checks the content as a whole: every file, every example, and what no single file can know."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final
from zoneinfo import available_timezones

from bot.cli import check_languages, check_messages, check_originality, check_places
from bot.coach import series
from bot.coach.critique import examples
from bot.coach.critique.pattern import compiled_at_once
from bot.coach.model import SLOTS
from bot.config import Settings
from bot.content import Content
from bot.errors import ContentError
from bot.parts import build_composer, build_engine, build_follow_up, open_content
from bot.pictures.canvas import missing

_DRAWN: Final = (
    "progress.ahead-of-you",
    "progress.begun",
    "progress.first-done",
    "progress.count",
    "progress.sign-done",
    "progress.sign-skipped",
    "progress.sign-waiting",
    "progress.sign-ahead",
    "progress.sign-now",
)


def check(settings: Settings, against: Sequence[Path] = ()) -> int:
    """Print what is wrong with the content, a line each; exit code 1 when there is something.

    Args:
        settings: where the content is.
        against: texts, or folders of texts, whose sentences must not be in it.

    Raises:
        UsageError: there is no text to check against.
    """
    content = open_content(settings)
    found = problems(content)
    found += [line for place in against for line in check_originality.problems(content, place)]
    for line in found:
        print(line)
    if not found:
        print(f"{len(content.rules)} rules, {len(content.challenges)} challenges: every file is fine")
    return 1 if found else 0


def problems(content: Content) -> list[str]:
    """Everything that is wrong with the content, a line each."""
    checks: tuple[Callable[[Content], Iterator[str]], ...] = (
        _messages,
        check_messages.problems,
        check_languages.problems,
        _interview,
        _rules,
        _composer,
        _weeks,
        _pictures,
        _zones,
        _places,
    )
    # A file that is broken for two checks is named once.
    return list(dict.fromkeys(line for one in checks for line in _reported(one, content)))


def _reported(one: Callable[[Content], Iterator[str]], content: Content) -> Iterator[str]:
    """A file that cannot be read ends its own check, not the others."""
    try:
        yield from one(content)
    except ContentError as error:
        yield str(error)


def _messages(content: Content) -> Iterator[str]:
    yield from check_messages.sizes(content.messages)


def _interview(content: Content) -> Iterator[str]:
    slots = [question.slot for question in content.interview.questions]
    if sorted(slots) != sorted(SLOTS):
        yield f"interview.yaml: every one of {', '.join(SLOTS)} has to be asked exactly once"
    for pattern in content.interview.asks_back:
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"interview.yaml: asks_back: {pattern!r}: {error}"


def _rules(content: Content) -> Iterator[str]:
    with compiled_at_once():
        engine = build_engine(content)
    yield from examples.problems(content.rules, engine)


def _composer(content: Content) -> Iterator[str]:
    with compiled_at_once():
        build_composer(content, build_engine(content))
        build_follow_up(content)
    yield from ()


def _weeks(content: Content) -> Iterator[str]:
    yield from series.problems(content.challenges, complete=True)


def _pictures(content: Content) -> Iterator[str]:
    texts = {f"the theme of week {week}": one.theme for week, one in content.challenges.items()}
    texts |= {f"messages: {one}": content.messages.template(one) for one in _DRAWN}
    for what, text in texts.items():
        if letters := missing(text):
            yield f"{what} is drawn, and the picture's font has no {letters!r}"


def _zones(content: Content) -> Iterator[str]:
    known = available_timezones()
    for one in content.zones:
        if one.zone not in known:
            yield f"zones.yaml: there is no time zone {one.zone}"


def _places(content: Content) -> Iterator[str]:
    yield from check_places.problems(content.folder)
