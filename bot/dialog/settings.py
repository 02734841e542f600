"""What is remembered of a person: one panel that changes in place with every button."""

import re
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.interview import MAX_ANSWER, Reading
from bot.coach.limits import ACCOUNTS, PERSONAL_NOTES_A_MONTH
from bot.conversation import Choice, Reply
from bot.dialog.turn import Row, Turn
from bot.state import Subscribe, Subscription

NAME = "settings"
USUAL: Final = (3, PERSONAL_NOTES_A_MONTH, 10)  # what people report of free accounts
NOTES_A_MONTH: Final = range(1, 201)
_NUMBER: Final = re.compile(r"[-−–+]?\d+(?:[.,/]\d+)*")
FORMALITIES: Final[tuple[Literal["first", "formal"] | None, ...]] = (None, "first", "formal")


class SettingsState(Struct, frozen=True):
    """Open only while something typed is awaited: a line about the person, or how many notes a month."""

    asking: Literal["about", "notes"] = "about"


def show(turn: Turn, subscription: Subscription | None = None) -> None:
    """Show the settings with buttons to change them; `subscription` is what it has just become."""
    subscription = subscription or turn.known.subscription
    profile, manner = turn.profile, turn.profile.manner
    text = turn.text(
        "settings.panel",
        account=turn.text(f"button.account-{profile.account}" if profile.account else "settings.unset"),
        about_me=profile.about_me or turn.text("settings.unset"),
        notes=profile.notes_a_month or PERSONAL_NOTES_A_MONTH,
        greeting=turn.text(f"settings.greeting-{manner.formality or 'as-typed'}"),
        emoji=turn.text("settings.emoji-kept" if manner.emoji else "settings.emoji-dropped"),
        challenge=_challenge(turn, subscription),
        check_in=_check_in(turn, subscription),
        reminders=turn.text("settings.wanted" if profile.reminders else "settings.unwanted"),
        language=_language(turn),
    )
    turn.reply(Reply(text=text, choices=_rows(turn, subscription), step=True, lasting=True))


def _rows(turn: Turn, subscription: Subscription | None) -> tuple[Row, ...]:
    reminders: Row = (turn.button("settings:reminders", "button.reminders"),)
    if subscription is not None:
        reminders = (turn.button("settings:check-in", "button.check-in"), *reminders)
    last: Row = (turn.button("command:forget", "button.forget"),)
    if turn.tools.languages.others:
        last = (turn.button("settings:language", "button.language"), *last)
    return (
        *((_account(turn, one),) for one in ACCOUNTS),
        (
            turn.button("settings:about", "button.about-me"),
            turn.button("settings:notes", "button.notes-a-month"),
        ),
        (turn.button("settings:greeting", "button.greeting"), turn.button("settings:emoji", "button.emoji")),
        (turn.button("command:subscribe", "button.day-and-hour"),),
        reminders,
        last,
    )


def _account(turn: Turn, account: str) -> Choice:
    """The button of an account; the one that is set is ticked."""
    label = turn.text(f"button.account-{account}")
    if account == turn.profile.account:
        label = turn.text("settings.chosen", label=label)
    return Choice(f"settings:account:{account}", label)


def _challenge(turn: Turn, subscription: Subscription | None) -> str:
    if subscription is None:
        return turn.text("settings.unset")
    return turn.text(
        "settings.slot",
        weekday=turn.text(f"dates.weekday-{subscription.weekday}"),
        time=f"{subscription.minute // 60:02}:{subscription.minute % 60:02}",
        zone=subscription.zone,
    )


def _check_in(turn: Turn, subscription: Subscription | None) -> str:
    if subscription is None:
        return turn.text("settings.no-challenge")
    return turn.text("settings.wanted" if subscription.check_in else "settings.unwanted")


def _language(turn: Turn) -> str:
    name = turn.text("bot.language")
    if turn.profile.language or not turn.tools.languages.others:
        return name
    return turn.text("settings.language-as-app", language=name)


async def on_text(turn: Turn) -> None:
    """The new line about the person, or the new number."""
    text = turn.incoming.text.strip()
    if turn.state(NAME, SettingsState).asking == "notes":
        _set_notes(turn, text)
        return
    match turn.tools.texts.interview.read(text):
        case Reading.ANSWER:
            _set_about_me(turn, text)
        case Reading.SKIP:
            _set_about_me(turn, "")
        case Reading.BACK:
            _leave(turn)
        case Reading.TOO_LONG:
            turn.say("settings.too-long", _leave_row(turn), length=len(text), most=MAX_ANSWER)
        case _:
            _ask_about_me(turn)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Change a setting; the panel says what holds now."""
    account = next((one for one in ACCOUNTS if one == argument), None)
    if action == "account" and account is not None:
        turn.remember(account=account)
        show(turn)
    elif action == "about":
        _ask_about_me(turn)
    elif action == "notes":
        _ask_notes(turn, argument)
    elif action in {"greeting", "emoji"}:
        _change_manner(turn, action)
    elif action == "reminders":
        turn.remember(reminders=not turn.profile.reminders)
        show(turn)
    elif action == "check-in":
        _change_check_in(turn)
    elif action == "language":
        _change_language(turn)
    else:
        _leave(turn)


def _change_manner(turn: Turn, action: str) -> None:
    """The next way to greet, or emoji on where they were off."""
    manner = turn.profile.manner
    if action == "emoji":
        manner = replace(manner, emoji=not manner.emoji)
    else:
        following = (FORMALITIES.index(manner.formality) + 1) % len(FORMALITIES)
        manner = replace(manner, formality=FORMALITIES[following])
    turn.remember(manner=manner)
    show(turn)


def _change_check_in(turn: Turn) -> None:
    subscription = turn.known.subscription
    if subscription is not None:
        subscription = replace(subscription, check_in=not subscription.check_in)
        turn.change(Subscribe(subscription))
    show(turn, subscription)


def _change_language(turn: Turn) -> None:
    """The next language; after the last that of their app again."""
    languages = turn.tools.languages
    order: tuple[str | None, ...] = (None, languages.first, *languages.others)
    chosen = turn.profile.language if turn.profile.language in order else None
    turn.remember(language=order[(order.index(chosen) + 1) % len(order)])
    turn.speak()
    show(turn)


def _ask_about_me(turn: Turn) -> None:
    turn.open(NAME, SettingsState())
    turn.step("settings.ask-about-me", _leave_row(turn))


def _ask_notes(turn: Turn, number: str) -> None:
    """Ask how many notes a month the site grants, or take the number of a button."""
    if number:
        _set_notes(turn, number)
        return
    turn.open(NAME, SettingsState(asking="notes"))
    row = tuple(turn.button(f"settings:notes:{one}", "button.number", number=one) for one in USUAL)
    turn.step("settings.ask-notes", row, _leave_row(turn))


def _set_notes(turn: Turn, typed: str) -> None:
    """Take the one whole number in it; none, several, or one that no site grants, and it is asked again."""
    numbers = _NUMBER.findall(typed)
    if len(numbers) == 1 and numbers[0].isdecimal() and int(numbers[0]) in NOTES_A_MONTH:
        turn.close(NAME)
        turn.remember(notes_a_month=int(numbers[0]))
        show(turn)
    elif turn.tools.texts.interview.read(typed) is Reading.BACK:
        _leave(turn)
    else:
        _ask_notes(turn, "")


def _set_about_me(turn: Turn, text: str) -> None:
    turn.close(NAME)
    turn.remember(about_me=text)
    turn.say("settings.about-me-set" if text else "settings.about-me-cleared")
    show(turn)


def _leave_row(turn: Turn) -> Row:
    return (turn.button("settings:leave", "button.leave-it"),)


def _leave(turn: Turn) -> None:
    """Everything stays as it is."""
    turn.close(NAME)
    show(turn)
