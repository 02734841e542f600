"""The terminal: what is printed, what a number means, and what happens in a real one."""

import io
import os
import pty
import select
import stat
import sys
import time
from pathlib import Path

import pytest

from bot.channels.ansi import styled
from bot.channels.console import Console
from bot.content import Content
from bot.conversation import Address, Choice, Incoming, Mark, Reply
from bot.ports import Letter

ME = Address("console", "me")


class Talk:
    """Answers everything with the same replies, and notes what came in."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = replies
        self.came: list[Incoming] = []
        self.sent_ids: list[int] = []
        self.left: list[Letter] = []
        self.withdrawn: set[int] = set()

    async def handle(self, incoming: Incoming) -> list[Letter]:
        self.came.append(incoming)
        return [Letter(id=number, address=ME, reply=reply) for number, reply in enumerate(self.replies)]

    async def waiting(self, channel: str) -> list[Letter]:
        return [letter for letter in self.left if letter.address.channel == channel]

    async def begin(self, letter_id: int) -> int:
        return 0 if letter_id in self.withdrawn else 1 + (letter_id in self.sent_ids)

    async def release(self, letter_id: int) -> None:
        raise AssertionError(letter_id)

    async def sent(self, letter_id: int, shown: object = None) -> None:  # noqa: ARG002
        self.sent_ids.append(letter_id)

    async def gone(self, address: Address) -> None:
        raise AssertionError(address)

    async def moved(self, address: Address, new_id: str) -> None:
        raise AssertionError(address, new_id)


def console(talk: Talk, content: Content, typed: str = "") -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(talk, talk, content.messages, ME, stdin=io.StringIO(typed), stdout=out), out


async def test_run_when_piped_prints_each_line_with_its_replies(content: Content) -> None:
    talk = Talk(Reply(text="Good day."))
    one, out = console(talk, content, "hello\n\n  \nagain\n/quit\nnever\n")
    await one.run()
    assert [incoming.text for incoming in talk.came] == ["hello", "again"]
    assert [line for line in out.getvalue().splitlines() if line] == [
        "> hello",
        "Good day.",
        "> again",
        "Good day.",
    ]
    assert "\x1b" not in out.getvalue()


async def test_say_with_a_number_presses_the_button_of_that_number(content: Content) -> None:
    rows = ((Choice("a:x", "Yes"), Choice("a:y", "No")), (Choice("a:z", "Later"),))
    talk = Talk(Reply(text="Shall we?", choices=rows))
    one, out = console(talk, content)
    await one.say("hm")
    for typed in ("3", "[2]", "4", "0"):
        await one.say(typed)
    assert [(incoming.choice, incoming.text) for incoming in talk.came[1:]] == [
        ("a:z", "Later"),
        ("a:y", "No"),
        (None, "4"),
        (None, "0"),
    ]
    assert "  [1] Yes  [2] No\n  [3] Later\n" in out.getvalue()


@pytest.mark.parametrize("typed", ["0", "2", "-1", "1.0", "9" * 5000])
async def test_say_with_a_number_of_no_button_says_it_as_words(typed: str, content: Content) -> None:
    talk = Talk(Reply(text="Which?", choices=((Choice("a:one", "One"),),)))
    sut, _ = console(talk, content)
    await sut.say("hello")
    await sut.say(typed)
    assert talk.came[-1] == Incoming(address=ME, text=typed)


async def test_run_prints_what_was_left_from_the_last_time(content: Content) -> None:
    talk = Talk()
    left = Reply(text="From before.")
    talk.left = [
        Letter(id=7, address=ME, reply=left),
        Letter(id=8, address=Address("console", "somebody else"), reply=Reply(text="Not yours.")),
    ]
    one, out = console(talk, content)
    await one.run()
    assert "From before." in out.getvalue()
    assert "Not yours." not in out.getvalue()
    assert talk.sent_ids == [7]


async def test_a_file_is_saved_beside_what_is_there_and_for_its_owner_alone(
    content: Content, tmp_path: Path
) -> None:
    (tmp_path / "data.json").write_text("mine")
    talk = Talk(Reply(text="Here.", kind="file", filename="data.json", content="{}"))
    one, out = console(talk, content)
    await one.say("/export")
    assert (tmp_path / "data.json").read_text() == "mine"
    assert (tmp_path / "data-2.json").read_text() == "{}"
    assert stat.S_IMODE((tmp_path / "data-2.json").stat().st_mode) == 0o600
    assert "data-2.json" in out.getvalue()


@pytest.mark.parametrize("failing", ["touch", "write_text"])
async def test_a_file_that_cannot_be_saved_is_no_obstacle_and_leaves_no_half_of_it(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, failing, refuse)
    talk = Talk(Reply(text="Here.", kind="file", filename="data.json", content="{}"), Reply(text="Next."))
    one, out = console(talk, content)
    await one.say("/export")
    assert "could not save" in out.getvalue()
    assert "Permission denied" in out.getvalue()
    assert "Next." in out.getvalue()
    assert talk.sent_ids == [0, 1]
    assert not list(tmp_path.iterdir())  # noqa: ASYNC240 - a test has time


async def test_a_letter_that_is_withdrawn_is_not_shown(content: Content) -> None:
    talk = Talk(Reply(text="Withdrawn."), Reply(text="Wanted."))
    talk.withdrawn = {0}
    one, out = console(talk, content)
    await one.say("hm")
    assert "Withdrawn." not in out.getvalue()
    assert "Wanted." in out.getvalue()
    assert talk.sent_ids == [1]


async def test_send_prints_only_what_is_for_this_person(content: Content) -> None:
    one, out = console(Talk(), content)
    await one.send(Address("console", "somebody else"), Reply(text="Not yours."))
    await one.send(ME, Reply(text="Week 1"))
    assert "Not yours." not in out.getvalue()
    assert "Week 1" in out.getvalue()


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        (False, "a _good_ and a ~bad~ word"),
        (True, "a \x1b[4;32mgood\x1b[0m and a \x1b[9;31mbad\x1b[0m word"),
    ],
)
def test_styled_marks_words(colour: bool, shown: str) -> None:  # noqa: FBT001 - a table
    marks = (Mark(2, 6, "good"), Mark(13, 16, "fault"))
    assert styled("a good and a bad word", marks, colour=colour) == shown


class Terminal:
    """A real terminal with the coach in it."""

    def __init__(self, folder: Path) -> None:
        self.pid, self.file = pty.fork()
        if self.pid == 0:  # the child: it becomes the coach
            call = [sys.executable, "-m", "bot", "chat", "--data", str(folder)]
            os.execve(sys.executable, call, {**os.environ, "TERM": "xterm", "COVERAGE_PROCESS_START": ""})

    def read_until(self, words: str, seconds: float = 20) -> str:
        """What appears, up to the words."""
        seen = ""
        end = time.monotonic() + seconds
        while words not in seen and time.monotonic() < end:
            if select.select([self.file], [], [], 0.1)[0]:
                try:
                    seen += os.read(self.file, 65536).decode()
                except OSError:
                    break
        assert words in seen, seen
        return seen

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.file, keys.encode())


@pytest.mark.process
def test_chat_in_a_terminal_greets_takes_a_pasted_draft_and_leaves_politely(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    assert "[1] Write a note" in terminal.read_until("> ")
    terminal.type(
        "\x1b[200~Hi Ana,\nI loved your workshop on seed saving in Braga.\nCould we call?\x1b[201~\r"
    )
    terminal.read_until("anyone?\r\n\r\n> ")
    terminal.type("/help\x1b[D\x1b[D\r")
    terminal.read_until("Weekly challenge\r\n\r\n> ")
    terminal.type("\x04")
    terminal.read_until("Goodbye")
    assert os.waitpid(terminal.pid, 0)[1] == 0


@pytest.mark.process
def test_chat_when_interrupted_leaves_at_once(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.read_until("> ")
    terminal.type("\x03")
    try:
        terminal.read_until("Goodbye", seconds=8)
    except AssertionError:
        # Python's readline loses a Ctrl-C between its prompt and its waiting; a person presses again
        terminal.type("\x03")
        terminal.read_until("Goodbye")
    assert os.waitpid(terminal.pid, 0)[1] == 0
