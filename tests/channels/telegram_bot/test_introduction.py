"""How the bot shows itself: set at the start, and only what differs."""

import pytest
from telegram import Bot

from bot.app import introductions
from bot.channels.telegram_bot.introduction import Introduction, introduce
from bot.config import load
from bot.parts import open_content
from tests.helpers import bot_faults
from tests.helpers.bot_api import BotApi

ENGLISH = Introduction(
    "",
    "What I do",
    "In short",
    {"private": [("start", "Begin")], "group_admin": [("subscribe", "One a week")]},
)
FINNISH = Introduction("fi", "Mitä teen", "Lyhyesti", {"private": [("start", "Aloita")]})


def methods(api: BotApi) -> list[str]:
    return [method for method, _ in api.calls]


async def test_introduce_when_nothing_is_set_then_all_of_it_is(api: BotApi, bot: Bot) -> None:
    await introduce(bot, [ENGLISH])
    changes = {method: parameters for method, parameters in api.calls if method.startswith("set")}
    assert changes["setMyDescription"]["description"] == "What I do"
    assert changes["setMyShortDescription"]["short_description"] == "In short"
    menus = [parameters for method, parameters in api.calls if method == "setMyCommands"]
    assert [(one["scope"], one["commands"]) for one in menus] == [
        ({"type": "all_private_chats"}, [{"command": "start", "description": "Begin"}]),
        ({"type": "all_chat_administrators"}, [{"command": "subscribe", "description": "One a week"}]),
    ]


async def test_introduce_when_all_is_as_it_should_be_then_nothing_is_set(api: BotApi, bot: Bot) -> None:
    await introduce(bot, [ENGLISH, FINNISH])
    api.calls.clear()
    await introduce(bot, [ENGLISH, FINNISH])
    assert [method for method in methods(api) if method.startswith("set")] == []


async def test_introduce_when_one_thing_differs_then_that_alone_is_set(api: BotApi, bot: Bot) -> None:
    await introduce(bot, [ENGLISH])
    api.calls.clear()
    await introduce(bot, [Introduction("", "Something else", "In short", ENGLISH.menus)])
    assert [method for method in methods(api) if method.startswith("set")] == ["setMyDescription"]


async def test_introduce_when_there_is_another_language_then_beside_the_first(api: BotApi, bot: Bot) -> None:
    await introduce(bot, [ENGLISH, FINNISH])
    assert (await bot.get_my_description()).description == "What I do"
    assert (await bot.get_my_description(language_code="fi")).description == "Mitä teen"


async def test_introduce_when_one_part_fails_then_the_others_are_set(
    api: BotApi, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    api.inject("setMyCommands", bot_faults.internal_error)
    api.inject("getMyDescription", bot_faults.internal_error)
    await introduce(bot, [ENGLISH])
    assert "setMyShortDescription" in methods(api)
    assert "the menu (private) could not be set (NetworkError)" in caplog.text


def test_introduction_when_it_is_the_coach_then_every_command_is_for_somebody_and_all_fits() -> None:
    [shown] = introductions(open_content(load({})))
    assert {name for name, _ in shown.menus["group_admin"]} >= {"challenge", "subscribe", "unsubscribe"}
    assert {name for name, _ in shown.menus["group"]} == {"challenge", "help"}
    assert {name for name, _ in shown.menus["private"]} > {name for name, _ in shown.menus["group_admin"]}
    assert 0 < len(shown.description) <= 512
    assert 0 < len(shown.short_description) <= 120
    assert all(0 < len(text) <= 256 for menu in shown.menus.values() for _, text in menu)


async def test_introduce_when_somebody_runs_the_bot_then_their_menu_has_more(api: BotApi, bot: Bot) -> None:
    shown = Introduction("", "", "", {"private": [("start", "Begin")], "operator": [("stats", "Figures")]})
    await introduce(bot, [shown], operators=[4711])
    menu = next(one for name, one in api.calls if name == "setMyCommands" and one["scope"]["type"] == "chat")
    assert menu["scope"]["chat_id"] == 4711
    assert [entry["command"] for entry in menu["commands"]] == ["start", "stats"]
