"""The weekly challenge: how it reads, and what becomes of it."""

import re
from typing import Final

from msgspec.structs import replace

from bot.coach.challenge import WEEKS, Challenge, current
from bot.conversation import Choice, Mark, Reply, Share
from bot.dialog import later, reflection, talk
from bot.dialog.turn import Row, Turn
from bot.ports import Texts
from bot.state import MarkWeek

NAME = "challenge"
_WEEK_NAMED: Final = re.compile(r"(?:week\s*)?(?P<week>\d{1,3})(?=\s|$)", re.IGNORECASE | re.ASCII)


def letter(texts: Texts, week: int, *, silent: bool = False, looking_back: str = "") -> tuple[Reply, ...]:
    """What is sent when a week's challenge is due: one message, with buttons for what became of it.

    After three weeks without a sign of life, `silent`, it asks whether more of them are welcome.
    `looking_back` is what is said of the person's own year.
    """
    challenge = current(texts.challenges, week)
    text, rows = _text(texts, challenge, looking_back), _rows(texts, challenge)
    if silent:
        text += "\n\n" + texts.messages.render("challenge.silent")
        rows = (*rows, _stay_or_go(texts))
    return (Reply(text=text, marks=_title(text), choices=rows, lasting=True),)


def check_in(texts: Texts, week: int) -> tuple[Reply, ...]:
    """What is asked a day before the next challenge, of those who want it."""
    challenge = current(texts.challenges, week)
    text = texts.messages.render("challenge.check-in", week=challenge.week, title=challenge.title)
    rows = (
        (_button(texts, challenge, "done", "done"), _button(texts, challenge, "skip", "skip-week")),
        (_button(texts, challenge, "show", "show-week"),),
    )
    return (Reply(text=text, choices=rows, lasting=True),)


def buttons(texts: Texts, week: int) -> tuple[Choice, ...]:
    """The buttons under a week's challenge."""
    return tuple(choice for row in _rows(texts, current(texts.challenges, week)) for choice in row)


def show(turn: Turn, week: int | None = None) -> None:
    """Show a week's challenge; without a week, the one that came last, or the one that comes first."""
    texts = turn.tools.texts
    if week is None:
        subscription = turn.known.subscription
        week = turn.known.last_week or (subscription.next_week if subscription else 1)
    elif not 1 <= week <= WEEKS:
        turn.say("challenge.no-such-week", last=WEEKS)
        return
    elif week not in texts.challenges:
        turn.say("challenge.not-written", asked=week)
    (reply,) = letter(texts, week)
    if turn.known.subscription is None:
        subscribe = turn.button("command:subscribe", "button.subscribe")
        reply = replace(reply, choices=(*reply.choices, (subscribe,)))
    turn.reply(reply)


def show_asked(turn: Turn, asked: str) -> None:
    """Show the week that somebody typed after the command."""
    if not asked:
        show(turn)
    else:
        named = _WEEK_NAMED.match(asked)
        show(turn, int(named["week"]) if named else 0)


async def on_text(turn: Turn) -> None:
    """Nothing is typed here: show it again."""
    show(turn)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Note what became of a week, or talk about it."""
    challenges = turn.tools.texts.challenges
    challenge = challenges.get(int(argument)) if argument.isdecimal() else None
    if challenge is None:
        show(turn)
    elif action == "done":
        _done(turn, challenge.week)
    elif action == "skip":
        _skip(turn, challenge.week)
    elif action == "later":
        _put_off(turn, challenge.week)
    elif action == "talk":
        talk.start(turn, challenge.week)
    elif action == "share":
        turn.say("challenge.share-text", week=challenge.week, title=challenge.title, task=challenge.task)
    elif action == "undo":
        turn.change(MarkWeek(challenge.week, "later"))
        turn.say("challenge.undone", week=challenge.week)
    elif action == "again":
        turn.change(MarkWeek(challenge.week, "later"))
        show(turn, challenge.week)
    else:
        show(turn, challenge.week)


def _done(turn: Turn, week: int) -> None:
    """Done, once: a second tap asks nothing again."""
    if turn.known.weeks.get(week) == "done":
        note = turn.button(f"reflect:ask:{week}", "button.note-a-line")
        undo = turn.button(f"challenge:undo:{week}", "button.undo")
        rows: tuple[Row, ...] = ((note, undo),)
        if WEEKS in turn.known.weeks and week != WEEKS:  # a week of the year before, perhaps
            rows += ((turn.button("subscribe:restart", "button.from-week-one"),),)
        turn.say("challenge.done-already", *rows, week=week)
    else:
        turn.change(MarkWeek(week, "done"))
        reflection.ask(turn, week, "challenge.done")


def _skip(turn: Turn, week: int) -> None:
    if turn.known.weeks.get(week) == "done":
        _done(turn, week)
    else:
        turn.change(MarkWeek(week, "skipped"))
        turn.say(
            "challenge.skipped", (turn.button(f"challenge:again:{week}", "button.after-all"),), week=week
        )


def _put_off(turn: Turn, week: int) -> None:
    if turn.known.weeks.get(week) == "done":
        _done(turn, week)
    else:
        later.ask(turn, week)


def _text(texts: Texts, challenge: Challenge, looking_back: str) -> str:
    render = texts.messages.render
    parts = [
        render(
            "challenge.letter",
            week=challenge.week,
            title=challenge.title,
            idea=" ".join(challenge.body.split()),
            minutes=challenge.minutes,
            task=challenge.task,
            small=challenge.small,
            example=challenge.example,
            reflection=challenge.reflection,
        )
    ]
    if looking_back:
        parts.append(looking_back)
    if earlier := [texts.challenges[week] for week in challenge.leans_on if week in texts.challenges]:
        weeks = ", ".join(render("challenge.week", week=one.week, title=one.title) for one in earlier)
        parts.append(render("challenge.leans-on", weeks=weeks))
    if challenge.url:
        parts.append(render("challenge.credit-linked", url=challenge.url))
    elif challenge.origin == "series":
        parts.append(render("challenge.credit"))
    return "\n\n".join(parts)


def _title(text: str) -> tuple[Mark, ...]:
    return (Mark(0, text.index("\n"), "strong"),)


def _rows(texts: Texts, challenge: Challenge) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = (
        (_button(texts, challenge, "done", "done"), _button(texts, challenge, "later", "later")),
        (_button(texts, challenge, "skip", "skip-week"), _button(texts, challenge, "talk", "talk")),
        (_share(texts, challenge),),
    )
    render = texts.messages.render
    offers = tuple(Choice(f"command:{one}", render(f"button.offer-{one}")) for one in challenge.offers)
    if challenge.looks_back:
        last = challenge.week == WEEKS
        book = Choice("progress:book", render("button.year-book"))
        offers += (book if last else Choice("command:progress", render("button.progress")),)
        rows += ((Choice("subscribe:restart", render("button.from-week-one")),),) if last else ()
    return (offers, *rows) if offers else rows


def _button(texts: Texts, challenge: Challenge, action: str, label: str) -> Choice:
    return Choice(f"challenge:{action}:{challenge.week}", texts.messages.render(f"button.{label}"))


def _share(texts: Texts, challenge: Challenge) -> Choice:
    """To pass a week on to a friend."""
    text = texts.messages.render("challenge.share", week=challenge.week, title=challenge.title)
    share = Share(f"week{challenge.week}", text)
    return Choice(f"challenge:share:{challenge.week}", texts.messages.render("button.share"), share=share)


def _stay_or_go(texts: Texts) -> Row:
    """Three buttons for those of whom nothing was heard for a while."""
    render = texts.messages.render
    return (
        Choice("subscribe:stay", render("button.stay")),
        Choice("command:pause", render("button.pause")),
        Choice("command:unsubscribe", render("button.stop")),
    )
