"""In a group: answers to what is said to the bot, the weekly challenge, and nothing of one person."""

import itertools
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.conversation import Address, Reply
from tests.helpers.clock import FakeClock
from tests.helpers.players import opened
from tests.helpers.telegram_player import TOASTS, TelegramPlayer

GROUP = {"id": -500, "type": "group", "title": "Neighbours"}
SUPER = {"id": -1001234, "type": "supergroup", "title": "Neighbours"}
ADMIN, MEMBER = 7, 8
HOME = Address("telegram", "-500")
NUMBERS = itertools.count(70_000)


def pressed_back(reply: Reply) -> list[str]:
    """What comes back to the bot from the buttons of a message; the others are links."""
    return [one.data for row in reply.choices for one in row if not one.data.startswith("https://")]


class InGroup:
    """People in a group; 7 leads it."""

    def __init__(self, player: TelegramPlayer, app: App) -> None:
        self.player, self.app = player, app
        self.chat: dict[str, Any] = GROUP
        player._request.members[ADMIN] = "administrator"

    def message(self, person: int, **content: Any) -> dict[str, Any]:
        sender = {"id": person, "is_bot": False, "first_name": "Ada", "language_code": "en"}
        return {"message_id": next(NUMBERS), "date": 1, "chat": self.chat, "from": sender} | content

    async def say(self, person: int, text: str, **content: Any) -> list[Reply]:
        return await self.player.play(message=self.message(person, text=text, **content))

    async def answer(self, person: int, text: str) -> list[Reply]:
        """Answer the bot's last message."""
        bot = {"id": 123456789, "is_bot": True, "first_name": "Coach", "username": "coach_bot"}
        quoted = {"message_id": 1, "date": 1, "chat": self.chat, "from": bot, "text": "?"}
        return await self.say(person, text, reply_to_message=quoted)

    async def press(self, person: int, data: str) -> list[Reply]:
        number, shown = self.player._request.newest_with(data) or (
            1,
            {"reply_markup": {"inline_keyboard": []}},
        )
        message = self.message(person, text="?", message_id=number, reply_markup=shown["reply_markup"])
        query = {"id": "q", "from": message["from"], "chat_instance": "1", "data": data, "message": message}
        return await self.player.play(callback_query=query)

    def calls(self, method: str) -> list[dict[str, Any]]:
        return [parameters for name, parameters in self.player._request.calls if name == method]

    def links(self) -> list[str]:
        """The addresses behind the buttons of the last message."""
        rows = self.calls("sendMessage")[-1].get("reply_markup", {}).get("inline_keyboard", [])
        return [button["url"] for row in rows for button in row if "url" in button]


@pytest.fixture
async def group(tmp_path: Path) -> AsyncIterator[InGroup]:
    async with opened(tmp_path, FakeClock()) as app, TelegramPlayer.opened(app) as player:
        yield InGroup(player, app)


async def subscribed(group: InGroup) -> None:
    await group.say(ADMIN, "/subscribe@coach_bot")
    await group.press(ADMIN, "subscribe:day:6")
    await group.press(ADMIN, "subscribe:hour:18:00")
    await group.answer(ADMIN, "Lisbon")
    await group.press(ADMIN, "subscribe:start:1")


@pytest.mark.parametrize(
    "text",
    [
        "hello all",
        "/challenge",
        "/challenge@other_bot",
        "@coach_bot hello",
        "Dear Ada, I came across your profile and " * 3,
    ],
)
async def test_message_when_it_is_not_for_the_bot_then_no_word(group: InGroup, text: str) -> None:
    assert await group.say(MEMBER, text) == []
    assert group.calls("getChatMember") == []
    assert await group.app.store.export(HOME) == {}


async def test_message_when_another_program_says_it_then_no_word(group: InGroup) -> None:
    other = {"id": 77, "is_bot": True, "first_name": "Other", "username": "other_bot"}
    assert await group.say(MEMBER, "/challenge@coach_bot", **{"from": other}) == []


@pytest.mark.parametrize("text", ["/challenge@coach_bot", "/Challenge@Coach_Bot 1", "@coach_bot /challenge"])
async def test_challenge_when_it_is_asked_for_then_shown_with_nothing_of_one_person(
    group: InGroup, text: str
) -> None:
    [shown] = await group.say(MEMBER, text)
    assert shown.text.startswith("Week 1: ")
    assert pressed_back(shown) == ["challenge:did-it:1"]
    own, share = group.links()
    assert own == "https://t.me/coach_bot?start=week1"
    assert share.startswith("https://t.me/share/url?")


async def test_challenge_when_answering_the_bot_then_no_name_is_needed(group: InGroup) -> None:
    [shown] = await group.answer(MEMBER, "/challenge 9")
    assert shown.text.startswith("Week 9: ")
    [wrong] = await group.answer(MEMBER, "/challenge 99999999999999999999")
    assert "weeks 1 to 52" in wrong.text


@pytest.mark.parametrize(
    "command", ["note", "critique", "notes", "settings", "forget", "privacy", "reply", "nonsense"]
)
async def test_command_when_it_is_of_one_person_then_the_way_to_their_own_chat(
    group: InGroup, command: str
) -> None:
    [reply] = await group.say(MEMBER, f"/{command}@coach_bot Dear Ada, we met in Lisbon.")
    assert reply.text.startswith("That is for the two of us")
    assert "Lisbon" not in reply.text
    assert group.links() == [f"https://t.me/coach_bot?start={command}"]
    assert group.calls("getChatMember") == []  # it makes no difference who asks


async def test_answer_when_a_draft_is_written_to_the_bot_then_it_is_not_read_in_public(
    group: InGroup,
) -> None:
    [reply] = await group.answer(
        MEMBER, "Dear Ada, I came across your profile and would love to connect with you."
    )
    assert reply.text.startswith("That is for the two of us")
    assert "Ada" not in str(await group.app.store.export(HOME))


async def test_subscribe_when_an_administrator_does_then_it_comes_to_the_group(group: InGroup) -> None:
    [day] = await group.say(ADMIN, "/subscribe@coach_bot")
    assert day.text.endswith("I see nothing else.)")
    await group.press(ADMIN, "subscribe:day:6")
    [zone] = await group.press(ADMIN, "subscribe:hour:18:00")
    assert pressed_back(zone) == ["subscribe:back"]
    await group.answer(ADMIN, "Lisbon")
    done = await group.press(ADMIN, "subscribe:start:1")
    assert [one.text.splitlines()[0][:24] for one in done] == ["Every Sunday at 18:00, b"]
    subscription = (await group.app.store.load(HOME)).subscription
    assert subscription is not None
    assert (subscription.weekday, subscription.zone) == (6, "Europe/Lisbon")
    group.app.clock.forward(days=7)  # type: ignore[attr-defined]
    [letter] = await group.player.deliver()
    assert letter.text.startswith("Week 1: ")
    assert pressed_back(letter) == ["challenge:did-it:1"]
    assert group.calls("sendMessage")[-1]["chat_id"] == -500


async def test_subscribe_when_a_member_asks_then_kindly_refused(group: InGroup) -> None:
    [reply] = await group.say(MEMBER, "/subscribe@coach_bot")
    assert reply.text.startswith("In a group only its administrators")
    assert group.links() == ["https://t.me/coach_bot?start=subscribe"]
    assert (await group.app.store.load(HOME)).session.dialog is None


async def test_press_when_a_member_steers_then_told_where_they_pressed_and_nothing_changes(
    group: InGroup,
) -> None:
    await group.say(ADMIN, "/subscribe@coach_bot")
    before = (await group.app.store.load(HOME)).session
    assert await group.press(MEMBER, "subscribe:day:6") == []
    assert await group.answer(MEMBER, "Sunday") != []
    assert group.calls("answerCallbackQuery")[-1]["text"] == TOASTS.only_admins
    assert (await group.app.store.load(HOME)).session.states == before.states


async def test_anonymous_administrator_when_speaking_as_the_group_then_counts(group: InGroup) -> None:
    [day] = await group.say(1087968824, "/subscribe@coach_bot", sender_chat=GROUP)
    assert "On which day" in day.text


async def test_press_when_somebody_did_it_then_a_word_to_them_alone_and_nothing_is_stored(
    group: InGroup,
) -> None:
    await group.say(MEMBER, "/challenge@coach_bot")
    before = await group.app.store.export(HOME)
    assert await group.press(MEMBER, "challenge:did-it:1") == []
    assert group.calls("answerCallbackQuery")[-1]["text"] == TOASTS.did_it
    assert await group.app.store.export(HOME) == before
    assert str(MEMBER) not in str(before)


@pytest.mark.parametrize(
    "data", ["note:keep:1", "command:forget", "command:note", "subscribe:check-in:yes", "x"]
)
async def test_press_when_it_is_of_one_person_then_nothing_happens(group: InGroup, data: str) -> None:
    assert await group.press(ADMIN, data) == []


async def test_group_when_it_becomes_a_supergroup_then_the_subscription_goes_with_it(group: InGroup) -> None:
    await subscribed(group)
    await group.player.play(message=group.message(ADMIN, migrate_to_chat_id=SUPER["id"]))
    moved = group.message(ADMIN, migrate_from_chat_id=GROUP["id"]) | {"chat": SUPER}
    await group.player.play(message=moved)
    assert (await group.app.store.load(HOME)).subscription is None
    assert (await group.app.store.load(Address("telegram", str(SUPER["id"])))).subscription is not None
    group.app.clock.forward(days=7)  # type: ignore[attr-defined]
    await group.player.deliver()
    assert group.calls("sendMessage")[-1]["chat_id"] == SUPER["id"]


def change(old: str, new: str) -> dict[str, Any]:
    bot = {"id": 123456789, "is_bot": True, "first_name": "Coach"}
    person = {"id": ADMIN, "is_bot": False, "first_name": "Ada"}
    left = {"until_date": 0} if new == "kicked" else {}
    before, after = {"user": bot, "status": old}, {"user": bot, "status": new} | left
    return {"chat": GROUP, "from": person, "date": 1, "old_chat_member": before, "new_chat_member": after}


async def test_member_when_the_bot_comes_into_a_group_then_hello_once(group: InGroup) -> None:
    [hello] = await group.player.play(my_chat_member=change("left", "member"))
    assert "/subscribe@coach_bot" in hello.text
    assert await group.player.play(my_chat_member=change("member", "member")) == []


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_member_when_the_bot_is_sent_away_then_the_subscription_ends(
    group: InGroup, status: str
) -> None:
    await subscribed(group)
    assert await group.player.play(my_chat_member=change("member", status)) == []
    assert (await group.app.store.load(HOME)).subscription is None
