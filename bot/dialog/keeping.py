"""Keeping a note: once, with a word on earlier ones like it, and on how many may be sent this month."""

from collections.abc import Mapping, Sequence

from bot.coach.budget import Budget, budget
from bot.coach.likeness import are_alike
from bot.coach.limits import PERSONAL_NOTES_A_MONTH
from bot.coach.model import Criterion, Report
from bot.coach.text import fold
from bot.dialog import fulfil
from bot.dialog.turn import Turn, mark_of
from bot.state import KeepNote, KeptNote

# Whom to spend one of few notes on: who knows the face first, then who was named, then what was admired.
_FIRST = (Criterion.CONTEXT, Criterion.REFERRER, Criterion.STANDOUT, Criterion.COMMON_GROUND)


async def keep(turn: Turn, text: str, answers: Mapping[str, str], limit: int) -> None:
    """Keep a note, and say what is worth knowing before it is sent."""
    earlier = await turn.tools.store.kept_notes(turn.address)
    who = answers.get("who", "")
    note = KeptNote(text=text, limit=limit, who=who, kept_at=turn.tools.now(), answers=dict(answers))
    turn.change(KeepNote(note))
    turn.say("note.kept", (turn.button(f"notes:sent-now:{mark_of(text)}", "button.sent"),))
    fulfil.offer(turn, "note")
    _say_if_like(turn, note, earlier)
    say_budget(turn, [note, *earlier])


def _say_if_like(turn: Turn, note: KeptNote, earlier: Sequence[KeptNote]) -> None:
    """Point out one that went to somebody else and says nearly the same."""
    for other in earlier:
        if fold(other.who) != fold(note.who) and are_alike(note.text, other.text):
            who = other.who or turn.text("note.somebody")
            turn.say("note.like-earlier", who=who, date=turn.date(other.kept_at.date()))
            return


def say_budget(turn: Turn, notes: Sequence[KeptNote]) -> None:
    """How many personal notes a free account has left, and whom to spend one on when they are few."""
    if turn.profile.account != "free":
        return
    found = budget_of(turn, notes)
    waiting = [note for note in notes if note.fate is None]
    renews = turn.date(found.renews)
    if found.left:
        turn.say("budget.left", left=found.left, count=found.granted, date=renews)
    else:
        turn.say("budget.none", count=found.granted, date=renews)
    if len(waiting) > max(1, found.left):
        _say_whom(turn, waiting)


def budget_of(turn: Turn, notes: Sequence[KeptNote]) -> Budget:
    """This month's notes."""
    sent = (note.sent_at.date() for note in notes if note.sent_at is not None)
    granted = turn.profile.notes_a_month or PERSONAL_NOTES_A_MONTH
    return budget(sent, granted, turn.tools.now().date())


def _say_whom(turn: Turn, waiting: Sequence[KeptNote]) -> None:
    """The note to send first, of those that wait, and why."""
    reports = [turn.tools.judge(note.text, note.limit) for note in waiting]
    ranks = [
        (rank, place)
        for place, report in enumerate(reports)
        for rank, criterion in enumerate(_FIRST)
        if _shows(report, criterion)
    ]
    if ranks:
        rank, place = min(ranks)
        who = waiting[place].who or turn.text("note.somebody")
        turn.say("budget.whom", who=who, why=turn.text(f"budget.why-{_FIRST[rank]}"), waiting=len(waiting))


def _shows(report: Report, criterion: Criterion) -> bool:
    """Whether it is there by itself: who was sent by somebody has not met them for that."""
    sent = criterion is Criterion.CONTEXT and report.has(Criterion.REFERRER)
    return report.has(criterion) and not sent
