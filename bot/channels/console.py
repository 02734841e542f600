"""The terminal as a channel: one line is one message, buttons are listed with numbers."""

import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final, Protocol, TextIO

from bot.channels.ansi import styled
from bot.coach.text import clean
from bot.coach.year import in_text
from bot.conversation import Address, Choice, Incoming, Reply
from bot.ports import Letter, Messages, Outbox

CHANNEL: Final = "console"
PROMPT: Final = "> "
_RULE: Final = "-" * 40


class Talk(Protocol):
    """What the console needs of a conversation."""

    async def handle(self, incoming: Incoming) -> list[Letter]:
        """Do one turn."""
        ...


class Console:
    """One person at a terminal, or a script that pipes its lines in."""

    def __init__(  # noqa: PLR0913 - the last two are only for tests
        self,
        talk: Talk,
        outbox: Outbox,
        messages: Messages,
        address: Address,
        *,
        stdin: TextIO | None = None,
        stdout: TextIO | None = None,
    ) -> None:
        self._talk = talk
        self._outbox = outbox
        self._messages = messages
        self._address = address
        self._in = stdin or sys.stdin
        self._out = stdout or sys.stdout
        self._interactive = self._in.isatty() and self._out.isatty()
        self._offered: list[Choice] = []

    async def run(self, between: Callable[[], Awaitable[object]] | None = None) -> None:
        """Talk until the input ends; `between` lets in what is due, before each turn."""
        for letter in await self._outbox.waiting(CHANNEL):
            if letter.address == self._address:
                await self._show([letter])
        if self._interactive:
            self._print(self._messages.render("console.welcome"))
            await self.say("/start")
        if between:
            await between()
        for line in self._lines():
            text = clean(line).strip()
            if not text:
                continue
            if between:
                await between()
            if text in {"/quit", "/exit"}:
                break
            if not self._interactive:
                self._print(f"{PROMPT}{text}")
            await self.say(text)
        self._print(self._messages.render("console.goodbye") if self._interactive else "")

    async def say(self, text: str) -> None:
        """Do one turn with a line, or with the button of that number."""
        choice = self._numbered(text)
        incoming = Incoming(
            address=self._address,
            text=choice.label if choice else text,
            choice=choice.data if choice else None,
        )
        await self._show(await self._talk.handle(incoming))

    def _numbered(self, text: str) -> Choice | None:
        numbered = {str(number): choice for number, choice in enumerate(self._offered, 1)}
        return numbered.get(text.removeprefix("[").removesuffix("]"))

    async def _show(self, letters: list[Letter]) -> None:
        self._offered = []
        for letter in letters:
            if await self._outbox.begin(letter.id):  # else it is withdrawn
                self.show(letter.reply)
                await self._outbox.sent(letter.id)

    async def send(self, address: Address, reply: Reply) -> None:
        """Print what is due; a terminal has one address."""
        if address == self._address:
            self.show(reply)

    def show(self, reply: Reply) -> None:
        """Print one reply."""
        text = styled(reply.text, reply.marks, colour=self._interactive)
        if reply.kind == "note":
            self._print(f"{_RULE}\n{text}\n{_RULE}")
        elif reply.kind == "file":
            self._print(f"{text}\n{self._save(reply)}")
        elif reply.picture:
            self._print(f"{text}\n\n{in_text(reply.picture)}")
        else:
            self._print(text)
        for row in reply.choices:
            self._print("".join(map(self._numbered_label, row)))
        self._print("")

    def _numbered_label(self, choice: Choice) -> str:
        self._offered.append(choice)
        return f"  [{len(self._offered)}] {choice.label}"

    def _save(self, reply: Reply) -> str:
        """Save a file in the current folder, beside what is there already; says how that went."""
        try:
            path = _save_beside(Path(reply.filename or "file"), reply.content or "")
        except OSError as error:
            return self._messages.render("console.not-saved", why=error.strerror)
        return self._messages.render("console.saved", path=path)

    def _print(self, text: str) -> None:
        self._out.write(text + "\n")
        self._out.flush()

    def _lines(self) -> Iterator[str]:
        if not self._interactive:
            yield from self._in
            return
        import readline  # noqa: F401, PLC0415 - gives input() editing and history, kept in memory only

        while True:
            try:
                with _ctrl_c_interrupts():
                    line = input(PROMPT)
            except (EOFError, KeyboardInterrupt):
                self._print("")
                return
            yield line


def _save_beside(wanted: Path, content: str) -> Path:
    """Save a file for its owner alone, under the wanted name or the next free one; all of it or nothing."""
    path, numbers = wanted, count(2)
    while True:
        try:
            path.touch(mode=0o600, exist_ok=False)
            break
        except FileExistsError:
            path = wanted.with_stem(f"{wanted.stem}-{next(numbers)}")
    try:
        path.write_text(content, "utf-8")
    except OSError:
        path.unlink()
        raise
    return path


@contextmanager
def _ctrl_c_interrupts() -> Iterator[None]:
    """Let Ctrl-C end the waiting for a line at once; asyncio's own handler would want it twice."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
