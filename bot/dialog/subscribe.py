"""Getting a challenge a week: asks for the day, the hour and the place, and says when the first one comes."""

from collections.abc import Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.challenge import WEEKS, current
from bot.coach.interview import Reading
from bot.coach.schedule import next_due, parse_clock, parse_slot, parse_weekday, zone_info, zones_at
from bot.dialog import dates
from bot.dialog.turn import Row, Turn
from bot.errors import UnknownZoneError
from bot.state import Subscribe, Subscription

NAME = "subscribe"
USUAL_HOURS: Final = (7 * 60 + 30, 12 * 60, 18 * 60, 20 * 60 + 30)


class SubscribeState(Struct, frozen=True):
    """What is known so far, and what is being asked."""

    asking: Literal["day", "hour", "zone"] = "day"
    weekday: int = 0
    minute: int = 0


def start(turn: Turn) -> None:
    """Begin to ask, or show the subscription there is."""
    if turn.known.subscription is None:
        _ask_day(turn)
    else:
        show(turn, turn.known.subscription)


def show(turn: Turn, subscription: Subscription) -> None:
    """Say how things stand, with buttons to change them."""
    slot = _slot(turn, subscription)
    other = turn.button("subscribe:anew", "button.other-slot")
    leave = turn.button("command:unsubscribe", "button.unsubscribe")
    if subscription.paused:
        resume = turn.button("command:resume", "button.resume")
        turn.say("subscribe.current-paused", (resume,), (other,), (leave,), **slot)
    else:
        pause = turn.button("command:pause", "button.pause")
        turn.say("subscribe.current", (other,), (pause,), (leave,), **slot, when=when(turn, subscription))


def when(turn: Turn, subscription: Subscription) -> str:
    """When the next challenge comes, by the person's own clock; by UTC if their zone was dropped."""
    try:
        return dates.moment(turn.tools.texts.messages, subscription.next_due, subscription.zone)
    except UnknownZoneError:
        return dates.moment(turn.tools.texts.messages, subscription.next_due, "UTC")


def ask_zone(turn: Turn, weekday: int, minute: int) -> None:
    """Ask where somebody is, with the day and the hour known."""
    _ask_zone(turn, SubscribeState("zone", weekday, minute))


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
    else:
        _search_zone(turn, state, text)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Go on with a button."""
    state = turn.state(NAME, SubscribeState)
    if action == "anew":
        _ask_day(turn)
    elif action == "stay":
        turn.say("subscribe.stays")
    elif turn.dialog != NAME or NAME not in turn.states:
        turn.fade()
        turn.say("subscribe.over")
        start(turn)
    elif action == "day":
        _take_day(turn, int(argument) if argument in set("0123456") else None)
    elif action == "hour":
        _take_hour(turn, state, parse_clock(argument))
    elif action == "zone" and state.asking == "zone":
        _finish(turn, state, argument)
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
        _ask_zone(turn, replace(state, minute=minute))


def _ask_zone(turn: Turn, state: SubscribeState) -> None:
    turn.open(NAME, replace(state, asking="zone"))
    turn.step("subscribe.ask-zone", *_zone_rows(turn), time=dates.clock(state.minute))


def _zone_rows(turn: Turn, rows: Sequence[Row] = ()) -> tuple[Row, ...]:
    """The rows with a way back under them, and the zone there was."""
    if not rows and turn.known.subscription is not None:
        zone = turn.known.subscription.zone
        rows = ((turn.button(f"subscribe:zone:{zone}", "button.same-zone", zone=zone),),)
    return (*rows, (turn.button("subscribe:back", "button.back"),))


def _search_zone(turn: Turn, state: SubscribeState, text: str) -> None:
    """A town's name, or what the clock shows; whoever it may be is asked with buttons."""
    if (zone := text.strip()) and "/" in zone and _is_zone(zone):
        _finish(turn, state, zone)
        return
    places = turn.tools.places.find(text)
    minute = parse_clock(text)
    known = () if minute is None else zones_at(turn.tools.now(), *divmod(minute, 60), turn.tools.zones)
    zones = [place.zone for place in places] or [place.zone for place in known]
    if len(zones) == 1:
        _finish(turn, state, zones[0])
    elif places:
        labels = [{"name": place.name, "country": place.country} for place in places]
        turn.say("subscribe.which-place", *_offer(turn, zones, "button.place", labels))
    elif known:
        labels = [{"city": place.city} for place in known]
        turn.say("subscribe.which-clock", *_offer(turn, zones, "button.city", labels))
    else:
        turn.say("subscribe.zone-unknown", *_zone_rows(turn))


def _is_zone(name: str) -> bool:
    """Whether somebody named their zone as computers do: Europe/Berlin."""
    try:
        zone_info(name)
    except UnknownZoneError:
        return False
    return True


def _offer(turn: Turn, zones: list[str], label_id: str, labels: list[dict[str, str]]) -> tuple[Row, ...]:
    offered = zip(zones, labels, strict=True)
    rows = [(turn.button(f"subscribe:zone:{zone}", label_id, **label),) for zone, label in offered]
    return _zone_rows(turn, rows)


def _finish(turn: Turn, state: SubscribeState, zone: str) -> None:
    try:
        due = next_due(state.weekday, state.minute, zone, turn.tools.now())
    except UnknownZoneError:
        turn.say("subscribe.zone-unknown", *_zone_rows(turn))
        return
    subscription = Subscription(
        weekday=state.weekday, minute=state.minute, zone=zone, next_week=_next_week(turn), next_due=due
    )
    turn.change(Subscribe(subscription))
    turn.close(NAME)
    slot = _slot(turn, subscription)
    turn.step("subscribe.done", **slot, when=when(turn, subscription))


def _next_week(turn: Turn) -> int:
    """People keep their place in the series, also those who come back."""
    if turn.known.subscription is not None:
        return turn.known.subscription.next_week
    following = (turn.known.last_week or 0) % WEEKS + 1
    return current(turn.tools.texts.challenges, following).week


def _slot(turn: Turn, subscription: Subscription) -> dict[str, object]:
    return {
        "weekday": turn.text(f"dates.weekday-{subscription.weekday}"),
        "time": dates.clock(subscription.minute),
        "zone": subscription.zone,
        "week": subscription.next_week,
    }


def _back(turn: Turn, state: SubscribeState) -> None:
    if state.asking == "zone":
        _ask_hour(turn, state)
    else:
        _ask_day(turn)
