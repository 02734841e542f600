"""Play transcripts; `make transcripts` writes what the coach says now, for a reader to judge."""

import asyncio
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from bot.conversation import Reply
from tests.helpers import chatfile
from tests.helpers.chatfile import Chat, Step
from tests.helpers.players import Stage


async def play(chat: Chat, channel: str, folder: Path) -> Chat:
    """Play the steps of a transcript over a channel; returns it with the replies that came."""
    stage = Stage(channel, folder)
    await stage.start()
    try:
        steps = [Step(step.kind, step.text, chatfile.lines(await _do(stage, step))) for step in chat.steps]
    finally:
        await stage.stop()
    return Chat(chat.header, steps)


async def _do(stage: Stage, step: Step) -> list[Reply]:  # noqa: PLR0911 - a table
    match step.kind:
        case "restart":
            await stage.start()
            return []
        case "pass":
            number, unit = step.text.split()
            stage.clock.forward(**{unit: float(number)})
            return await stage.player.deliver()
        case "tap":
            return await stage.player.tap(step.text)
        case "press":
            return await stage.player.press(step.text)
        case "edit":
            return await stage.player.edit(step.text)
        case kind if kind in chatfile.BROUGHT:
            return await stage.player.bring(kind, step.text)
        case _:
            return await stage.player.send(step.text)


def main() -> None:
    """Rewrite the transcripts named as arguments."""
    for path in [Path(name).resolve() for name in sys.argv[1:]]:
        chat = chatfile.read(path)
        with tempfile.TemporaryDirectory() as folder, chdir(folder):
            chatfile.write(path, asyncio.run(play(chat, chat.channels[0], Path(folder))))


if __name__ == "__main__":
    main()
