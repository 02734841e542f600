"""The bot as a process of its own, to be killed."""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from tests.helpers.bot_api import TOKEN, BotApi

ROOT = Path(__file__).parents[2]


class BotProcess:
    """`python -m bot run` against a Bot API on loopback; what it logs is in `log`.

    `command` is another module to run, with its arguments.
    """

    def __init__(
        self, api: BotApi, data: Path, command: Sequence[str] = ("bot", "run"), **settings: str
    ) -> None:
        self._api = api
        self.command = command
        self.log = data.parent / f"{data.name}.log"
        known = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
        known["PYTHONPATH"] = str(ROOT)  # this checkout, whatever is installed
        mine = {"COACH_BOT_TOKEN": TOKEN, "COACH_BOT_API_URL": api.url, "COACH_DATA_DIR": str(data)}
        self._environment = known | mine | settings
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    async def start(self) -> None:
        """Start it, and wait until it asks for updates, or for them to be brought."""
        before = len(self._api.calls)
        await self.spawn()
        sign = "setWebhook" if self._environment.get("COACH_MODE") == "webhook" else "getUpdates"
        async with asyncio.timeout(60):
            await self._api.wait_called(sign, after=before, seconds=60)

    async def spawn(self) -> None:
        """Start it."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", *self.command, env=self._environment, stdout=log, stderr=log
            )

    @property
    def resident(self) -> float:
        """Megabytes of memory it holds."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    async def kill(self) -> None:
        """End it in the middle of whatever it does."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def terminate(self) -> int:
        """Ask it to end; returns its exit code."""
        assert self._process is not None
        self._process.terminate()
        return await self.exit_code()

    async def exit_code(self) -> int:
        """Wait for its end."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), 15)
