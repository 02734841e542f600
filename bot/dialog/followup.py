"""The first message after an invitation was accepted, and a thank-you to whoever brought the two together."""

from datetime import timedelta
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from bot.coach.critique.extract import answers_from
from bot.coach.interview import Reading
from bot.conversation import Choice, Reply
from bot.dialog import fulfil
from bot.dialog.turn import Row, Turn
from bot.ports import Texts
from bot.state import KeptNote

NAME = "followup"
OFFERED_AFTER: Final = timedelta(days=3)  # at once would be a rush, in a month they have forgotten
LONGEST: Final = 500  # units; the site takes 8,000, a first message that is read takes less
MOST_CHOICES: Final = 5
NOT_TAKEN_UP: Final = frozenset({"referrer", "about_me"})  # said in the invitation; once is enough
TONES: Final = ("warm", "brief", "formal")


class FollowState(Struct, frozen=True, kw_only=True):
    """What the message is made of.

    `asking` is the answer that is awaited, `place` and `tone` are the version shown last. `step` counts
    what was shown: a state that stays the same in a turn is taken for one that was left behind.
    """

    answers: dict[str, str] = field(default_factory=dict)
    asking: str | None = None
    place: int = 0
    tone: int = 0
    step: int = 0


def letter(texts: Texts) -> tuple[Reply, ...]:
    """What is sent some days after somebody accepted."""
    button = Choice("command:followup", texts.messages.render("button.offer-followup"))
    return (Reply(text=texts.messages.render("followup.offer"), choices=((button,),), lasting=True),)


async def start(turn: Turn, who: str) -> None:
    """Take up the note to somebody; ask to whom, where that is not clear."""
    notes = await turn.tools.store.kept_notes(turn.address)
    named = [one for one in notes if who and who.casefold() in one.who.casefold()]
    accepted = [one for one in notes if one.fate == "accepted"]
    if who and not named:
        _take(turn, FollowState(asking="who"), who)
    elif len(chosen := named or accepted or notes) == 1:
        _take_up(turn, chosen[0])
    elif chosen:
        rows = tuple(
            (turn.button(f"followup:to:{one.id}", "button.to", who=one.who or turn.text("note.somebody")),)
            for one in chosen[:MOST_CHOICES]
        )
        turn.say("followup.whom", *rows, (turn.button("followup:other-person:", "button.somebody-else"),))
    else:
        _ask(turn, FollowState())


async def on_text(turn: Turn) -> None:
    """The answer that is awaited."""
    state, typed = turn.state(NAME, FollowState), turn.incoming.text.strip()
    reading = turn.tools.texts.interview.read(typed)
    if state.asking is None:
        await start(turn, "")
    elif reading is Reading.TOO_LONG:
        turn.say("note.too-long", length=len(typed))
    elif reading is Reading.ANSWER:
        _take(turn, state, typed)
    else:
        _ask(turn, state)


def _take(turn: Turn, state: FollowState, typed: str) -> None:
    """Take the answer that was awaited; whom nobody could greet is asked about at once."""
    slot = state.asking or "who"
    if slot == "who" and (doubt := turn.tools.hello.question(typed)):
        turn.open(NAME, state)
        turn.reply(Reply(text=doubt))
    else:
        _ask(turn, replace(state, answers={**state.answers, slot: typed}))


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Choose a note, see another version, thank somebody."""
    state = turn.state(NAME, FollowState)
    notes = await turn.tools.store.kept_notes(turn.address)
    note = next((one for one in notes if str(one.id) == argument), None)
    if action == "to" and note is not None:
        _take_up(turn, note)
    elif action == "thanks" and note is not None:
        _thank(turn, FollowState(answers=_answers(turn, note)))
    elif action == "thanks" and state.answers.get("referrer"):
        _thank(turn, state)
    elif action == "other-thanks" and state.answers.get("referrer"):
        _thank(turn, replace(state, tone=(state.tone + 1) % len(TONES)))
    elif action == "other" and state.answers:
        _show(turn, replace(state, place=state.place + 1))
    elif action == "other-person":
        _ask(turn, FollowState())
    else:
        await start(turn, "")


def thanks_row(turn: Turn, note: KeptNote) -> tuple[Row, ...]:
    """A button to thank whoever suggested it, where somebody did."""
    if not turn.tools.hello.name(note.answers.get("referrer", "")):
        return ()
    return ((turn.button(f"followup:thanks:{note.id}", "button.thank-referrer"),),)


def _take_up(turn: Turn, note: KeptNote) -> None:
    _ask(turn, FollowState(answers=_answers(turn, note)))


def _answers(turn: Turn, note: KeptNote) -> dict[str, str]:
    """What the note was written from; of one that was pasted, what it tells."""
    if any(text for slot, text in note.answers.items() if slot != "who"):
        return note.answers
    told = answers_from(note.text, turn.tools.judge(note.text, note.limit, sure=True))
    return {slot: text for slot, text in told.items() if text} | {"who": note.who}


def _ask(turn: Turn, state: FollowState) -> None:
    """Ask for what is missing: who it is, and one thing to take up; then show the message."""
    if not state.answers.get("who"):
        turn.open(NAME, replace(state, asking="who"))
        turn.await_words("followup.ask-who", "placeholder.person")
    elif not state.answers.get("standout") and not state.answers.get("how_met"):
        turn.open(NAME, replace(state, asking="standout"))
        turn.await_words("followup.ask-what", "placeholder.answer")
    else:
        _show(turn, replace(state, asking=None))


def _show(turn: Turn, state: FollowState) -> None:
    composition = turn.tools.follow_up(state.answers, LONGEST, turn.profile.manner)
    kept_out = (one.why for one in composition.left_out if one.slot not in NOT_TAKEN_UP)
    left_out = "\n".join(dict.fromkeys(kept_out))
    if composition.outcome != "note":
        turn.open(NAME, replace(state, asking=composition.slot or "standout"))
        asked = composition.advice if composition.outcome == "question" else turn.text("followup.ask-what")
        turn.reply(Reply(text="\n\n".join(filter(None, (left_out, asked)))))
        return
    _shown(turn, state)
    note = composition.notes[state.place % len(composition.notes)]
    turn.reply(Reply(text=note.text, kind="note"))
    row: Row = (turn.button("followup:other", "button.other-version"),)
    if turn.tools.hello.name(state.answers.get("referrer", "")):
        row += (turn.button("followup:thanks", "button.thank-referrer"),)
    after = "\n\n".join(filter(None, (turn.text("followup.after"), left_out)))
    turn.reply(Reply(text=after, choices=(row,)))
    if state.place == 0:
        fulfil.offer(turn, "followup")


def _shown(turn: Turn, state: FollowState) -> None:
    """Keep the state for the buttons below, and let the next message be about anything."""
    turn.open(NAME, replace(state, step=state.step + 1))
    turn.dialog = None


def _thank(turn: Turn, state: FollowState) -> None:
    _shown(turn, state)
    greeting = turn.tools.hello(state.answers.get("referrer", ""))
    who = turn.tools.hello.name(state.answers.get("who", "")) or turn.text("followup.them")
    tone = TONES[state.tone]
    turn.reply(Reply(text=turn.text(f"followup.thanks-{tone}", greeting=greeting, who=who), kind="note"))
    turn.say("followup.after-thanks", (turn.button("followup:other-thanks", "button.other-version"),))
    if state.tone == 0:
        fulfil.offer(turn, "thanks")
