"""How a subscription stands, in words and with buttons to change it; and beginning the series again."""

from typing import Final

from msgspec.structs import replace

from bot.coach.schedule import upcoming
from bot.conversation import Choice
from bot.dialog import dates
from bot.dialog.turn import Row, Turn
from bot.errors import UnknownZoneError
from bot.state import BeginYear, DropHistory, Subscribe, Subscription

ACTIONS: Final = frozenset({"stay", "check-in", "restart", "drop-history"})
YES: Final = "yes"
NO: Final = "no"
DATES_SAID: Final = 3


def show(turn: Turn, subscription: Subscription) -> None:
    """Say how things stand, with buttons to change them."""
    slot = _slot(turn, subscription)
    other = turn.button("subscribe:anew", "button.other-slot")
    if subscription.paused:
        rows: tuple[Row, ...] = ((turn.button("command:resume", "button.resume"), other),)
    else:
        rows = ((other, turn.button("command:pause", "button.pause")),)
    wanted = NO if subscription.check_in else YES
    rows += (
        (turn.button(f"subscribe:check-in:{wanted}", f"button.check-in-{wanted}"),),
        (turn.button("subscribe:restart", "button.from-week-one"),),
        (turn.button("command:unsubscribe", "button.unsubscribe"),),
    )
    if not subscription.paused:
        turn.say("subscribe.current", *rows, **slot, when=when(turn, subscription))
    elif subscription.until is None:
        turn.say("subscribe.current-paused", *rows, **slot)
    else:
        turn.say("subscribe.current-resting", *rows, **slot, when=when(turn, subscription))


def confirm(turn: Turn, subscription: Subscription, *, is_new: bool) -> None:
    """Say what was agreed, with the next dates; of those who are new here, ask whether to check in."""
    weekday, minute, zone = subscription.weekday, subscription.minute, subscription.zone
    days = upcoming(weekday, minute, zone, subscription.next_due, DATES_SAID)
    _, second, third = (dates.local_date(turn.tools.texts.messages, day, zone) for day in days)
    slot = _slot(turn, subscription)
    turn.step("subscribe.done", **slot, when=when(turn, subscription), second=second, third=third)
    if is_new:
        turn.say("subscribe.ask-check-in", (_check_in(turn, YES), _check_in(turn, NO)))


def when(turn: Turn, subscription: Subscription) -> str:
    """When the next challenge comes, by the person's own clock; by UTC if their zone was dropped."""
    try:
        return dates.moment(turn.tools.texts.messages, subscription.next_due, subscription.zone)
    except UnknownZoneError:
        return dates.moment(turn.tools.texts.messages, subscription.next_due, "UTC")


def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Change what can be changed with one tap; what deletes something is asked once more."""
    if action == "stay":
        turn.say("subscribe.stays")
    elif action == "check-in":
        _set_check_in(turn, wanted=argument == YES)
    elif action == "restart":
        _restart(turn, argument)
    else:
        _drop_history(turn, argument)


def _check_in(turn: Turn, answer: str) -> Choice:
    return turn.button(f"subscribe:check-in:{answer}", f"button.check-in-{answer}-please")


def _set_check_in(turn: Turn, *, wanted: bool) -> None:
    subscription = turn.known.subscription
    if subscription is None:
        turn.say("subscribe.none", (turn.button("command:subscribe", "button.subscribe"),))
    else:
        turn.change(Subscribe(replace(subscription, check_in=wanted)))
        turn.say("subscribe.check-in-on" if wanted else "subscribe.check-in-off")


def _restart(turn: Turn, answer: str) -> None:
    """Begin the series again at week 1: what became of the weeks is forgotten, what was noted stays."""
    if answer == YES:
        turn.change(BeginYear())
        if turn.known.subscription is None:
            turn.say("subscribe.restarted", (turn.button("command:subscribe", "button.subscribe"),))
        else:
            turn.say("subscribe.restarted-on", when=when(turn, turn.known.subscription))
    elif answer == NO:
        turn.say("subscribe.not-restarted")
    else:
        yes = turn.button(f"subscribe:restart:{YES}", "button.restart-yes")
        turn.say(
            "subscribe.ask-restart", (yes,), (turn.button(f"subscribe:restart:{NO}", "button.leave-it"),)
        )


def _drop_history(turn: Turn, answer: str) -> None:
    if answer == YES:
        turn.change(DropHistory())
        turn.say("subscribe.history-dropped")
    elif answer == NO:
        turn.say("subscribe.history-kept")
    else:
        yes = turn.button(f"subscribe:drop-history:{YES}", "button.drop-history-yes")
        no = turn.button(f"subscribe:drop-history:{NO}", "button.forget-no")
        turn.say("subscribe.ask-drop-history", (yes,), (no,))


def _slot(turn: Turn, subscription: Subscription) -> dict[str, object]:
    return {
        "weekday": turn.text(f"dates.weekday-{subscription.weekday}"),
        "time": dates.clock(subscription.minute),
        "zone": subscription.zone,
        "week": subscription.next_week,
    }
