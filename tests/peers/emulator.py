"""What an emulator has to be able to do, and the conversation that is held over each of them."""

import asyncio
import os
import socket
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import aiohttp

from bot.content import Content, find_folder

PATIENCE = 20.0  # seconds
# Nothing of this machine's settings but what a process needs to start.
PLAIN = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "PYTHONPATH") if name in os.environ}
ANSWERS = {
    "who": "Amara Obi, head nurse at St Brigid's",
    "how_met": "we sat next to each other at the Lisbon water conference in May",
    "referrer": "skip",
    "standout": "her talk on triage, she made it so practical",
    "common_ground": "skip",
    "value": "skip",
    "about_me": "I am a second-year physio student in Leeds",
}
DRAFT = "I'd like to add you to my professional network on LinkedIn."


class Shown(NamedTuple):
    """A message as it stands in the chat: its number, its text, and its buttons, data by label."""

    number: int
    text: str
    buttons: dict[str, str]


class Emulator(ABC):
    """A person in front of an emulator."""

    @abstractmethod
    async def say(self, text: str) -> None:
        """Write a message."""

    @abstractmethod
    async def press(self, message: Shown, data: str) -> None:
        """Press a button."""

    @abstractmethod
    async def chat(self) -> list[Shown]:
        """What the bot has shown, oldest first."""

    async def wait(self, words: str) -> Shown:
        """The newest message with these words, once there is one."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in reversed(await self.chat()):
                    if words in message.text:
                        return message
                await asyncio.sleep(0.05)

    async def tap(self, message: Shown, label: str) -> None:
        """Press the button of that label."""
        await self.press(message, message.buttons[label])


async def converse(person: Emulator) -> int:
    """An interview to its note, a critique, and a subscription; returns how many answers came.

    Raises:
        TimeoutError: an answer does not come.
    """
    content = Content(find_folder())
    await person.say("/note")
    for question in content.interview.questions:
        if question.slot in ANSWERS:
            await person.wait(question.ask)
            await person.say(ANSWERS[question.slot])
    await person.tap(await person.wait("LinkedIn account"), "Free (200 characters)")
    note = await person.wait("Hi Amara")
    assert "our talk on triage" in note.text, note.text
    await person.say("/critique")
    await person.wait("draft")
    await person.say(DRAFT)
    await person.wait("could go to anyone")
    await person.say("/challenge 19")
    challenge = await person.wait("Week 19")
    await person.tap(challenge, "Skip this week")
    await person.wait("Week 19 is skipped")
    return len(await person.chat())


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@asynccontextmanager
async def process(*command: str, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process, ended at the end.

    Raises:
        OSError: it cannot be started.
    """
    started = await asyncio.create_subprocess_exec(
        *command,
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.terminate()
            await asyncio.wait_for(started.wait(), 10)


async def listens(url: str, **ask: Any) -> None:
    """Wait until somebody answers there.

    Raises:
        TimeoutError: nobody does.
    """
    async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(url, **ask):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
