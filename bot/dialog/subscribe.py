"""Getting a challenge a week: asks for the day, the hour, the place and where to begin."""

import re
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.challenge import WEEKS, current
from bot.coach.clock import parse_clock, parse_slot, parse_weekday
from bot.coach.interview import Reading
from bot.coach.schedule import calendar_week, next_due
from bot.coach.text import fold
from bot.conversation import Reply
from bot.dialog import dates, panel, whereabouts
from bot.dialog.turn import Row, Turn
from bot.errors import UnknownZoneError
from bot.state import BeginYear, Subscribe, Subscription

NAME = "subscribe"
USUAL_HOURS: Final = (7 * 60 + 30, 12 * 60, 18 * 60, 20 * 60 + 30)
ANEW: Final = "anew"  # at week 1, for those who have been here before
_FIRST: Final = frozenset({"one", "first", "beginning", "start"})
_IN_STEP: Final = frozenset({"calendar", "step"})
_NUMBER: Final = re.compile(r"\d{1,2}")


class SubscribeState(Struct, frozen=True):
    """What is known so far, and what is being asked."""

    asking: Literal["day", "hour", "zone", "start"] = "day"
    weekday: int = 0
    minute: int = 0
    zone: str = ""


def start(turn: Turn, asked: str = "") -> None:
    """Begin to ask, from what was typed after the command; or show the subscription there is."""
    if turn.known.subscription is not None:
        panel.show(turn, turn.known.subscription)
    elif slot := parse_slot(asked):
        ask_zone(turn, *slot)
    else:
        _ask_day(turn)


def ask_zone(turn: Turn, weekday: int, minute: int) -> None:
    """Ask where somebody is, with the day and the hour known."""
    turn.open(NAME, SubscribeState("zone", weekday, minute))
    whereabouts.ask(turn, minute)


async def on_text(turn: Turn) -> None:
    """Take what was typed as the answer to the open question."""
    state, text = turn.state(NAME, SubscribeState), turn.incoming.text
    if turn.tools.texts.interview.read(text) is Reading.BACK:
        _back(turn, state)
    elif state.asking == "day":
        if slot := parse_slot(text):
            ask_zone(turn, *slot)
        else:
            _take_day(turn, parse_weekday(text))
    elif state.asking == "hour":
        _take_hour(turn, state, parse_clock(text))
    elif state.asking == "start":
        _take_start(turn, state, text)
    elif zone := whereabouts.search(turn, text):
        _take_zone(turn, state, zone)


def on_location(turn: Turn) -> None:
    """Take a place that was shared; it is looked up, and not kept."""
    state, location = turn.state(NAME, SubscribeState), turn.incoming.location
    if turn.dialog != NAME or state.asking != "zone" or location is None:
        # Buttons would take away those of the question that is open.
        rows = () if turn.dialog else ((turn.button("command:subscribe", "button.day-and-hour"),),)
        turn.say("subscribe.what-for", *rows)
    elif zone := whereabouts.at(turn, location):
        _take_zone(turn, state, zone)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Go on with a button."""
    state = turn.state(NAME, SubscribeState)
    if action in panel.ACTIONS:
        panel.on_choice(turn, action, argument)
    elif action == "anew":
        _ask_day(turn)
    elif turn.dialog != NAME or NAME not in turn.states:
        turn.fade()
        turn.say("subscribe.over")
        start(turn)
    elif action == "day":
        _take_day(turn, int(argument) if argument in set("0123456") else None)
    elif action == "hour":
        _take_hour(turn, state, parse_clock(argument))
    elif action == "zone" and state.asking == "zone":
        _take_zone(turn, state, argument)
    elif action == "where" and state.asking == "zone":
        turn.say("subscribe.type-place")
    elif action == "start" and state.asking == "start":
        _take_start(turn, state, argument)
    else:
        _back(turn, state)


def _ask_day(turn: Turn, message_id: str = "subscribe.ask-day") -> None:
    turn.open(NAME, SubscribeState())
    days = tuple(turn.button(f"subscribe:day:{day}", f"dates.weekday-{day}") for day in range(7))
    turn.step(message_id, days[:3], days[3:5], days[5:])


def _take_day(turn: Turn, weekday: int | None) -> None:
    if weekday is None:
        _ask_day(turn, "subscribe.day-unknown")
    else:
        _ask_hour(turn, SubscribeState("hour", weekday))


def _ask_hour(turn: Turn, state: SubscribeState) -> None:
    turn.open(NAME, replace(state, asking="hour"))
    weekday = turn.text(f"dates.weekday-{state.weekday}")
    turn.step("subscribe.ask-hour", *_hours(turn), weekday=weekday)


def _hours(turn: Turn) -> tuple[Row, ...]:
    times = [dates.clock(minute) for minute in USUAL_HOURS]
    hours = tuple(turn.button(f"subscribe:hour:{time}", "button.hour", time=time) for time in times)
    return (hours, (turn.button("subscribe:back", "button.back"),))


def _take_hour(turn: Turn, state: SubscribeState, minute: int | None) -> None:
    if minute is None:
        turn.open(NAME, replace(state, asking="hour"))
        turn.say("subscribe.hour-unknown", *_hours(turn))
    else:
        ask_zone(turn, state.weekday, minute)


def _take_zone(turn: Turn, state: SubscribeState, zone: str) -> None:
    """The clock is known; those who have a subscription keep their place, others are asked for it."""
    try:
        due = next_due(state.weekday, state.minute, zone, turn.tools.now())
    except UnknownZoneError:
        whereabouts.unknown(turn)
        return
    turn.reply(Reply(text=turn.text("subscribe.zone-known", zone=zone), place_known=True))
    state = replace(state, asking="start", zone=zone)
    if turn.known.subscription is not None:
        _finish(turn, state, turn.known.subscription.next_week)
    elif turn.known.last_week == WEEKS:
        _begin_anew(turn, state)
    elif turn.known.last_week is not None or calendar_week(due, zone) > 1:
        _ask_start(turn, state)
    else:
        _finish(turn, state, 1)


def _ask_start(turn: Turn, state: SubscribeState) -> None:
    """Where to begin: at week 1, with the calendar, or where somebody was."""
    turn.open(NAME, state)
    last = turn.known.last_week
    if last is None:
        week = calendar_week(next_due(state.weekday, state.minute, state.zone, turn.tools.now()), state.zone)
        first = turn.button("subscribe:start:1", "button.week-one")
        other = turn.button(f"subscribe:start:{week}", "button.calendar-week", week=week)
        turn.say("subscribe.ask-start", (first,), (other,), week=week)
    else:
        week = current(turn.tools.texts.challenges, last + 1).week
        on = turn.button(f"subscribe:start:{week}", "button.go-on-with", week=week)
        anew = turn.button(f"subscribe:start:{ANEW}", "button.from-week-one")
        turn.say("subscribe.ask-return", (on,), (anew,), last=last)


def _take_start(turn: Turn, state: SubscribeState, typed: str) -> None:
    """The week that was chosen; those who have been here before begin another year with week 1."""
    number = _NUMBER.search(typed)
    week = int(number[0]) if number else _meant(turn, state, fold(typed).split())
    if typed == ANEW or (week == 1 and turn.known.last_week is not None):
        _begin_anew(turn, state)
    elif 1 <= week <= WEEKS:
        _finish(turn, state, current(turn.tools.texts.challenges, week).week)
    else:
        _ask_start(turn, state)


def _meant(turn: Turn, state: SubscribeState, words: list[str]) -> int:
    """The week that is named without a number; 0 where none is."""
    if not _FIRST.isdisjoint(words):
        return 1
    if turn.known.last_week is None and not _IN_STEP.isdisjoint(words):
        return calendar_week(next_due(state.weekday, state.minute, state.zone, turn.tools.now()), state.zone)
    return 0


def _begin_anew(turn: Turn, state: SubscribeState) -> None:
    turn.change(BeginYear())
    _finish(turn, state, 1)


def _finish(turn: Turn, state: SubscribeState, week: int) -> None:
    before = turn.known.subscription
    subscription = Subscription(
        weekday=state.weekday,
        minute=state.minute,
        zone=state.zone,
        next_week=week,
        next_due=next_due(state.weekday, state.minute, state.zone, turn.tools.now()),
        check_in=before is not None and before.check_in,
    )
    turn.change(Subscribe(subscription))
    turn.close(NAME)
    panel.confirm(turn, subscription, is_new=before is None)


def _back(turn: Turn, state: SubscribeState) -> None:
    if state.asking == "start":
        ask_zone(turn, state.weekday, state.minute)
    elif state.asking == "zone":
        _ask_hour(turn, state)
    else:
        _ask_day(turn)
