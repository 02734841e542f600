"""Pausing, going on and leaving are three things: what each does to a subscription."""

from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from bot.coach.days import parse_when
from bot.coach.interview import Reading
from bot.coach.schedule import instant_of, local_day, next_due
from bot.dialog import dates, panel, subscribe
from bot.dialog.aside import finish_aside, open_aside
from bot.dialog.turn import Row, Turn
from bot.errors import UnknownZoneError
from bot.state import Subscribe, Subscription, Unsubscribe

NAME = "pause"
WEEKS_OFFERED: Final = (1, 2, 4)
LONGEST: Final = timedelta(days=366)


def pause(turn: Turn, asked: str = "") -> None:
    """Silence everything that comes by itself, at once; when to go on can be said with it, or after it."""
    subscription = turn.known.subscription
    if subscription is None:
        _silence(turn)
    elif asked:
        _pause_until(turn, subscription, asked)
    else:
        said = "pause.already" if subscription.paused else "pause.begun"
        turn.change(Subscribe(replace(subscription, paused=True, until=None)))
        open_aside(turn, NAME)
        turn.say(said, *_rows(turn), week=subscription.next_week)


async def on_text(turn: Turn) -> None:
    """The day on which to go on, or that it is to be left open."""
    subscription, typed = _subscription(turn), turn.incoming.text
    if subscription is None:
        return
    if turn.tools.texts.interview.read(typed) in {Reading.SKIP, Reading.BACK}:
        turn.say("pause.open")
        finish_aside(turn, NAME)
    else:
        _pause_until(turn, subscription, typed)


async def on_choice(turn: Turn, _action: str, argument: str) -> None:
    """For so many weeks."""
    subscription = _subscription(turn)
    if subscription is None:
        return
    if argument.isdecimal() and int(argument) in WEEKS_OFFERED:
        day = local_day(turn.tools.now(), _zone(turn, subscription)) + timedelta(weeks=int(argument))
        _rest(turn, subscription, day)
    else:
        pause(turn)


def resume(turn: Turn) -> None:
    """Go on at the next slot: one challenge, however many were missed."""
    subscription = _subscription(turn)
    if subscription is None:
        return
    if not subscription.paused:
        turn.say("subscribe.running", week=subscription.next_week, when=panel.when(turn, subscription))
        return
    weekday, minute, zone = subscription.weekday, subscription.minute, subscription.zone
    try:
        due = next_due(weekday, minute, zone, turn.tools.now())
    except UnknownZoneError:
        subscribe.ask_zone(turn, weekday, minute)
        return
    subscription = replace(subscription, paused=False, until=None, next_due=due)
    turn.change(Subscribe(subscription))
    turn.say("subscribe.resumed", week=subscription.next_week, when=panel.when(turn, subscription))


def leave(turn: Turn) -> None:
    """End the subscription; what was done stays, unless they want that to go, too."""
    if turn.known.subscription is None:
        _silence(turn)
        return
    turn.change(Unsubscribe())
    rows: tuple[Row, ...] = ((turn.button("command:subscribe", "button.subscribe"),),)
    if turn.known.weeks or turn.known.last_week is not None:
        rows += ((turn.button("subscribe:drop-history", "button.drop-history"),),)
    turn.say("subscribe.left", *rows)


def _pause_until(turn: Turn, subscription: Subscription, typed: str) -> None:
    """Until the day that was typed; whatever cannot be read still leaves it paused."""
    today = local_day(turn.tools.now(), _zone(turn, subscription))
    when = parse_when(typed, today)
    if when is not None and timedelta(0) < when.day - today <= LONGEST:
        _rest(turn, subscription, when.day)
        return
    if not subscription.paused:
        turn.change(Subscribe(replace(subscription, paused=True, until=None)))
    open_aside(turn, NAME)
    if when is None:
        turn.say("pause.unread", *_rows(turn))
    else:
        turn.say("pause.past" if when.day <= today else "pause.too-long", *_rows(turn))


def _rest(turn: Turn, subscription: Subscription, day: date) -> None:
    """Rest until a day: the next challenge comes at the first slot on it or after it."""
    weekday, minute, zone = subscription.weekday, subscription.minute, subscription.zone
    try:
        due = next_due(weekday, minute, zone, instant_of(day, 0, zone) - timedelta(seconds=1))
    except UnknownZoneError:
        subscribe.ask_zone(turn, weekday, minute)
        return
    subscription = replace(subscription, paused=True, until=day, next_due=due)
    turn.change(Subscribe(subscription))
    turn.say(
        "pause.until",
        (turn.button("command:resume", "button.resume"),),
        day=dates.weekday_of(turn.tools.texts.messages, day),
        week=subscription.next_week,
        when=panel.when(turn, subscription),
    )
    finish_aside(turn, NAME)


def _rows(turn: Turn) -> tuple[Row, ...]:
    one, *more = WEEKS_OFFERED
    weeks: Row = (turn.button(f"pause:weeks:{one}", "button.one-week"),)
    weeks += tuple(turn.button(f"pause:weeks:{number}", "button.weeks", number=number) for number in more)
    return (weeks, (turn.button("command:resume", "button.resume"),))


def _zone(turn: Turn, subscription: Subscription) -> str:
    """The person's zone; UTC if it was dropped."""
    try:
        local_day(turn.tools.now(), subscription.zone)
    except UnknownZoneError:
        return "UTC"
    return subscription.zone


def _silence(turn: Turn) -> None:
    """Without a subscription, only a week that was put off may still come."""
    if turn.known.reminder is None:
        _subscription(turn)
    else:
        turn.change(Unsubscribe())
        turn.say("subscribe.no-reminder", week=turn.known.reminder)


def _subscription(turn: Turn) -> Subscription | None:
    """The subscription; where there is none, says so."""
    if turn.known.subscription is None:
        turn.say("subscribe.none", (turn.button("command:subscribe", "button.subscribe"),))
    return turn.known.subscription
