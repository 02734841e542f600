"""The chat commands: one file each, and the folder is the list of them.

A command's module has `handle(turn, args)`; the first line of its docstring is its text in the menu. `WHERE`
names the chats it is for, where that is not the private chat alone.
"""

from collections.abc import Awaitable, Callable, Collection
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, NamedTuple

from bot.dialog.turn import Turn

PRIVATE: Final = "private"
GROUP: Final = "group"  # for everybody in a group
GROUP_ADMIN: Final = "group_admin"  # in a group, for its administrators


class Command(NamedTuple):
    """A chat command: its name, its line in the menu, what it does, and in which chats."""

    name: str
    menu: str
    handle: Callable[[Turn, str], Awaitable[None]]
    where: Collection[str]


@cache
def commands() -> dict[str, Command]:
    """All commands by name."""
    found = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {
        name: Command(name, menu, module.handle, getattr(module, "WHERE", (PRIVATE,)))
        for module in found
        for menu in [(module.__doc__ or "").splitlines()[0].rstrip(".")]
        for name in [module.__name__.rpartition(".")[2]]
    }
