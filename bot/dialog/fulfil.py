"""Doing a week's challenge through the coach: what was just done is offered to be marked, with one button."""

from bot.dialog.turn import Turn


def offer(turn: Turn, deed: str) -> None:
    """Offer to mark the present week as done, if it asked for this and is still open.

    `deed` is what was just done: "note" for one that is kept, "followup", "thanks", "reply", "oath",
    "critique" for a draft that is fit to be sent.
    """
    challenges, known = turn.tools.texts.challenges, turn.known
    present = (challenges.get(week) for week in (known.last_week, known.reminder) if week is not None)
    for one in present:
        if one is not None and deed in (*one.offers, *one.done_by) and not _is_over(turn, one.week):
            button = turn.button(f"challenge:done:{one.week}", "button.mark-done", week=one.week)
            turn.say("challenge.fulfilled", (button,), week=one.week, title=one.title)
            return


def _is_over(turn: Turn, week: int) -> bool:
    return turn.known.weeks.get(week) in ("done", "skipped")
