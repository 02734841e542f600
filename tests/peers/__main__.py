"""Holds the conversation over each emulator, and says of each how it went; exit 1 unless all went well."""

import argparse
import asyncio
import shutil
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from tests.peers import node, telemelya


def _report(name: str, conversation: Callable[[], Coroutine[Any, Any, int]], *, there: bool) -> bool:
    """Hold a conversation, if its peer is there, and print how it went; says whether it went well."""
    if not there:
        _print(f"{name}: MISSING, it could not be installed on this machine; nothing is proved by it")
        return False
    try:
        shown = asyncio.run(conversation())
    except (OSError, TimeoutError, AssertionError) as error:
        _print(f"{name}: FAILED, {type(error).__name__}: {error}")
        return False
    _print(f"{name}: interview, note, critique and challenge as expected; {shown} messages shown")
    return True


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Exit 0 when every peer is there and all goes well with it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python", type=Path, help="the interpreter that telemelya is installed for")
    parser.add_argument("modules", type=Path, help="the folder of npm's modules")
    asked = parser.parse_args()
    packages = asked.python.parent.parent.glob("lib/*/site-packages/telemelya")
    module = asked.modules / "telegram-test-api"
    went_well = [
        _report("telemelya", lambda: telemelya.play(str(asked.python)), there=any(packages)),
        _report(
            "telegram-test-api",
            lambda: node.play(asked.modules),
            there=module.exists() and shutil.which("node") is not None,
        ),
    ]
    return 0 if all(went_well) else 1


if __name__ == "__main__":
    sys.exit(main())
