"""Reading a pasted draft: the verdict, what is good, the words at fault, one next step."""

from typing import Final

from msgspec import Struct

from bot.coach.critique.draft import what_else
from bot.coach.critique.extract import answers_from
from bot.coach.critique.versions import is_version_of
from bot.coach.model import Criterion, Report, Verdict
from bot.conversation import Reply
from bot.dialog import spoken
from bot.dialog.greeting import offer
from bot.dialog.turn import Row, Turn
from bot.state import Draft, KeepNote, KeptNote, SaveDraft

NAME = "critique"
WORDS_OF_A_DRAFT: Final = 8  # fewer, and it is rather something said to the coach


class Waiting(Struct, frozen=True):
    """Open only while a draft is awaited; `pasted` is a text of which it is not clear that it is one."""

    pasted: str | None = None


def ask(turn: Turn, message_id: str) -> None:
    """Ask for a draft, and take whatever comes next for one."""
    turn.open(NAME, Waiting())
    turn.say(message_id)


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
    elif action == "is-draft" and (pasted := turn.state(NAME, Waiting).pasted):
        _judge(turn, pasted, turn.tools.judge(pasted, turn.limit, sure=True))
    elif turn.known.draft is None:
        ask(turn, "critique.no-draft")
    elif action == "why":
        _explain(turn, argument)
    elif action == "keep":
        _keep(turn, turn.known.draft)
    else:
        offer(turn, "general.old-button")


async def read(turn: Turn, text: str) -> None:
    """Read a draft and say what is to be said about it; what is no draft is asked about."""
    report = turn.tools.judge(text, turn.limit)
    if kind := what_else(text):
        _wonder(turn, text, kind.replace("_", "-"))
    else:
        _judge(turn, text, report)


def _wonder(turn: Turn, text: str, kind: str) -> None:
    """Say what it looks like, and what could be done with it."""
    turn.open(NAME, Waiting(pasted=text))
    turn.dialog = None
    rows: list[Row] = [(turn.button("critique:is-draft", "button.is-draft"),)]
    if kind == "reply":
        rows.append((turn.button("command:reply", "button.received-it"),))
    else:
        rows.append((turn.button("command:note", "button.write-note"),))
    turn.say(f"critique.not-a-draft-{kind}", *rows)


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
    if text.strip():
        turn.reply(spoken.marked(text, report))
    words = spoken.verdict(texts, report, earlier, turn.profile.oath_on)
    turn.reply(Reply(text=words, choices=_rows(turn, report)))


def _rows(turn: Turn, report: Report) -> tuple[Row, ...]:
    if report.verdict is Verdict.SEND:
        return (
            (
                turn.button("critique:keep", "button.keep"),
                turn.button("critique:again", "button.check-again"),
            ),
        )
    why: Row = ()
    if report.next_step is not None:
        why = (turn.button(f"critique:why:{report.next_step.criterion}", "button.why"),)
    return (
        (turn.button("note:fix", "button.fix-with-me"),),
        (*why, turn.button("critique:again", "button.check-again")),
    )


def _explain(turn: Turn, name: str) -> None:
    if name not in set(Criterion):
        offer(turn, "general.old-button")
        return
    copy = turn.tools.texts.criteria[Criterion(name)]
    rows: tuple[Row, ...] = (
        (turn.button("note:fix", "button.fix-with-me"), turn.button("critique:again", "button.check-again")),
    )
    turn.say(
        "critique.why",
        *rows,
        title=copy.title,
        why=copy.body,
        good=copy.good,
        bad=copy.bad,
        source=copy.source.name,
        evidence=copy.evidence,
    )


def _keep(turn: Turn, draft: Draft) -> None:
    who = answers_from(draft.text, turn.tools.judge(draft.text, draft.limit)).get("who", "")
    turn.change(KeepNote(KeptNote(text=draft.text, limit=draft.limit, who=who, kept_at=turn.tools.now())))
    turn.say("note.kept")
