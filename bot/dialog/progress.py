"""Looking back: a picture of the weeks so far, with the same in words beside it."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.coach.year import Legend, TileState, Year, states, stretches
from bot.conversation import Reply
from bot.dialog.turn import Row, Turn
from bot.ports import Texts

NAME: Final = "progress"
MOST_OFFERED: Final = 3  # weeks that wait, as buttons; all of them are named in the text


async def show(turn: Turn) -> None:
    """Show what became of the weeks so far; those that wait can be caught up with."""
    texts, known = turn.tools.texts, turn.known
    record = await turn.tools.store.record(turn.address)
    so_far = states(texts.challenges, record.received, known.weeks)
    year = picture(texts, so_far, known.last_week)
    if not so_far:
        begin = turn.button("command:challenge", "button.weekly-challenge")
        turn.reply(Reply(text=turn.text("progress.none"), kind="picture", picture=year, choices=((begin,),)))
        return
    caption = "\n".join(_caption(turn, year.title, so_far))
    turn.reply(Reply(text=caption, kind="picture", picture=year, choices=tuple(_rows(turn, so_far))))


async def on_text(turn: Turn) -> None:
    """Nothing is typed here: show it again."""
    await show(turn)


async def on_choice(turn: Turn, _action: str, _argument: str) -> None:
    """Show it again."""
    await show(turn)


def picture(texts: Texts, so_far: Mapping[int, TileState], now: int | None) -> Year:
    """A year as it is to be drawn; `now` is the week that came last."""
    say = texts.messages.render
    return Year(
        title=count(texts, so_far) if so_far else say("progress.ahead-of-you"),
        stretches=stretches(texts.challenges, so_far),
        legend=Legend(
            done=say("progress.sign-done"),
            skipped=say("progress.sign-skipped"),
            waiting=say("progress.sign-waiting"),
            ahead=say("progress.sign-ahead"),
            now=say("progress.sign-now"),
        ),
        now=now,
    )


def count(texts: Texts, so_far: Mapping[int, TileState]) -> str:
    """How many are done, of how many; nobody is told that it is none."""
    done, weeks = sum(state == "done" for state in so_far.values()), len(so_far)
    if not done:
        return texts.messages.render("progress.begun")
    if weeks == 1:
        return texts.messages.render("progress.first-done")
    return texts.messages.render("progress.count", done=done, weeks=weeks)


def _caption(turn: Turn, title: str, so_far: Mapping[int, TileState]) -> Iterator[str]:
    yield f"{title}."
    if skipped := _numbers(so_far, "skipped"):
        yield turn.text("progress.skipped", weeks=", ".join(map(str, skipped)))
    if waiting := _numbers(so_far, "waiting"):
        yield turn.text("progress.waiting", weeks=", ".join(map(str, waiting)))


def _rows(turn: Turn, so_far: Mapping[int, TileState]) -> Iterator[Row]:
    challenges = turn.tools.texts.challenges
    for week in _numbers(so_far, "waiting")[-MOST_OFFERED:]:
        title = challenges[week].title
        yield (turn.button(f"command:challenge:{week}", "button.week", week=week, title=title),)


def _numbers(so_far: Mapping[int, TileState], state: TileState) -> list[int]:
    return sorted(week for week, one in so_far.items() if one == state)
