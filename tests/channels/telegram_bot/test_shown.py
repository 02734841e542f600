"""What is sent for each kind of message, for a reader: the story runs, and has every kind in it."""

from pathlib import Path

from tests.channels.telegram_bot.shown import shown
from tests.helpers.bot_wire import what_is_wrong

KINDS = {
    "sendMessage",
    "sendPhoto",
    "sendDocument",
    "editMessageText",
    "editMessageReplyMarkup",
    "answerCallbackQuery",
    "answerInlineQuery",
    "setMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "getFile",
}


async def test_shown_when_the_story_is_played_then_every_kind_of_call_is_in_it(tmp_path: Path) -> None:
    called: set[str] = set()
    silent: list[str] = []
    async for title, calls in shown(tmp_path):
        called |= {method for method, _ in calls}
        silent += [title] * (not calls)
        sent = [one for method, one in calls if method.startswith(("send", "editMessageText"))]
        assert [what_is_wrong(one) for one in sent] == [None] * len(sent), title
    assert called == KINDS
    assert silent == []
