"""Pausing, going on and leaving are three things: what each does to a subscription."""

from msgspec.structs import replace

from bot.coach.schedule import next_due
from bot.dialog import subscribe
from bot.dialog.turn import Turn
from bot.errors import UnknownZoneError
from bot.state import Subscribe, Subscription, Unsubscribe


def pause(turn: Turn) -> None:
    """Silence everything that comes by itself; the place in the series is kept."""
    subscription = turn.known.subscription
    if subscription is None:
        _silence(turn)
        return
    turn.change(Subscribe(replace(subscription, paused=True)))
    said = "subscribe.paused-already" if subscription.paused else "subscribe.paused"
    turn.say(said, (turn.button("command:resume", "button.resume"),), week=subscription.next_week)


def resume(turn: Turn) -> None:
    """Go on at the next slot: one challenge, however many were missed."""
    subscription = _subscription(turn)
    if subscription is None:
        return
    if not subscription.paused:
        when = subscribe.when(turn, subscription)
        turn.say("subscribe.running", week=subscription.next_week, when=when)
        return
    weekday, minute, zone = subscription.weekday, subscription.minute, subscription.zone
    try:
        due = next_due(weekday, minute, zone, turn.tools.now())
    except UnknownZoneError:
        subscribe.ask_zone(turn, weekday, minute)
        return
    subscription = replace(subscription, paused=False, next_due=due)
    turn.change(Subscribe(subscription))
    turn.say("subscribe.resumed", week=subscription.next_week, when=subscribe.when(turn, subscription))


def leave(turn: Turn) -> None:
    """End the subscription; what was done stays."""
    if turn.known.subscription is None:
        _silence(turn)
    else:
        turn.change(Unsubscribe())
        turn.say("subscribe.left", (turn.button("command:subscribe", "button.subscribe"),))


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
