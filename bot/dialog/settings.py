"""What is remembered of a person, and changing it."""

from msgspec import Struct

from bot.coach.interview import MAX_ANSWER, Reading
from bot.coach.limits import ACCOUNTS, NOTE_LIMITS
from bot.dialog.turn import Turn

NAME = "settings"


class SettingsState(Struct, frozen=True):
    """Open only while a new line about the person is awaited."""


def show(turn: Turn) -> None:
    """Show the settings with buttons to change them."""
    profile = turn.profile
    account = (
        turn.text(f"button.account-{profile.account}") if profile.account else turn.text("settings.unset")
    )
    turn.say(
        "settings.panel",
        *((turn.button(f"settings:account:{one}", f"button.account-{one}"),) for one in ACCOUNTS),
        (turn.button("settings:about", "button.about-me"),),
        (turn.button("command:subscribe", "button.day-and-hour"),),
        (turn.button("command:forget", "button.forget"),),
        account=account,
        about_me=profile.about_me or turn.text("settings.unset"),
        challenge=_challenge(turn),
    )


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
    """The new line about the person."""
    text = turn.incoming.text.strip()
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
    else:
        show(turn)


def _set_about_me(turn: Turn, text: str) -> None:
    turn.close(NAME)
    turn.remember(about_me=text)
    turn.say("settings.about-me-set" if text else "settings.about-me-cleared")
