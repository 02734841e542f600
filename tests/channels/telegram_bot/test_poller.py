"""The long poll: nothing is confirmed before it is stored."""

import asyncio
import itertools
from collections.abc import Sequence
from typing import Any

import pytest
from telegram import Bot

from bot.channels.telegram_bot.poller import Poller, Rival
from bot.errors import ConfigError, StoreError
from bot.ports import RawUpdate
from tests.channels.telegram_bot.conftest import Patience
from tests.helpers import bot_faults
from tests.helpers.bot_api import BotApi


class Notebook:
    """An inbox in memory. `fails` are raised first."""

    def __init__(self) -> None:
        self.stored: dict[int, RawUpdate] = {}
        self.fails: list[Exception] = []
        self.confirmed_before_stored = False
        self.api: BotApi | None = None

    async def receive(self, updates: Sequence[RawUpdate]) -> list[RawUpdate]:
        await asyncio.sleep(0)
        if self.fails:
            raise self.fails.pop()
        if self.api is not None and self.api.confirmed & {one.update_id for one in updates}:
            self.confirmed_before_stored = True
        new = [one for one in updates if one.update_id not in self.stored]
        self.stored |= {one.update_id: one for one in new}
        return new

    async def unhandled(self) -> list[RawUpdate]:
        return []

    async def discard(self, update_id: int) -> None:
        raise NotImplementedError


class Polling:
    """A poller at work."""

    def __init__(self, bot: Bot, api: BotApi, wait: Patience) -> None:
        self.inbox = Notebook()
        self.inbox.api = api
        self.taken: list[RawUpdate] = []
        self.rooms = 0
        self.poller = Poller(bot, self.inbox, self, wait)

    def take(self, raw: RawUpdate) -> None:
        self.taken.append(raw)

    async def room(self) -> None:
        self.rooms += 1

    async def until_confirmed(self, api: BotApi, *update_ids: int) -> None:
        task = asyncio.create_task(self.poller.run())
        try:
            for update_id in update_ids:
                await api.wait_confirmed(update_id)
        finally:
            task.cancel()
            await asyncio.wait([task])


@pytest.fixture
def polling(bot: Bot, api: BotApi, patience: Patience) -> Polling:
    return Polling(bot, api, patience)


async def test_poll_when_updates_come_then_stored_handed_on_and_then_confirmed(
    api: BotApi, polling: Polling
) -> None:
    numbers = [await api.text(1001, f"no. {number}") for number in range(250)]
    await polling.until_confirmed(api, *numbers)
    assert [raw.update_id for raw in polling.taken] == numbers
    assert not polling.inbox.confirmed_before_stored


async def test_poll_when_asking_then_only_for_what_is_worked_with(api: BotApi, polling: Polling) -> None:
    await polling.until_confirmed(api, await api.text(1001, "hello"))
    first, second = [parameters for method, parameters in api.calls if method == "getUpdates"][:2]
    assert first["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "inline_query",
    ]
    assert "offset" not in first
    assert int(first["timeout"]) >= 25
    assert second["offset"] == "1001"


async def test_poll_when_nothing_is_left_then_asked_without_a_number_for_they_may_begin_anew(
    api: BotApi, polling: Polling
) -> None:
    await polling.until_confirmed(api, await api.text(1001, "hello"))
    api._update_ids = itertools.count(7)
    api.inject("getUpdates", bot_faults.no_updates)
    await polling.until_confirmed(api, await api.text(1001, "after quiet weeks"))
    assert [raw.update_id for raw in polling.taken] == [1000, 7]


async def test_poll_when_disk_is_full_then_not_confirmed_before_it_is_stored(
    api: BotApi, polling: Polling, patience: Patience
) -> None:
    polling.inbox.fails = [StoreError("the disk is full")] * 4
    await polling.until_confirmed(api, await api.text(1001, "hello"))
    assert not polling.inbox.confirmed_before_stored
    assert len(polling.taken) == 1
    assert patience.waited == [1, 2, 2, 2]


async def test_poll_when_an_update_comes_again_then_handed_on_once(api: BotApi, polling: Polling) -> None:
    number = await api.text(1001, "hello")
    again = dict(api._updates[0])
    polling.inbox.stored[number] = RawUpdate(number, "1001", b"")
    api._updates.append(again)
    await polling.until_confirmed(api, number)
    assert polling.taken == []


@pytest.mark.parametrize(
    "answer",
    [
        bot_faults.internal_error,
        bot_faults.bad_gateway,
        bot_faults.garbage,
        bot_faults.not_ok,
        bot_faults.cut_before_answer,
        bot_faults.delivered,  # not a list
    ],
)
async def test_poll_when_it_fails_then_again_with_growing_pauses(
    api: BotApi, polling: Polling, patience: Patience, answer: bot_faults.Answer
) -> None:
    number = await api.text(1001, "hello")
    api.inject("getUpdates", *[answer] * 8)
    await polling.until_confirmed(api, number)
    assert patience.waited == [1, 2, 4, 8, 16, 32, 60, 60]
    assert len(polling.taken) == 1


async def test_poll_when_it_works_again_then_pauses_begin_anew(
    api: BotApi, polling: Polling, patience: Patience
) -> None:
    api.inject("getUpdates", bot_faults.internal_error, bot_faults.internal_error, bot_faults.no_updates)
    api.inject("getUpdates", bot_faults.internal_error)
    await polling.until_confirmed(api, await api.text(1001, "hello"))
    assert patience.waited == [1, 2, 1]


async def test_poll_when_told_to_wait_then_waits_as_told(
    api: BotApi, polling: Polling, patience: Patience
) -> None:
    api.inject("getUpdates", bot_faults.flood(17))
    await polling.until_confirmed(api, await api.text(1001, "hello"))
    assert patience.waited == [17.0]


@pytest.mark.parametrize("answer", [bot_faults.unauthorized, bot_faults.unknown_token])
@pytest.mark.parametrize("logged_in", [False, True])
async def test_poll_when_token_is_not_accepted_then_one_clear_sentence(
    api: BotApi,
    bot: Bot,
    polling: Polling,
    answer: bot_faults.Answer,
    logged_in: bool,  # noqa: FBT001
) -> None:
    if logged_in:
        await bot.initialize()
    api.inject("getUpdates", answer)
    with pytest.raises(ConfigError, match="COACH_BOT_TOKEN: Telegram does not accept"):
        await polling.poller.run()


async def test_poll_when_another_program_polls_for_a_while_then_it_is_waited_for(
    api: BotApi, polling: Polling, patience: Patience
) -> None:
    number = await api.text(1001, "hello")
    api.inject("getUpdates", bot_faults.conflict, bot_faults.conflict, bot_faults.conflict)
    await polling.until_confirmed(api, number)
    assert patience.waited == [1, 2, 4]
    assert len(polling.taken) == 1


async def test_poll_when_another_program_goes_on_polling_then_one_clear_sentence_after_a_minute(
    api: BotApi, polling: Polling, patience: Patience
) -> None:
    api.inject("getUpdates", *[bot_faults.conflict] * 2, bot_faults.no_updates, *[bot_faults.conflict] * 30)
    with pytest.raises(ConfigError, match="COACH_BOT_TOKEN: another program"):
        await polling.poller.run()
    assert patience.waited == sorted(patience.waited)
    assert 55 <= sum(patience.waited) <= 90


async def test_poll_when_a_webhook_is_set_elsewhere_then_it_is_taken_away(
    api: BotApi, polling: Polling, patience: Patience
) -> None:
    number = await api.text(1001, "hello")
    api.inject("deleteWebhook", bot_faults.internal_error)
    api.inject("getUpdates", bot_faults.webhook_is_set)
    await polling.until_confirmed(api, number)
    assert patience.waited == [1]
    assert [method for method, _ in api.calls].count("deleteWebhook") == 2


async def test_poll_when_a_webhook_is_set_elsewhere_again_and_again_then_one_clear_sentence(
    api: BotApi, polling: Polling
) -> None:
    api.inject("getUpdates", *[bot_faults.webhook_is_set] * 30)
    with pytest.raises(ConfigError, match="COACH_MODE: another program"):
        await polling.poller.run()


def test_rival_when_it_comes_back_long_after_then_it_is_borne_anew() -> None:
    now = [0.0]
    rival = Rival(lambda: now[0])
    first = [rival.pause() for _ in range(3)]
    now[0] += 3600
    assert [rival.pause() for _ in range(3)] == first


def test_rival_when_it_came_long_after_this_run_then_it_is_the_first_to_end() -> None:
    now = [0.0]
    old = Rival(lambda: now[0])
    now[0] += 3600
    new = Rival(lambda: now[0])
    for _ in range(6):  # each takes the messages away from the other in turn
        old.pause()
        new.pause()
    old.pause()
    with pytest.raises(ConfigError):
        new.pause()


@pytest.mark.parametrize("odd", [7, {"message": {}}, {"update_id": "x"}])
async def test_poll_when_an_update_has_no_number_then_the_others_are_not_held_up(
    api: BotApi, polling: Polling, odd: Any, caplog: pytest.LogCaptureFixture
) -> None:
    api.inject("getUpdates", bot_faults.updates(odd, {"update_id": 999}), bot_faults.updates(odd))
    await polling.until_confirmed(api, await api.text(1001, "hello"))
    assert [raw.update_id for raw in polling.taken] == [999, 1000]
    assert "1 updates without a number: ignored" in caplog.text


async def test_poll_when_half_a_character_comes_then_it_is_no_obstacle(api: BotApi, polling: Polling) -> None:
    await polling.until_confirmed(api, await api.text(1001, "cut \ud83d"))
    assert len(polling.taken) == 1
