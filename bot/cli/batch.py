"""The commands that read and write text, without a database: drafts to reports, answers to notes."""

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Final, TypeVar

import msgspec

from bot.coach.critique.report import to_json as report_json
from bot.coach.limits import DEFAULT_LIMIT
from bot.coach.model import SLOTS, Criterion, Slot, Verdict
from bot.config import Settings
from bot.errors import UsageError
from bot.parts import build_composer, build_engine, open_content

T = TypeVar("T")
Limit = Annotated[int, msgspec.Meta(ge=1)]
OK: Final = 0
SOMETHING_TO_FIX: Final = 1


class DraftLine(msgspec.Struct, frozen=True):
    """One line of `critique --jsonl`."""

    text: str
    id: Any = None
    limit: Limit | None = None


class AnswersLine(msgspec.Struct, frozen=True):
    """One line of `compose --jsonl`."""

    answers: dict[Slot, str | None]
    id: Any = None
    limit: Limit | None = None


@contextmanager
def _blamed(name: str) -> Iterator[None]:
    """Opening and reading are the file's business; whatever happens besides is not."""
    try:
        yield
    except OSError as error:
        said = "the standard input" if name == "-" else name
        raise UsageError(f"{said}: {error.strerror}") from error


def _lines(name: str) -> Iterator[bytes]:
    """The lines of the named file, or of standard input for "-", as they come; without a byte order mark.

    Raises:
        UsageError: the file cannot be read.
    """
    with _blamed(name):
        file: BinaryIO = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 - below
    with nullcontext() if name == "-" else file:
        mark = codecs.BOM_UTF8
        while True:
            with _blamed(name):
                line = file.readline()
            if not line:
                return
            yield line.removeprefix(mark)
            mark = b""


def critique_one(settings: Settings, name: str, limit: int | None, *, as_json: bool) -> int:
    """Read one draft; exit code 0 when there is nothing to fix, else 1."""
    try:
        text = b"".join(_lines(name)).decode().removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: not text in UTF-8") from error
    content = open_content(settings)
    report = build_engine(content).judge(text, limit or DEFAULT_LIMIT)
    if as_json:
        import json

        print(json.dumps(report_json(report), ensure_ascii=False))
    else:
        from bot.channels.ansi import styled
        from bot.dialog import spoken

        print(styled(text, spoken.marked(text, report).marks, colour=sys.stdout.isatty()))
        print("\n" + spoken.verdict(content, report).text)
    return OK if report.verdict is Verdict.SEND else SOMETHING_TO_FIX


def critique_lines(settings: Settings, name: str, limit: int | None) -> int:
    """One report a line, in order; a broken line gets a line that says so, and the next is read."""
    engine = build_engine(open_content(settings))

    def answer(line: DraftLine) -> dict[str, Any]:
        report = engine.judge(line.text, line.limit or limit or DEFAULT_LIMIT)
        return report_json(report, line.id)

    _each_line(_lines(name), DraftLine, answer)
    return OK


def compose_lines(settings: Settings) -> int:
    """One composition a line, in order; a broken line gets a line that says so."""
    from bot.coach.compose.report import to_json as composition_json

    content = open_content(settings)
    composer = build_composer(content, build_engine(content))

    def answer(line: AnswersLine) -> dict[str, Any]:
        answers: dict[str, str] = {slot: line.answers.get(slot) or "" for slot in SLOTS}
        return composition_json(composer.compose(answers, line.limit or DEFAULT_LIMIT), line.id)

    _each_line(_lines("-"), AnswersLine, answer)
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


def explain(settings: Settings, name: str) -> int:
    """Explain a criterion, with a good and a bad example.

    Raises:
        UsageError: there is no such criterion.
    """
    from bot.dialog import spoken

    content = open_content(settings)
    if name not in set(Criterion):
        raise UsageError(f"why: there is no criterion {name}; there are {', '.join(Criterion)}")
    print(spoken.explanation(content, Criterion(name)).text)
    return OK


def print_challenge(settings: Settings, week: int) -> int:
    """Print the challenge of a week.

    Raises:
        UsageError: that week is not written.
    """
    from bot.dialog import challenge

    content = open_content(settings)
    if week not in content.challenges:
        weeks = ", ".join(map(str, content.challenges))
        raise UsageError(f"challenge: there is no week {week}; there are {weeks}")
    for reply in challenge.letter(content, week):
        print(reply.text)
    return OK


def _each_line(lines: Iterable[bytes], shape: type[T], answer: Callable[[T], dict[str, Any]]) -> None:
    for line in lines:
        if line.strip():
            print(msgspec.json.encode(_answered(line, shape, answer)).decode(), flush=True)


def _answered(line: bytes, shape: type[T], answer: Callable[[T], dict[str, Any]]) -> dict[str, Any]:
    try:
        asked = msgspec.json.decode(line.decode(), type=shape)
    except UnicodeDecodeError:
        return {"id": None, "error": "not text in UTF-8"}
    except (msgspec.MsgspecError, RecursionError) as error:
        return {"id": None, "error": str(error)}
    return answer(asked)
