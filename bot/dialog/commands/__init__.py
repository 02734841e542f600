"""The chat commands: one file each, and the folder is the list of them.

A command's module has `handle(turn, args)`; the first line of its docstring is its text in the menu.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from bot.dialog.turn import Turn


class Command(NamedTuple):
    """A chat command: its name, its line in the menu, and what it does."""

    name: str
    menu: str
    handle: Callable[[Turn, str], Awaitable[None]]


@cache
def commands() -> dict[str, Command]:
    """All commands by name."""
    found = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {
        name: Command(name, (module.__doc__ or "").splitlines()[0].rstrip("."), module.handle)
        for module in found
        for name in [module.__name__.rpartition(".")[2]]
    }
