"""Messages that are edited in place, over a real connection, and what happens when they cannot be."""

import pytest
from telegram import Bot

from bot.channels.telegram_bot.sender import TelegramSender
from bot.conversation import Address, Choice, Mark, Reply
from bot.errors import FloodError, InDoubtError
from tests.helpers import bot_faults
from tests.helpers.bot_api import BotApi

ADA = Address("telegram", "1001")
ROWS = ((Choice("note:skip:who", "Skip"),),)
FIRST = Reply(text="One?", choices=ROWS, marks=(Mark(0, 3, "strong"),))


def replacing(ref: str | None, text: str = "Two?", **more: object) -> Reply:
    return Reply(text=text, choices=ROWS, replaces=ref, **more)  # type: ignore[arg-type]


@pytest.fixture
def sender(bot: Bot) -> TelegramSender:
    return TelegramSender(bot, "Copy")


async def test_send_when_it_replaces_a_message_then_that_one_is_edited(
    api: BotApi, sender: TelegramSender
) -> None:
    ref = await sender.send(ADA, FIRST)
    assert await sender.send(ADA, replacing(ref)) == ref
    first, second = api.to(1001)
    assert (second["message_id"], second["text"]) == (first["message_id"], "Two?")
    assert "entities" not in second
    assert [method for method, _ in api.calls] == ["sendMessage", "editMessageText"]


async def test_send_when_it_says_so_already_then_nothing_is_sent_again(
    api: BotApi, sender: TelegramSender
) -> None:
    ref = await sender.send(ADA, FIRST)
    await sender.send(ADA, replacing(ref))
    assert await sender.send(ADA, replacing(ref)) == ref
    assert len(api.sent) == 2


@pytest.mark.parametrize("ref", ["987654", "0"])
async def test_send_when_the_message_is_gone_then_sent_below(
    api: BotApi, sender: TelegramSender, ref: str
) -> None:
    number = await sender.send(ADA, replacing(ref))
    assert [one["text"] for one in api.to(1001)] == ["Two?"]
    assert number == str(api.to(1001)[0]["message_id"])


async def test_send_when_the_field_had_a_placeholder_then_that_message_cannot_be_edited(
    api: BotApi, sender: TelegramSender
) -> None:
    ref = await sender.send(ADA, Reply(text="Who?", placeholder="A name"))
    assert api.to(1001)[0]["reply_markup"] == {"force_reply": True, "input_field_placeholder": "A name"}
    await sender.send(ADA, replacing(ref))
    assert [one["text"] for one in api.to(1001)] == ["Who?", "Two?"]


async def test_send_when_what_replaces_is_too_long_then_sent_below_in_pieces(
    api: BotApi, sender: TelegramSender
) -> None:
    ref = await sender.send(ADA, FIRST)
    await sender.send(ADA, replacing(ref, "A sentence of thirty letters. " * 200))
    assert [method for method, _ in api.calls] == ["sendMessage"] * 3


async def test_send_when_an_edit_is_in_doubt_then_the_next_try_edits_again(
    api: BotApi, sender: TelegramSender
) -> None:
    ref = await sender.send(ADA, FIRST)
    api.inject("editMessageText", bot_faults.internal_error, accepted=True)
    with pytest.raises(InDoubtError):
        await sender.send(ADA, replacing(ref))
    assert await sender.send(ADA, replacing(ref)) == ref
    assert [one["text"] for one in api.to(1001)] == ["One?", "Two?"]


async def test_send_when_an_edit_is_flooded_then_silence(api: BotApi, sender: TelegramSender) -> None:
    ref = await sender.send(ADA, FIRST)
    api.inject("editMessageText", bot_faults.flood(1))
    with pytest.raises(FloodError):
        await sender.send(ADA, replacing(ref))
    assert len(api.sent) == 1


async def test_send_when_it_clears_then_the_buttons_of_those_messages_go(
    api: BotApi, sender: TelegramSender
) -> None:
    ref = await sender.send(ADA, FIRST)
    assert ref is not None
    await sender.send(ADA, Reply(text="next", clears=(ref, "4711")))
    assert [("reply_markup" in one, one["text"]) for one in api.to(1001)] == [
        (False, "One?"),
        (False, "next"),
    ]
