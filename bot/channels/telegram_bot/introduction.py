"""How the bot shows itself before a word is said: menus and descriptions, set only where they differ."""

import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Final

from msgspec import Struct
from telegram import (
    Bot,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

log = logging.getLogger(__name__)
Entry = tuple[str, str]  # a command's name, and what it is for
OPERATOR: Final = "operator"
SCOPES: Final[Mapping[str, BotCommandScope]] = {
    "private": BotCommandScopeAllPrivateChats(),
    "group": BotCommandScopeAllGroupChats(),
    "group_admin": BotCommandScopeAllChatAdministrators(),
}


class Introduction(Struct, frozen=True):
    """What people see in one language; of the language "" where there is none in theirs.

    `description` stands in the empty chat (up to 512 characters), `short_description` on the bot's profile
    and beside shared links (up to 120). `menus` are the entries by where they are shown, see `SCOPES`; those
    of `OPERATOR` are added to the private ones for the people who run the bot.
    """

    language: str
    description: str
    short_description: str
    menus: Mapping[str, Sequence[Entry]]


async def introduce(bot: Bot, introductions: Sequence[Introduction], operators: Collection[int] = ()) -> None:
    """Bring everything up to date. Best effort, each part by itself: the bot works without.

    `operators` are the accounts of those who run the bot.
    """
    for one in introductions:
        for where, scope in SCOPES.items():
            await _try(f"menu ({where})", _menu(bot, one, one.menus.get(where, ()), scope))
        for person in operators:
            entries = (*one.menus.get("private", ()), *one.menus.get(OPERATOR, ()))
            await _try("menu of who runs it", _menu(bot, one, entries, BotCommandScopeChat(person)))
        await _try("description", _description(bot, one))
        await _try("short description", _short_description(bot, one))


async def _try(what: str, bring: Callable[[], Awaitable[None]]) -> None:
    try:
        await bring()
    except Exception as error:  # noqa: BLE001 - not every server that speaks the Bot API knows these
        log.warning("the %s could not be set (%s)", what, type(error).__name__)


def _menu(
    bot: Bot, one: Introduction, entries: Sequence[Entry], scope: BotCommandScope
) -> Callable[[], Awaitable[None]]:
    async def bring() -> None:
        wanted = list(entries)
        code = one.language or None
        shown = await bot.get_my_commands(scope=scope, language_code=code)
        if [(entry.command, entry.description) for entry in shown] != wanted:
            await bot.set_my_commands(wanted, scope=scope, language_code=code)

    return bring


def _description(bot: Bot, one: Introduction) -> Callable[[], Awaitable[None]]:
    async def bring() -> None:
        code = one.language or None
        if (await bot.get_my_description(language_code=code)).description != one.description:
            await bot.set_my_description(one.description, language_code=code)

    return bring


def _short_description(bot: Bot, one: Introduction) -> Callable[[], Awaitable[None]]:
    async def bring() -> None:
        code = one.language or None
        shown = await bot.get_my_short_description(language_code=code)
        if shown.short_description != one.short_description:
            await bot.set_my_short_description(one.short_description, language_code=code)

    return bring
