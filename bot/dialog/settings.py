"""What is remembered of a person, and changing it."""

import re
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.coach.interview import MAX_ANSWER, Reading
from bot.coach.limits import ACCOUNTS, NOTE_LIMITS, PERSONAL_NOTES_A_MONTH
from bot.conversation import Reply
from bot.dialog.turn import Turn

NAME = "settings"
USUAL: Final = (3, PERSONAL_NOTES_A_MONTH, 10)  # what people report of free accounts
NOTES_A_MONTH: Final = range(1, 201)
_NUMBER: Final = re.compile(r"[-−–+]?\d+(?:[.,/]\d+)*")
FORMALITIES: Final[tuple[Literal["first", "formal"] | None, ...]] = (None, "first", "formal")


class SettingsState(Struct, frozen=True):
    """Open only while something typed is awaited: a line about the person, or how many notes a month."""

    asking: Literal["about", "notes"] = "about"


def show(turn: Turn) -> None:
    """Show the settings with buttons to change them."""
    profile = turn.profile
    account = (
        turn.text(f"button.account-{profile.account}") if profile.account else turn.text("settings.unset")
    )
    rows = (
        *((turn.button(f"settings:account:{one}", f"button.account-{one}"),) for one in ACCOUNTS),
        (turn.button("settings:about", "button.about-me"),),
        (turn.button("settings:notes", "button.notes-a-month"),),
        (turn.button("settings:greeting", "button.greeting"), turn.button("settings:emoji", "button.emoji")),
        (turn.button("command:subscribe", "button.day-and-hour"),),
        (turn.button("command:forget", "button.forget"),),
    )
    text = turn.text(
        "settings.panel",
        account=account,
        about_me=profile.about_me or turn.text("settings.unset"),
        notes=profile.notes_a_month or PERSONAL_NOTES_A_MONTH,
        greeting=turn.text(f"settings.greeting-{profile.manner.formality or 'as-typed'}"),
        emoji=turn.text("settings.emoji-kept" if profile.manner.emoji else "settings.emoji-dropped"),
        challenge=_challenge(turn),
    )
    turn.reply(Reply(text=text, choices=rows, step=True, lasting=True))


def _challenge(turn: Turn) -> str:
    subscription = turn.known.subscription
    if subscription is None:
        return turn.text("settings.unset")
    return turn.text(
        "settings.slot",
        weekday=turn.text(f"dates.weekday-{subscription.weekday}"),
        time=f"{subscription.minute // 60:02}:{subscription.minute % 60:02}",
        zone=subscription.zone,
    )


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
        case Reading.TOO_LONG:
            turn.say("settings.too-long", length=len(text), most=MAX_ANSWER)
        case _:
            turn.say("settings.ask-about-me")


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Change a setting."""
    account = next((one for one in ACCOUNTS if one == argument), None)
    if action == "account" and account is not None:
        turn.remember(account=account)
        turn.say("settings.account-set", limit=NOTE_LIMITS[account])
    elif action == "about":
        turn.open(NAME, SettingsState())
        turn.say("settings.ask-about-me")
    elif action in {"greeting", "emoji"}:
        _change_manner(turn, action)
    elif action == "notes":
        _ask_notes(turn, argument)
    else:
        show(turn)


def _change_manner(turn: Turn, action: str) -> None:
    """The next way to greet, or emoji on where they were off; the panel shows what holds now."""
    manner = turn.profile.manner
    if action == "emoji":
        manner = replace(manner, emoji=not manner.emoji)
    else:
        following = (FORMALITIES.index(manner.formality) + 1) % len(FORMALITIES)
        manner = replace(manner, formality=FORMALITIES[following])
    turn.remember(manner=manner)
    show(turn)


def _ask_notes(turn: Turn, number: str) -> None:
    """Ask how many notes a month the site grants, or take the number of a button."""
    if number:
        _set_notes(turn, number)
        return
    turn.open(NAME, SettingsState(asking="notes"))
    row = tuple(turn.button(f"settings:notes:{one}", "button.number", number=one) for one in USUAL)
    turn.say("settings.ask-notes", row)


def _set_notes(turn: Turn, typed: str) -> None:
    """Take the one whole number in it; none, several, or one that no site grants, and it is asked again."""
    numbers = _NUMBER.findall(typed)
    if len(numbers) != 1 or not numbers[0].isdecimal() or int(numbers[0]) not in NOTES_A_MONTH:
        _ask_notes(turn, "")
        return
    turn.close(NAME)
    turn.remember(notes_a_month=int(numbers[0]))
    turn.say("settings.notes-set", count=int(numbers[0]))


def _set_about_me(turn: Turn, text: str) -> None:
    turn.close(NAME)
    turn.remember(about_me=text)
    turn.say("settings.about-me-set" if text else "settings.about-me-cleared")
