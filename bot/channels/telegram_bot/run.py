"""Runs the bot: connects, receives, answers, and ends in good order."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import RetryAfter

from bot.channels.telegram_bot.application import build_application
from bot.channels.telegram_bot.courier import Courier
from bot.channels.telegram_bot.dispatch import Dispatcher
from bot.channels.telegram_bot.door import Door, SlowDown
from bot.channels.telegram_bot.errors import UNAUTHORIZED, seconds_to_wait
from bot.channels.telegram_bot.inline import Passing, Suggest
from bot.channels.telegram_bot.introduction import Introduction, introduce
from bot.channels.telegram_bot.lanes import Lanes
from bot.channels.telegram_bot.poller import BAD_TOKEN, Poller
from bot.channels.telegram_bot.registration import Registered
from bot.channels.telegram_bot.routes import NO_TOASTS, App, Boxes, Routes, Toasts, Turns
from bot.channels.telegram_bot.sender import TelegramSender
from bot.channels.telegram_bot.waiting import Wait, growing_pauses, wait_unless
from bot.channels.telegram_bot.webhook import WebhookServer
from bot.config import Webhook
from bot.errors import ConfigError, UnauthorizedError
from bot.ports import Painter, Sender

STOPPING_SECONDS: Final = 8.0  # supervisors commonly kill after ten
Job = Callable[[Sender, asyncio.Event], Awaitable[None]]
log = logging.getLogger(__name__)


async def run(  # noqa: PLR0913, PLR0917 - each part has its name
    token: str,
    api_url: str,
    conversation: Turns,
    store: Boxes,
    introductions: Sequence[Introduction],
    jobs: Sequence[Job],
    *,
    copy_label: str,
    slow_down: SlowDown,
    toasts: Toasts = NO_TOASTS,
    suggest: Suggest | None = None,
    operators: Collection[int] = (),
    paint: Painter,
    webhook: Webhook | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Run the bot until SIGTERM, SIGINT or `stop`; then finish and send what is under way.

    Args:
        token: the bot's token.
        api_url: a server that speaks the Bot API.
        conversation: answers what comes in.
        store: where updates and letters are kept; what waits at the end is taken up by the next run.
        introductions: how the bot shows itself, one for each language.
        jobs: run beside the conversations; each gets the sender and the event that tells it to end.
        copy_label: the label of the button that copies a note.
        slow_down: said to whoever sends more than can be answered.
        toasts: said for a moment to whoever presses a button in a group.
        suggest: reads what is typed behind the bot's name in any chat.
        operators: the accounts of those who run the bot, who have a longer menu.
        paint: draws the pictures.
        webhook: how Telegram is to bring updates; None to ask for them.
        stop: ends the run.

    Raises:
        ConfigError: the token is not accepted, another program receives with it, or a setting does not work.
        Exception: the first error of any part; it ends all others.
    """
    stop = stop or asyncio.Event()
    application = build_application(token, api_url)
    try:
        with _ended_by_signals(stop):
            if await _connect(application, api_url, introductions, operators, wait_unless(stop)):
                await _work(
                    application,
                    conversation,
                    store,
                    jobs,
                    copy_label,
                    slow_down,
                    toasts,
                    suggest,
                    paint,
                    webhook,
                    stop,
                )
    except BaseExceptionGroup as errors:
        raise _first(errors) from None
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # where it never got to be initialized


async def _work(  # noqa: PLR0913, PLR0917
    application: App,
    conversation: Turns,
    store: Boxes,
    jobs: Sequence[Job],
    copy_label: str,
    slow_down: SlowDown,
    toasts: Toasts,
    suggest: Suggest | None,
    paint: Painter,
    webhook: Webhook | None,
    stop: asyncio.Event,
) -> None:
    """Receive, answer and do the jobs until told to stop, then for a while longer what is under way."""
    wait = wait_unless(stop)
    sender = TelegramSender(application.bot, copy_label, paint=paint)
    courier = Courier(sender, store.outbox, wait)
    routes = Routes(application, conversation, store, sender, courier, toasts, suggest)
    with suppress(TimeoutError):
        async with asyncio.timeout(None) as patience, asyncio.TaskGroup() as group:
            lanes = Lanes(group)
            door = Door(store.inbox, sender, slow_down)
            dispatcher = Dispatcher(routes, door, courier, store, lanes, wait)
            await dispatcher.catch_up()
            receiving = group.create_task(_receiver(application.bot, store, dispatcher, webhook, wait).run())
            for job in jobs:
                group.create_task(_job(job, sender, stop))
            log.info("the bot is running: https://t.me/%s", application.bot.username)
            await stop.wait()
            log.info("stopping")
            patience.reschedule(asyncio.get_running_loop().time() + STOPPING_SECONDS)
            receiving.cancel()
            lanes.close()


def _receiver(
    bot: Bot, store: Boxes, dispatcher: Dispatcher, webhook: Webhook | None, wait: Wait
) -> Poller | Registered:
    inbox = Passing(store.inbox)
    if webhook is None:
        return Poller(bot, inbox, dispatcher, wait)
    server = WebhookServer(webhook, inbox, dispatcher, store.check_writable)
    return Registered(bot, webhook, server, wait)


async def _job(job: Job, sender: Sender, stop: asyncio.Event) -> None:
    await job(sender, stop)


async def _connect(
    application: App,
    api_url: str,
    introductions: Sequence[Introduction],
    operators: Collection[int],
    wait: Wait,
) -> bool:
    """Log in, trying until it works; False when told to stop before."""
    for pause in growing_pauses():
        try:
            await application.initialize()
        except UNAUTHORIZED:
            break
        except Exception as error:  # noqa: BLE001 - an unreadable answer can be of any class, and passes
            seconds = seconds_to_wait(error) if isinstance(error, RetryAfter) else pause
            name, server = type(error.__cause__ or error).__name__, urlsplit(api_url).hostname
            log.warning("no connection to %s (%s), again in %g s", server, name, seconds)
            if not await wait(seconds):
                return False
        else:
            await introduce(application.bot, introductions, operators)
            return True
    raise ConfigError(BAD_TOKEN)  # out here, because the library's error holds the token


@contextmanager
def _ended_by_signals(stop: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for number in signals:
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


def _first(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error of a group, in plain sight; a token that is not accepted is one of the settings."""
    first = errors.exceptions[0]
    if isinstance(first, BaseExceptionGroup):
        return _first(first)
    return ConfigError(BAD_TOKEN) if isinstance(first, UnauthorizedError) else first
