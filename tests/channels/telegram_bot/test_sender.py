"""Sending over a real connection."""

import asyncio
import base64

import pytest
from telegram import Bot

from bot.channels.telegram_bot.request import Timeouts
from bot.channels.telegram_bot.sender import TelegramSender
from bot.coach.year import Legend, Stretch, Tile, Year
from bot.conversation import Address, Choice, Mark, Reply
from bot.errors import FloodError, InDoubtError, RefusedError
from bot.pictures import paint
from tests.channels.telegram_bot.conftest import bot_at
from tests.helpers import bot_faults
from tests.helpers.bot_api import BotApi

ADA = Address("telegram", "1001")
YEAR = Year(
    title="A year",
    stretches=(Stretch("Near", (Tile(1, "done"),)),),
    legend=Legend(done="done", skipped="skipped", waiting="waiting", ahead="ahead", now="now"),
)
PICTURE = Reply(text="So far", kind="picture", picture=YEAR)
LONG = Reply(text="A sentence of thirty letters. " * 300, choices=((Choice("note:yes", "Yes"),),))


async def test_send_when_all_is_well_then_delivered_as_it_is(api: BotApi, bot: Bot) -> None:
    reply = Reply(text="Hi <b>Ada</b>", marks=(Mark(0, 2, "good"),), choices=((Choice("note:yes", "Yes"),),))
    await TelegramSender(bot, "Copy").send(ADA, reply)
    [message] = api.to(1001)
    assert message["text"] == "Hi <b>Ada</b>"
    assert message["entities"] == [{"type": "underline", "offset": 0, "length": 2}]
    assert message["reply_markup"] == {"inline_keyboard": [[{"text": "Yes", "callback_data": "note:yes"}]]}
    assert message["link_preview_options"] == {"is_disabled": True}


async def test_send_when_file_then_uploaded(api: BotApi, bot: Bot) -> None:
    reply = Reply(text="Everything", kind="file", filename="you.json", content='{"é": "👋"}')
    await TelegramSender(bot, "Copy").send(ADA, reply)
    [(method, parameters)] = api.calls
    assert method == "sendDocument"
    assert parameters["document"] == {"file_name": "you.json", "content": '{"é": "👋"}'}
    assert parameters["caption"] == "Everything"


async def test_send_when_picture_then_drawn_and_uploaded(api: BotApi, bot: Bot) -> None:
    await TelegramSender(bot, "Copy", paint=paint).send(ADA, PICTURE)
    [(method, parameters)] = api.calls
    assert method == "sendPhoto"
    assert base64.b64decode(parameters["photo"]["content"]) == await paint(YEAR)
    assert parameters["caption"] == "So far"


async def test_send_when_it_cannot_be_drawn_then_refused_so_that_the_words_go_instead(bot: Bot) -> None:
    async def broken(_: Year) -> bytes:
        raise OSError("no font")

    with pytest.raises(RefusedError, match="OSError"):
        await TelegramSender(bot, "Copy", paint=broken).send(ADA, PICTURE)


async def test_send_when_long_then_the_pieces_join_to_the_text(api: BotApi, bot: Bot) -> None:
    await TelegramSender(bot, "Copy").send(ADA, LONG)
    messages = api.to(1001)
    assert len(messages) == 3
    assert "".join(message["text"] for message in messages) == LONG.text
    assert ["reply_markup" in message for message in messages] == [False, False, True]


async def test_send_when_second_piece_fails_then_trying_again_goes_on_with_it(api: BotApi, bot: Bot) -> None:
    sender = TelegramSender(bot, "Copy")
    api.inject("sendMessage", bot_faults.delivered, accepted=True)
    api.inject("sendMessage", bot_faults.internal_error)
    with pytest.raises(InDoubtError):
        await sender.send(ADA, LONG)
    assert len(api.sent) == 1
    await sender.send(ADA, LONG)
    assert "".join(message["text"] for message in api.to(1001)) == LONG.text


async def test_send_when_a_piece_is_refused_then_the_next_try_is_a_new_one(api: BotApi, bot: Bot) -> None:
    sender = TelegramSender(bot, "Copy")
    api.inject("sendMessage", bot_faults.delivered, bot_faults.too_long)
    with pytest.raises(RefusedError):
        await sender.send(ADA, LONG)
    await sender.send(ADA, LONG)
    assert "".join(message["text"] for message in api.to(1001)) == LONG.text


async def test_send_when_flooded_then_nobody_gets_anything_before_time_is_over(api: BotApi, bot: Bot) -> None:
    now = [100.0]
    sender = TelegramSender(bot, "Copy", monotonic=lambda: now[0])
    api.inject("sendMessage", bot_faults.flood(35))
    with pytest.raises(FloodError):
        await sender.send(ADA, Reply(text="one"))
    now[0] = 120.0
    with pytest.raises(FloodError) as raised:
        await sender.send(Address("telegram", "1002"), Reply(text="two"))
    assert raised.value.seconds == 15.0
    await sender.answer("17")
    assert len(api.calls) == 1
    now[0] = 135.0
    await sender.send(ADA, Reply(text="one"))
    assert [message["text"] for message in api.sent] == ["one"]


@pytest.mark.parametrize(
    "reply",
    [Reply(text=""), Reply(text="Hi", choices=((Choice("x" * 65, "Yes"),),)), Reply(text="Hi", marks=(7,))],  # type: ignore[arg-type]
)
async def test_send_when_it_cannot_be_shown_then_refused_without_a_call(
    api: BotApi, bot: Bot, reply: Reply
) -> None:
    with pytest.raises(RefusedError):
        await TelegramSender(bot, "Copy").send(ADA, reply)
    assert api.calls == []


async def test_send_when_address_is_no_chat_then_refused(bot: Bot) -> None:
    with pytest.raises(RefusedError):
        await TelegramSender(bot, "Copy").send(Address("telegram", "ada"), Reply(text="Hi"))


@pytest.mark.parametrize("answer", [bot_faults.internal_error, bot_faults.not_ok, bot_faults.flood(1)])
async def test_answer_when_it_fails_then_nothing_comes_of_it(
    api: BotApi, bot: Bot, answer: bot_faults.Answer
) -> None:
    api.inject("answerCallbackQuery", answer)
    await TelegramSender(bot, "Copy").answer("17")
    assert [method for method, _ in api.calls] == ["answerCallbackQuery"]


async def test_send_when_many_at_once_then_each_is_delivered_once(api: BotApi) -> None:
    async with bot_at(api.url, Timeouts()) as bot, asyncio.TaskGroup() as group:
        sender = TelegramSender(bot, "Copy")
        for number in range(200):
            group.create_task(sender.send(Address("telegram", str(number)), Reply(text=f"no. {number}")))
    assert sorted(message["chat"]["id"] for message in api.sent) == list(range(200))
