"""A small talk about a week's challenge: what it is for, and what to do when it does not fit."""

from typing import Final

from bot.coach.challenge import Challenge
from bot.coach.text import fold
from bot.dialog.aside import Aside, open_aside
from bot.dialog.turn import Row, Turn

NAME = "talk"
TOPICS: Final = ("why", "small", "example", "shy", "nobody", "no-time")
# Parts of words by which somebody names a topic, those first that are the surest.
_WORDS: Final = {
    "shy": (
        "shy",
        "afraid",
        "scared",
        "nervous",
        "awkward",
        "embarrass",
        "introvert",
        "anxious",
        "dare",
        "fear",
    ),
    "no-time": ("time", "busy", "hurry", "stress", "tired"),
    "nobody": ("nobody", "no one", "noone", "who ", "whom", "know anyone", "alone", "don't know any"),
    "example": ("example", "how", "like what", "sample", "show me"),
    "small": ("small", "short", "easier", "easy", "less", "too much", "too hard", "difficult", "minutes"),
    "why": ("why", "what for", "point", "purpose", "explain", "mean", "understand", "reason"),
}


def start(turn: Turn, week: int) -> None:
    """Ask what would help."""
    open_aside(turn, NAME, week)
    challenge = turn.tools.texts.challenges[week]
    turn.say("talk.ask", *_topics(turn, week), week=week, title=challenge.title)


async def on_text(turn: Turn) -> None:
    """What was typed, as far as it names a topic."""
    week = turn.state(NAME, Aside).week
    typed = f" {fold(turn.incoming.text)} "
    topic = next((one for one, words in _WORDS.items() if any(word in typed for word in words)), None)
    if topic is None:
        turn.say("talk.unclear", *_topics(turn, week))
    else:
        _speak(turn, topic, turn.tools.texts.challenges[week])


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """A topic."""
    challenge = turn.tools.texts.challenges.get(int(argument) if argument.isdecimal() else 0)
    if challenge is None:
        turn.say("later.no-week")
    elif action in TOPICS:
        _speak(turn, action, challenge)
    else:
        start(turn, challenge.week)


def _speak(turn: Turn, topic: str, challenge: Challenge) -> None:
    """Say what there is to say, and show the way on: the other topics, and to the deed itself."""
    open_aside(turn, NAME, challenge.week)
    week = challenge.week
    done, later = ("done", "button.done"), ("later", "button.later")
    ends = tuple(turn.button(f"challenge:{action}:{week}", label) for action, label in (done, later))
    rows: tuple[Row, ...] = (*_topics(turn, week, but=topic), ends)
    if offers := tuple(turn.button(f"command:{one}", f"button.offer-{one}") for one in challenge.offers):
        rows = (offers, *rows)
    turn.say(f"talk.{topic}", *rows, **_own_words(topic, challenge))


def _own_words(topic: str, challenge: Challenge) -> dict[str, object]:
    """The part of the week's own content that belongs to a topic."""
    match topic:
        case "why":
            idea = " ".join(challenge.body.split())
            return {"idea": idea, "reflection": challenge.reflection}
        case "example":
            return {"example": challenge.example}
        case "no-time":
            return {"small": challenge.small, "minutes": challenge.minutes}
        case _:
            return {"small": challenge.small}


def _topics(turn: Turn, week: int, but: str = "") -> tuple[Row, ...]:
    row = [turn.button(f"talk:{one}:{week}", f"button.talk-{one}") for one in TOPICS if one != but]
    return tuple(tuple(row[place : place + 2]) for place in range(0, len(row), 2))
