"""Looking back: a picture of the weeks so far with the same in words, what was noted, and the year book."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.coach.year import Legend, TileState, Year, in_ranges, states, stretches
from bot.conversation import Reply
from bot.dialog import yearbook
from bot.dialog.turn import Row, Turn
from bot.ports import Texts
from bot.state import Record, Reflection

NAME: Final = "progress"
MOST_OFFERED: Final = 3  # weeks that wait, as buttons; all of them are named in the text
LONGEST_QUOTE: Final = 200  # code points


async def show(turn: Turn) -> None:
    """Show what became of the weeks so far; those that wait can be caught up with."""
    record = await turn.tools.store.record(turn.address)
    so_far = _so_far(turn, record)
    year = picture(turn.tools.texts, so_far, _this_week(turn))
    if so_far:
        text = "\n".join(_caption(turn, year, so_far))
    else:
        text = turn.text("progress.another" if record.earlier else "progress.none")
    rows = tuple(_rows(turn, so_far, record))
    turn.reply(Reply(text=text, kind="picture", picture=year, choices=rows, lasting=True))


async def on_text(turn: Turn) -> None:
    """Nothing is typed here: show it again."""
    await show(turn)


async def on_choice(turn: Turn, action: str, _argument: str) -> None:
    """Show what was noted, or the year book."""
    if action == "noted":
        await _show_noted(turn)
    elif action == "book":
        await _show_book(turn)
    else:
        await show(turn)


def picture(texts: Texts, so_far: Mapping[int, TileState], now: int | None) -> Year:
    """A year as it is to be drawn; `now` is this week's."""
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


def looking_back(texts: Texts, weeks: Mapping[int, str], record: Record) -> str:
    """What is said of somebody's own year in a week that looks back; empty where nothing is done."""
    so_far = states(texts.challenges, record.received, weeks)
    if "done" not in so_far.values():
        return ""
    parts = [texts.messages.render("progress.looking-back", count=count(texts, so_far))]
    if record.reflections:
        first = record.reflections[0]
        words = _shortened(first.text)
        parts.append(texts.messages.render("progress.looking-back-noted", week=first.week, words=words))
    return " ".join(parts)


def _shortened(text: str) -> str:
    """The beginning of what somebody noted, in one line."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_QUOTE:
        return words
    beginning = words[:LONGEST_QUOTE]
    return f"{beginning.rpartition(' ')[0] or beginning} …"


def _this_week(turn: Turn) -> int | None:
    """The week that came last, as long as they keep coming."""
    subscription = turn.known.subscription
    return None if subscription is None or subscription.paused else turn.known.last_week


def _caption(turn: Turn, year: Year, so_far: Mapping[int, TileState]) -> Iterator[str]:
    """What the picture shows, in words."""
    done, skipped, waiting = (in_ranges(_numbers(so_far, one)) for one in ("done", "skipped", "waiting"))
    several = done and len(so_far) > 1
    yield turn.text("progress.done", count=year.title, weeks=done) if several else f"{year.title}."
    if skipped:
        yield turn.text("progress.skipped", weeks=skipped)
    if waiting:
        yield turn.text("progress.waiting", weeks=waiting)
    if year.now is not None and year.now in so_far:
        title = turn.tools.texts.challenges[year.now].title
        yield turn.text("progress.now", week=year.now, title=title)


def _rows(turn: Turn, so_far: Mapping[int, TileState], record: Record) -> Iterator[Row]:
    challenges = turn.tools.texts.challenges
    if not so_far:
        yield (turn.button("command:challenge", "button.weekly-challenge"),)
    for week in _numbers(so_far, "waiting")[-MOST_OFFERED:]:
        title = challenges[week].title
        yield (turn.button(f"command:challenge:{week}", "button.week", week=week, title=title),)
    if record.reflections or record.earlier:
        yield (turn.button("progress:noted", "button.noted"),)
    if yearbook.is_over(turn, so_far):
        yield (turn.button("progress:book", "button.year-book"),)


async def _show_noted(turn: Turn) -> None:
    """What was noted about the weeks, this year and before, the oldest first."""
    record = await turn.tools.store.record(turn.address)
    if not record.reflections and not record.earlier:
        turn.say("progress.nothing-noted", (turn.button("command:progress", "button.progress"),))
        return
    parts = []
    if record.earlier:
        parts += [turn.text("progress.noted-earlier"), *_noted(turn, record.earlier)]
    if record.reflections:
        parts += [turn.text("progress.noted"), *_noted(turn, record.reflections)]
    turn.reply(Reply(text="\n\n".join(parts)))


def _noted(turn: Turn, reflections: Sequence[Reflection]) -> Iterator[str]:
    challenges = turn.tools.texts.challenges
    for one in reflections:
        if one.week in challenges:
            day, title = turn.date(one.at.date()), challenges[one.week].title
            yield turn.text("progress.noted-line", week=one.week, title=title, date=day, words=one.text)


async def _show_book(turn: Turn) -> None:
    """The year as a file to keep, and as a picture."""
    record = await turn.tools.store.record(turn.address)
    so_far = _so_far(turn, record)
    if not so_far:
        await show(turn)
        return
    year = picture(turn.tools.texts, so_far, None)
    book = yearbook.text(turn, so_far, year.title, record)
    turn.reply(Reply(text=f"{year.title}.", kind="picture", picture=year))
    said = turn.text("progress.book")
    turn.reply(Reply(text=said, kind="file", filename=yearbook.FILE_NAME, content=book))


def _so_far(turn: Turn, record: Record) -> dict[int, TileState]:
    return states(turn.tools.texts.challenges, record.received, turn.known.weeks)


def _numbers(so_far: Mapping[int, TileState], state: TileState) -> list[int]:
    return sorted(week for week, one in so_far.items() if one == state)
