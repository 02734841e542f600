"""Reading a pasted draft: the verdict, what is good, the words at fault, one next step."""

import re
from collections.abc import Callable
from typing import Final

from msgspec import to_builtins
from msgspec.structs import replace

from bot.coach.critique.draft import drafts_in
from bot.coach.critique.extract import answers_from
from bot.coach.critique.repair import without_faults
from bot.coach.critique.versions import is_version_of
from bot.coach.model import Criterion, Report, Verdict
from bot.coach.text import fold, is_blank
from bot.conversation import Reply
from bot.dialog import doubt, fulfil, spoken
from bot.dialog.doubt import Waiting
from bot.dialog.greeting import say_over
from bot.dialog.keeping import keep
from bot.dialog.turn import Row, Turn, mark_of
from bot.state import Draft, SaveDraft

NAME: Final = doubt.NAME
MARKED: Final = "marked"  # the two messages that are edited when the draft is
VERDICT: Final = "verdict"
WORDS_OF_A_DRAFT: Final = 8  # fewer, and it is rather something said to the coach


_WHY = re.compile(r"why (?:is |the |an? )*([a-z_ ]+?)\W*")


def ask(turn: Turn, message_id: str) -> None:
    """Ask for a draft, and take whatever comes next for one."""
    turn.open(NAME, Waiting())
    turn.await_words(message_id, "placeholder.draft")


async def take_passed_on(turn: Turn) -> None:
    """Words that stand somewhere else: a draft if one is awaited, else that is asked."""
    if turn.dialog == NAME:
        await read(turn, turn.incoming.text)
        return
    doubt.ask_whose(turn)


async def on_text(turn: Turn) -> None:
    """The draft that was asked for."""
    await read(turn, turn.incoming.text)


async def on_edit(turn: Turn) -> None:
    """A message was edited: when it is the last draft, read it anew."""
    draft = turn.known.draft
    if draft is not None and draft.ref is not None and draft.ref == turn.incoming.ref:
        await read(turn, turn.incoming.text)
    else:
        turn.say("critique.edit-unknown")


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Go on with a button under a critique."""
    if action == "again":
        ask(turn, "critique.paste-next")
    elif action == "is-draft" and (text := doubt.pasted(turn)):
        _judge(turn, text, turn.tools.judge(text, turn.limit, sure=True))
    elif action == "one-of" and argument.isdecimal():
        await _one_of(turn, int(argument[:2]))
    elif turn.known.draft is None:
        ask(turn, "critique.no-draft")
    elif action == "why":
        explain(turn, argument)
    elif action in _ANSWERS and argument in {"", mark_of(turn.known.draft.text)}:
        _ANSWERS[action](turn, turn.known.draft)
    elif action in _ANSWERS:
        ask(turn, "critique.other-draft")
    elif action == "keep":
        await _keep(turn, turn.known.draft, argument)
    else:
        say_over(turn)


async def read(turn: Turn, text: str) -> None:
    """Read a draft and say what is to be said about it; what is no draft is asked about."""
    report = turn.tools.judge(text, turn.limit)
    if report.other:
        doubt.wonder(turn, text, report.other.replace("_", "-"))
    else:
        _judge(turn, text, report)


def _judge(turn: Turn, text: str, report: Report) -> None:
    """Say what is to be said about a draft, and remember it for the next version."""
    turn.close(NAME)
    turn.change(SaveDraft(Draft(text=text, limit=turn.limit, ref=turn.incoming.ref)))
    before = turn.known.draft
    earlier = (
        turn.tools.judge(before.text, before.limit) if before and is_version_of(before.text, text) else None
    )
    _show(turn, text, report, earlier)


def _show(turn: Turn, text: str, report: Report, earlier: Report | None) -> None:
    texts = turn.tools.texts
    if not is_blank(text):
        turn.reply(replace(spoken.marked(text, report), name=MARKED))
    said = spoken.verdict(texts, report, earlier, turn.profile.oath_on)
    turn.reply(replace(said, choices=_rows(turn, text, report), name=VERDICT))
    if report.verdict is Verdict.SEND:
        fulfil.offer(turn, "critique")


async def _one_of(turn: Turn, number: int) -> None:
    """Read one of several drafts that were pasted together."""
    found = drafts_in(doubt.pasted(turn))
    if not doubt.pasted(turn) or not 1 <= number <= len(found):
        ask(turn, "critique.no-draft")
    else:
        text = found[number - 1]
        _judge(turn, text, turn.tools.judge(text, turn.limit, sure=True))


def _rows(turn: Turn, text: str, report: Report) -> tuple[Row, ...]:
    again, mark = turn.button("critique:again", "button.check-again"), mark_of(text)
    if report.verdict is Verdict.SEND:
        anyone = turn.button(f"critique:anyone:{mark}", "button.anyone-else")
        return ((turn.button(f"critique:keep:{mark}", "button.keep"), again), (anyone,))
    why: Row = ()
    if report.next_step is not None:
        why = (turn.button(f"critique:why:{report.next_step.criterion}", "button.why"),)
    first: Row = (turn.button(f"note:fix:{mark}", "button.fix-with-me"),)
    if without_faults(text, report, turn.tools.judge):
        first = (turn.button(f"critique:without:{mark}", "button.without-faults"), *first)
    if report.next_step is None:
        return (first, (again,))
    more = turn.button(f"critique:more:{mark}", "button.more")
    anyone = turn.button(f"critique:anyone:{mark}", "button.anyone-else")
    return (first, (*why, more, again), (anyone,))


def _more(turn: Turn, draft: Draft) -> None:
    """All that could be done, beyond the one next step."""
    report = turn.tools.judge(draft.text, draft.limit, sure=True)
    turn.reply(Reply(text=spoken.all_advice(turn.tools.texts, report), choices=_after(turn)))


def _without(turn: Turn, draft: Draft) -> None:
    """The draft without the sentences at fault, in its own words."""
    report = turn.tools.judge(draft.text, draft.limit, sure=True)
    shorter = without_faults(draft.text, report, turn.tools.judge)
    if shorter is None:
        turn.say("critique.nothing-better", *_after(turn))
        return
    turn.reply(Reply(text=shorter, kind="note"))
    better = turn.tools.judge(shorter, draft.limit)
    turn.change(SaveDraft(Draft(text=shorter, limit=draft.limit)))
    said = "critique.without-send" if better.verdict is Verdict.SEND else "critique.without-polish"
    turn.say(said, *_rows(turn, shorter, better))


def _anyone(turn: Turn, draft: Draft) -> None:
    """Could it go to anyone else? What remains particular with the name taken out."""
    report = turn.tools.judge(draft.text, draft.limit, sure=True)
    words = spoken.particular(draft.text, report)
    if words:
        turn.say("critique.particular", *_after(turn), words="\n".join(f"• {one}" for one in words))
    else:
        turn.say("critique.nothing-particular", *_after(turn))


def _after(turn: Turn) -> tuple[Row, ...]:
    """The buttons under what is said beside a critique: those of the draft itself, where there is one."""
    draft = turn.known.draft
    if draft is None:
        return ((turn.button("command:critique", "button.check-draft"),),)
    return _rows(turn, draft.text, turn.tools.judge(draft.text, draft.limit, sure=True))


_ANSWERS: Final[dict[str, Callable[[Turn, Draft], None]]] = {
    "more": _more,
    "without": _without,
    "anyone": _anyone,
}


def asked_why(turn: Turn) -> Criterion | None:
    """The criterion somebody asks about by its name: "why ask", "why pitch?"."""
    asked = _WHY.fullmatch(fold(turn.incoming.text))
    if asked is None:
        return None
    name = asked[1].replace(" ", "_")
    titles = {fold(copy.title): criterion for criterion, copy in turn.tools.texts.criteria.items()}
    return Criterion(name) if name in set(Criterion) else titles.get(asked[1])


def explain(turn: Turn, name: str) -> None:
    """Explain a criterion, with a good and a bad example."""
    if name in set(Criterion):
        said = spoken.explanation(turn.tools.texts, Criterion(name))
        turn.reply(replace(said, choices=_after(turn)))
    else:
        say_over(turn)


async def _keep(turn: Turn, draft: Draft, mark: str) -> None:
    """Keep the draft above the button, once; another one may have come since."""
    if mark_of(draft.text) != mark:
        ask(turn, "critique.other-draft")
    elif turn.state(NAME, Waiting).kept == mark:
        turn.say("critique.kept-already")
    else:
        who = answers_from(draft.text, turn.tools.judge(draft.text, draft.limit)).get("who", "")
        turn.states[NAME] = to_builtins(Waiting(kept=mark))
        await keep(turn, draft.text, {"who": who}, draft.limit)
