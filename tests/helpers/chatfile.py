"""Transcripts: `.chat` files that a person can read and both channels can play.

# What the story is.
# channels: telegram            (where not all can play it)

user: /note                     what is typed; more lines are indented by six
tap: Skip                       a button is pressed
edit: ...                       the last draft is edited
forward: ...                    words of somebody's are passed on
quote: ...                      words that stand in another chat are quoted
attach: photo                   something that is no text
upload: ...                     a text file
place: 60.17, 24.94             a location is shared; at the terminal it is typed
pass: 7 days                    time passes, and what is due is delivered
restart                         the process ends and another one begins

bot: ...                        a reply; more lines are indented by five
note: ...                       a note to be copied
file: name: ...                 a file, with the text beside it
picture: ...                    the text beside a picture
  * Label  * Label              a row of buttons
"""

from dataclasses import dataclass, field
from pathlib import Path

from bot.channels.ansi import styled
from bot.conversation import Reply

INDENT = " " * 6
BROUGHT = ("forward", "quote", "attach", "upload", "place")
CHANNELS = ("console", "telegram")
_HEADS = {"text": "bot", "note": "note", "picture": "picture"}


@dataclass
class Step:
    """Something that happens, and the replies to it as lines."""

    kind: str
    text: str
    replies: list[str] = field(default_factory=list)


@dataclass
class Chat:
    """A transcript: its comment lines and its steps."""

    header: list[str]
    steps: list[Step]

    @property
    def channels(self) -> tuple[str, ...]:
        """Where it can be played."""
        said = next((line for line in self.header if line.startswith("# channels:")), None)
        return tuple(said.removeprefix("# channels:").split()) if said else CHANNELS


def read(path: Path) -> Chat:
    """Read a transcript."""
    chat = Chat([], [])
    for line in path.read_text("utf-8").splitlines():
        kind, _, text = line.partition(": ")
        if line.startswith("#") and not chat.steps:
            chat.header.append(line)
        elif line == "restart":
            chat.steps.append(Step("restart", ""))
        elif kind in {"user", "tap", "press", "edit", "pass", *BROUGHT}:
            chat.steps.append(Step(kind, text))
        elif line.startswith(INDENT) and chat.steps and not chat.steps[-1].replies:
            chat.steps[-1].text += "\n" + line.removeprefix(INDENT)
        elif line.strip() and chat.steps:
            chat.steps[-1].replies.append(line)
        elif chat.steps and chat.steps[-1].replies:
            chat.steps[-1].replies.append("")
    for step in chat.steps:
        step.replies = _trimmed(step.replies)
    return chat


def write(path: Path, chat: Chat) -> None:
    """Write a transcript."""
    blocks = ["\n".join(chat.header)]
    for step in chat.steps:
        head = (
            step.kind if step.kind == "restart" else f"{step.kind}: " + step.text.replace("\n", "\n" + INDENT)
        )
        blocks.append("\n".join([head, *step.replies]))
    path.write_text("\n\n".join(blocks) + "\n", "utf-8")


def lines(replies: list[Reply]) -> list[str]:
    """Replies as the lines of a transcript."""
    found: list[str] = []
    for reply in replies:
        text = styled(reply.text, reply.marks, colour=False)
        kind = f"file: {reply.filename}" if reply.kind == "file" else _HEADS[reply.kind]
        found += f"{kind}: {text}".replace("\n", "\n     ").splitlines()
        found += ["  " + "  ".join(f"* {choice.label}" for choice in row) for row in reply.choices]
    return _trimmed([line.rstrip() for line in found])


def _trimmed(found: list[str]) -> list[str]:
    while found and not found[-1]:
        found.pop()
    return found
