"""The composition root: the only place that knows every adapter."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.config import Settings
from bot.content import Content
from bot.conversation import Address, Reply
from bot.messages import Messages
from bot.parts import build_composer, build_engine, build_follow_up, open_content
from bot.ports import CHECK_IN, FIRST_MESSAGE, Clock, Due, Sender
from bot.translation import MENU, Languages

if TYPE_CHECKING:  # imported where they are used: a terminal needs no Telegram
    import asyncio

    from bot.channels.telegram_bot.introduction import Introduction
    from bot.dialog.conversation import Conversation
    from bot.storage import SqliteStore

# Seconds. The database thread hands the interpreter back at every statement, of which a turn has some thirty;
# with the default it would wait for it ten times as long each time while many people write.
_TURN_OF_A_THREAD = 0.0005


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class App:
    """The parts, put together."""

    content: Content
    store: "SqliteStore"
    conversation: "Conversation"
    clock: Clock
    languages: Languages
    admins: frozenset[Address]

    async def letter(self, due: Due) -> tuple[Reply, ...]:
        """What is sent when a week's challenge is due, how it went is to be asked, or help to be offered.

        Raises:
            StoreError: what it looks back on cannot be read.
        """
        from bot.dialog import challenge, followup, group  # noqa: PLC0415

        texts = await self._texts(due.address)
        if due.address.is_group:
            return group.letter(texts, due.week)
        if due.week == FIRST_MESSAGE:
            return followup.letter(texts)
        if due.kind == CHECK_IN:
            return challenge.check_in(texts, due.week)
        looking_back = await self._looking_back(due, texts)
        return challenge.letter(texts, due.week, silent=due.silent, looking_back=looking_back)

    async def _texts(self, address: Address) -> Content:
        """The content in the language somebody chose; that of their app is not known without a message."""
        if not self.languages.others:
            return self.content
        return self.languages.texts((await self.store.load(address)).profile.language)

    async def _looking_back(self, due: Due, texts: Content) -> str:
        from bot.coach.challenge import current  # noqa: PLC0415
        from bot.dialog import progress  # noqa: PLC0415

        if not current(self.content.challenges, due.week).looks_back:
            return ""
        known, record = await self.store.load(due.address), await self.store.record(due.address)
        return progress.looking_back(texts, known.weeks, record)


@asynccontextmanager
async def open_app(
    settings: Settings, clock: Clock | None = None, admins: frozenset[Address] = frozenset()
) -> AsyncIterator[App]:
    """Open the store and put the parts together; everything is closed at the end.

    Args:
        settings: checked.
        clock: this machine's, where there is no other.
        admins: who may see how the whole stands.

    Raises:
        ContentError, StoreError: something is not in place.
    """
    from bot.coach.compose.recipient.hello import Hello  # noqa: PLC0415
    from bot.dialog.conversation import Conversation  # noqa: PLC0415
    from bot.dialog.turn import Tools  # noqa: PLC0415
    from bot.places import CityPlaces  # noqa: PLC0415
    from bot.storage import open_store  # noqa: PLC0415

    clock = clock or SystemClock()
    content = open_content(settings)
    engine, languages = build_engine(content), Languages(content)
    async with open_store(settings.database, clock.now, tuple(content.challenges)) as store:
        tools = Tools(
            texts=content,
            judge=engine.judge,
            compose=build_composer(content, engine).compose,
            follow_up=build_follow_up(content).compose,
            hello=Hello(content.grammar),
            places=CityPlaces(content.folder),
            zones=content.zones,
            languages=languages,
            store=store,
            now=clock.now,
            admins=admins,
        )
        yield App(content, store, Conversation(tools), clock, languages, admins)


async def chat(settings: Settings, user: str) -> None:
    """Talk to the coach in the terminal."""
    from bot.channels.console import CHANNEL, Console  # noqa: PLC0415
    from bot.jobs.deliver import Deliver  # noqa: PLC0415

    address = Address(CHANNEL, user)
    async with open_app(settings, admins=frozenset({address})) as app:  # whoever sits here has the file
        console = Console(app.conversation, app.store.outbox, app.content.messages, address)
        deliver = Deliver(app.store, console, app.clock, app.letter, channel=CHANNEL, only=address)
        await console.run(between=deliver.once)


def introductions(content: Content) -> list["Introduction"]:
    """How the bot shows itself on Telegram; the first is for all whose language is none of the others."""
    languages = Languages(content)
    found = [_introduction("", content.messages)]
    return [*found, *(_introduction(code, languages.texts(code).messages) for code in languages.others)]


def _introduction(language: str, messages: Messages) -> "Introduction":
    from bot.channels.telegram_bot.introduction import OPERATOR, SCOPES, Introduction  # noqa: PLC0415
    from bot.dialog.commands import commands  # noqa: PLC0415

    return Introduction(
        language=language,
        description=messages.render("bot.description"),
        short_description=messages.render("bot.short-description"),
        menus={
            where: [
                (one.name, messages.find(f"{MENU}{one.name}") or one.menu)
                for one in commands().values()
                if where in one.where
            ]
            for where in (*SCOPES, OPERATOR)
        },
    )


async def run(settings: Settings) -> None:
    """Run the Telegram bot until it is told to stop."""
    from bot.channels.telegram_bot.door import SlowDown  # noqa: PLC0415
    from bot.channels.telegram_bot.routes import Toasts  # noqa: PLC0415
    from bot.channels.telegram_bot.run import run as run_telegram  # noqa: PLC0415
    from bot.jobs.deliver import Deliver, Tempo, to_all  # noqa: PLC0415
    from bot.jobs.purge import purge  # noqa: PLC0415
    from bot.pictures import paint  # noqa: PLC0415

    token, webhook = settings.token, settings.webhook
    sys.setswitchinterval(_TURN_OF_A_THREAD)
    admins = frozenset(Address("telegram", number) for number in settings.admin_ids)
    async with open_app(settings, admins=admins) as app:

        def parked(number: int) -> str:
            return app.content.messages.render("stats.parked", number=number)

        async def deliver(sender: Sender, stop: "asyncio.Event") -> None:
            tempo, alarm = Tempo.of(settings.pace), to_all(sender, app.admins, parked)
            job = Deliver(
                app.store, sender, app.clock, app.letter, channel="telegram", tempo=tempo, alarm=alarm
            )
            await job.run(stop)

        async def tidy(_: Sender, stop: "asyncio.Event") -> None:
            await purge(app.store, app.clock, stop)

        await run_telegram(
            token,
            settings.bot_api_url,
            app.conversation,
            app.store,
            introductions(app.content),
            [deliver, tidy],
            copy_label=app.content.messages.render("button.copy"),
            slow_down=SlowDown(
                app.content.messages.render("general.slow-down"),
                app.content.messages.render("general.slow-down-press"),
                app.content.messages.render("inline.slow-down"),
            ),
            toasts=Toasts(
                app.content.messages.render("group.did-it"), app.content.messages.render("group.only-admins")
            ),
            suggest=app.conversation.suggest,
            operators=[int(one.id) for one in admins if one.id.isdecimal()],
            paint=paint,
            webhook=webhook,
        )
