"""Putting a challenge off: tonight, tomorrow, at the weekend, or on a day that is typed."""

from datetime import datetime, timedelta
from typing import Final

from bot.coach.days import When, parse_when
from bot.coach.interview import Reading
from bot.coach.postpone import Habit, offers, resolve
from bot.coach.schedule import in_words, local_day
from bot.dialog import dates
from bot.dialog.aside import Aside, finish_aside, open_aside
from bot.dialog.turn import Row, Turn
from bot.errors import UnknownZoneError
from bot.state import MarkWeek, Remind

NAME = "later"
FARTHEST: Final = timedelta(days=92)  # whoever puts it off for longer will not know any more what it was
UNKNOWN_CLOCK: Final = "UTC"


def ask(turn: Turn, week: int, message_id: str = "later.ask") -> None:
    """Ask when a week is to be brought up again; the standing slot never moves."""
    rows = _rows(turn, week)
    if turn.known.weeks.get(week) != "later":
        turn.change(MarkWeek(week, "later"))
    if rows:
        open_aside(turn, NAME, week)
        turn.say(message_id, *rows, week=week)
    else:
        turn.say("later.no-room", week=week, when=_next_challenge(turn))


async def on_text(turn: Turn) -> None:
    """The day that was typed."""
    week, now, habit = turn.state(NAME, Aside).week, turn.tools.now(), _habit(turn)
    if turn.tools.texts.interview.read(turn.incoming.text) in {Reading.SKIP, Reading.BACK}:
        turn.say("later.left", week=week)
        finish_aside(turn, NAME)
        return
    today = local_day(now, habit.zone)
    when = parse_when(turn.incoming.text, today)
    if when is None:
        _again(turn, week, "later.unread")
    elif when.day - today > FARTHEST:
        _again(turn, week, "later.too-far")
    elif when.day < today:
        _again(turn, week, "later.past")
    elif when.day == today and not _has_clock(turn):
        _again(turn, week, "later.no-clock")
    elif (at := resolve(when if _has_clock(turn) else When(when.day), now, habit)) is None:
        _again(turn, week, "later.past")
    else:
        _set(turn, week, at, habit)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """One of the times that were offered; of an old message, what is offered now."""
    week = int(argument) if argument.isdecimal() else 0
    habit = _habit(turn)
    at = next((at for name, at in offers(turn.tools.now(), habit).items() if name == action), None)
    if week not in turn.tools.texts.challenges:
        turn.say("later.no-week")
    elif turn.known.weeks.get(week) == "done":
        turn.say("challenge.done-already", week=week)
    elif at is None:
        ask(turn, week)
    else:
        _set(turn, week, at, habit)


def _set(turn: Turn, week: int, at: datetime, habit: Habit) -> None:
    if habit.before is not None and at >= habit.before:
        turn.say("later.beyond", *_rows(turn, week), week=week, when=_next_challenge(turn))
        return
    turn.change(MarkWeek(week, "later"))
    turn.change(Remind(week, at))
    if _has_clock(turn):
        turn.say("later.set", week=week, when=dates.moment(turn.tools.texts.messages, at, habit.zone))
    else:
        turn.say("later.set-day", week=week, day=dates.weekday_of(turn.tools.texts.messages, at.date()))
    finish_aside(turn, NAME)


def _again(turn: Turn, week: int, message_id: str) -> None:
    turn.say(message_id, *_rows(turn, week))


def _rows(turn: Turn, week: int) -> tuple[Row, ...]:
    """What can be offered; tonight only to those whose clock is known."""
    found = [name for name in offers(turn.tools.now(), _habit(turn)) if name != "tonight" or _has_clock(turn)]
    row = tuple(turn.button(f"later:{name}:{week}", f"button.{name}") for name in found)
    return (row,) if row else ()


def _habit(turn: Turn) -> Habit:
    """The person's clock and usual hour; without a subscription the present time of day."""
    now, subscription = turn.tools.now(), turn.known.subscription
    if subscription is None or not _has_clock(turn):
        local = in_words(now, UNKNOWN_CLOCK)
        return Habit(UNKNOWN_CLOCK, local.hour * 60 + local.minute)
    comes = not subscription.paused or subscription.until is not None
    return Habit(subscription.zone, subscription.minute, subscription.next_due if comes else None)


def _has_clock(turn: Turn) -> bool:
    """Whether the person's zone is known."""
    if turn.known.subscription is None:
        return False
    try:
        in_words(turn.tools.now(), turn.known.subscription.zone)
    except UnknownZoneError:
        return False
    return True


def _next_challenge(turn: Turn) -> str:
    subscription = turn.known.subscription
    if subscription is None:
        return ""
    return dates.moment(turn.tools.texts.messages, subscription.next_due, _habit(turn).zone)
