"""The commands that read and write text, without a database: drafts to reports, answers to notes."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO, TypeVar

import msgspec

from bot.app import build_composer, build_engine, open_content
from bot.channels.console import styled
from bot.coach.compose.report import to_json as composition_json
from bot.coach.critique.report import to_json as report_json
from bot.coach.limits import DEFAULT_LIMIT
from bot.coach.model import SLOTS, Verdict
from bot.config import Settings
from bot.dialog import challenge, spoken
from bot.errors import UsageError

T = TypeVar("T")
OK: Final = 0
SOMETHING_TO_FIX: Final = 1


class DraftLine(msgspec.Struct, frozen=True):
    """One line of `critique --jsonl`."""

    text: str
    id: Any = None
    limit: int | None = None


class AnswersLine(msgspec.Struct, frozen=True):
    """One line of `compose --jsonl`."""

    answers: dict[str, str | None]
    id: Any = None
    limit: int | None = None


@contextmanager
def _opened(name: str) -> Iterator[TextIO]:
    """The named file, or standard input for "-".

    Raises:
        UsageError: the file cannot be read.
    """
    if name == "-":
        yield sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}") from error


def critique_one(settings: Settings, name: str, limit: int | None, *, as_json: bool) -> int:
    """Read one draft; exit code 0 when there is nothing to fix, else 1."""
    try:
        with _opened(name) as file:
            text = file.read().removesuffix("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: not text in UTF-8") from error
    content = open_content(settings)
    report = build_engine(content).judge(text, limit or DEFAULT_LIMIT)
    if as_json:
        print(json.dumps(report_json(report), ensure_ascii=False))
    else:
        print(styled(text, spoken.marked(text, report).marks, colour=sys.stdout.isatty()))
        print("\n" + spoken.verdict(content, report))
    return OK if report.verdict is Verdict.SEND else SOMETHING_TO_FIX


def critique_lines(settings: Settings, name: str, limit: int | None) -> int:
    """One report a line, in order; a broken line gets a line that says so, and the next is read."""
    engine = build_engine(open_content(settings))

    def answer(line: DraftLine) -> dict[str, Any]:
        report = engine.judge(line.text, line.limit or limit or DEFAULT_LIMIT)
        return report_json(report, line.id)

    with _opened(name) as file:
        _each_line(file, DraftLine, answer)
    return OK


def compose_lines(settings: Settings) -> int:
    """One composition a line, in order; a broken line gets a line that says so."""
    content = open_content(settings)
    composer = build_composer(content, build_engine(content))

    def answer(line: AnswersLine) -> dict[str, Any]:
        answers: dict[str, str] = {slot: line.answers.get(slot) or "" for slot in SLOTS}
        return composition_json(composer.compose(answers, line.limit or DEFAULT_LIMIT), line.id)

    _each_line(sys.stdin, AnswersLine, answer)
    return OK


def compose_asking(settings: Settings) -> int:
    """Ask for the answers at the terminal, and print the notes."""
    content = open_content(settings)
    composer = build_composer(content, build_engine(content))
    answers: dict[str, str] = {}
    for question in content.interview.questions:
        print(f"{question.ask}\n  {question.hint}", file=sys.stderr)
        answers[question.slot] = sys.stdin.readline().strip()
    composition = composer.compose(answers, DEFAULT_LIMIT)
    for note in composition.notes:
        print(f"{note.text}\n")
    for words in filter(None, (composition.advice, *(one.why for one in composition.left_out))):
        print(words)
    return OK if composition.notes else SOMETHING_TO_FIX


def print_challenge(settings: Settings, week: int) -> int:
    """Print the challenge of a week.

    Raises:
        UsageError: that week is not written.
    """
    content = open_content(settings)
    if week not in content.challenges:
        weeks = ", ".join(map(str, content.challenges))
        raise UsageError(f"challenge: there is no week {week}; there are {weeks}")
    for reply in challenge.letter(content, week):
        print(reply.text)
    return OK


def _each_line(file: TextIO, shape: type[T], answer: Callable[[T], dict[str, Any]]) -> None:
    for line in file:
        if line.strip():
            print(json.dumps(_answered(line, shape, answer), ensure_ascii=False), flush=True)


def _answered(line: str, shape: type[T], answer: Callable[[T], dict[str, Any]]) -> dict[str, Any]:
    try:
        return answer(msgspec.json.decode(line, type=shape))
    except (msgspec.MsgspecError, UnicodeError) as error:
        return {"id": None, "error": str(error)}
