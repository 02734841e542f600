"""The interview, from the first question to a note that is kept."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from bot.coach.critique.extract import answers_from
from bot.coach.interview import Reading
from bot.coach.limits import ACCOUNTS, account_of
from bot.coach.model import SLOTS
from bot.coach.text import fold
from bot.conversation import Reply
from bot.dialog import critique, versions
from bot.dialog.questions import ACCOUNT, NoteState, ask, ask_which, rows_of
from bot.dialog.turn import Turn, mark_of

NAME = "note"
YES: Final = frozenset({"yes", "y", "yes please", "go on", "ok", "okay", "sure", "continue", "yep", "yeah"})
NO: Final = frozenset({"no", "n", "nope", "new", "anew", "start new", "no thanks"})
WHETHER = "whether"  # to go on with the interview that is open, or to start anew


async def start(turn: Turn) -> None:
    """Begin an interview, or ask whether to go on with the one that is open."""
    state = turn.state(NAME, NoteState)
    if not any(state.answers.values()):
        begin(turn, {})
        return
    _whether(turn, state, "note:anew")


def _whether(turn: Turn, state: NoteState, anew: str) -> None:
    """Ask whether to go on; what was being asked is found again from the answers."""
    turn.open(NAME, replace(state, asking=WHETHER, changing=False))
    turn.say(
        "note.go-on",
        (turn.button("note:resume", "button.go-on"), turn.button(anew, "button.start-anew")),
        who=state.answers.get("who") or turn.text("note.somebody"),
    )


def is_finished(turn: Turn) -> bool:
    """Whether the interview is the open dialog and its note is on the table: no answer is awaited."""
    return turn.dialog == NAME and turn.state(NAME, NoteState).asking is None


def begin(turn: Turn, answers: Mapping[str, str]) -> None:
    """Begin an interview with some answers known already, and ask the first that is not."""
    kept = {slot: text for slot, text in answers.items() if text}
    ask_next(turn, NoteState(answers=kept))


async def on_text(turn: Turn) -> None:
    """Take what was typed as the answer to the open question."""
    state = turn.state(NAME, NoteState)
    if state.asking is None:
        await _typed_at_the_end(turn, state)
    elif state.asking == ACCOUNT:
        _typed_account(turn, state)
    elif state.asking == WHETHER:
        _typed_whether(turn, state)
    else:
        _answer(turn, state, state.asking)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Go on with a button of the interview."""
    state = turn.state(NAME, NoteState)
    if action == "fix" and argument and not _is_last_draft(turn, argument):
        critique.ask(turn, "critique.other-draft")
    elif action in {"anew", "fix", "fix-anew"}:
        _begin_anew(turn, state, action)
    elif NAME not in turn.states:
        turn.fade()
        turn.say("note.over", (turn.button("command:note", "button.write-note"),))
    elif action == "resume":
        ask_next(turn, state)
    elif action in {"skip", "back"}:
        _step(turn, state, action, argument)
    elif action == ACCOUNT:
        _set_account(turn, state, argument)
    elif action in {"change", "edit", "leave"}:
        _change(turn, state, action, argument)
    else:
        await versions.on_choice(turn, action, argument)


def _is_last_draft(turn: Turn, mark: str) -> bool:
    return turn.known.draft is not None and mark_of(turn.known.draft.text) == mark


def _begin_anew(turn: Turn, state: NoteState, action: str) -> None:
    """Begin, from nothing or from the last draft; answers that are there already are not lost unasked."""
    if action == "fix" and any(state.answers.values()):
        _whether(turn, state, "note:fix-anew")
    elif action == "anew":
        begin(turn, {})
    else:
        _from_draft(turn)


def _change(turn: Turn, state: NoteState, action: str, slot: str) -> None:
    """Change one answer at the end, or leave it as it is."""
    if action == "change":
        ask_which(turn, state)
    elif action == "edit" and slot in SLOTS:
        ask(turn, replace(state, asking=slot, changing=True))
    else:
        ask_next(turn, state)


def _from_draft(turn: Turn) -> None:
    """Begin with what the last draft already tells."""
    if turn.known.draft is None:
        begin(turn, {})
        return
    draft = turn.known.draft
    answers = answers_from(draft.text, turn.tools.judge(draft.text, draft.limit))
    questions = turn.tools.texts.interview.questions
    told = [f"• {one.title}: {answers[one.slot]}" for one in questions if answers.get(one.slot)]
    if told:
        turn.say("note.from-draft", told="\n".join(told))
    begin(turn, answers)


def remind(turn: Turn) -> None:
    """Say again where the interview stands."""
    state = turn.state(NAME, NoteState)
    if state.asking in {None, WHETHER}:
        ask_next(turn, state)
    else:
        ask(turn, state)


def ask_next(turn: Turn, state: NoteState) -> None:
    """Ask the next open question, or show the note when none is left."""
    slot = turn.tools.texts.interview.next_slot(_answered(turn, state))
    if slot is not None:
        ask(turn, replace(state, asking=slot, changing=False))
    elif turn.profile.account is None:
        ask(turn, replace(state, asking=ACCOUNT, changing=False))
    else:
        _show(turn, state)


def _show(turn: Turn, state: NoteState) -> None:
    turn.open(NAME, replace(state, asking=None, changing=False))
    versions.show(turn)


def _answered(turn: Turn, state: NoteState) -> set[str]:
    remembered = {"about_me"} if turn.profile.about_me is not None else set()
    return state.answers.keys() | remembered


def _answer(turn: Turn, state: NoteState, slot: str) -> None:
    interview = turn.tools.texts.interview
    text = turn.incoming.text.strip()
    match interview.read(text):
        case Reading.SKIP:
            _step(turn, state, "skip", slot)
        case Reading.BACK if state.changing:
            _show(turn, state)
        case Reading.BACK:
            _step(turn, state, "back", slot)
        case Reading.ASKS_BACK:
            question = interview.question(slot)
            turn.step("note.more", *rows_of(turn, state, slot), more=question.more, example=question.example)
        case Reading.TOO_LONG:
            turn.say("note.too-long", *rows_of(turn, state, slot), length=len(text))
        case Reading.EMPTY:
            ask(turn, state)
        case Reading.ANSWER | Reading.STOP:
            _take(turn, state, slot, text)


def _take(turn: Turn, state: NoteState, slot: str, text: str) -> None:
    """Take an answer; whom nobody could greet is asked about at once, not at the end."""
    doubt = turn.tools.hello.question(text) if slot == "who" else None
    if doubt is None:
        _store(turn, state, slot, text)
    else:
        turn.reply(Reply(text=doubt, choices=rows_of(turn, state, slot)))


def _step(turn: Turn, state: NoteState, action: str, slot: str) -> None:
    interview = turn.tools.texts.interview
    if slot != state.asking:
        if not turn.presses_what_is_shown:  # else it was pressed twice, and the message has gone on already
            turn.fade()
            turn.say("general.old-question")
        remind(turn)
    elif action == "back":
        before = (
            interview.previous_slot(slot, state.answers) if slot != ACCOUNT else interview.questions[-1].slot
        )
        ask(turn, replace(state, asking=before or slot))
    elif interview.question(slot).required and not state.answers.get(slot):
        turn.step("note.required", *rows_of(turn, state, slot))
    else:
        _store(turn, state, slot, "")


def _store(turn: Turn, state: NoteState, slot: str, answer: str) -> None:
    if slot == "about_me":
        turn.remember(about_me=answer)
    answers = {**state.answers, slot: answer}
    meant = {one: said for one, said in state.meant.items() if one != slot}
    ask_next(turn, replace(state, answers=answers, shown=(), meant=meant))


def _typed_whether(turn: Turn, state: NoteState) -> None:
    """A yes or a no to going on; anything else is the answer to what was being asked."""
    typed = fold(turn.incoming.text).strip(" .!")
    slot = turn.tools.texts.interview.next_slot(_answered(turn, state))
    if typed in YES or slot is None:
        ask_next(turn, state)
    elif typed in NO:
        begin(turn, {})
    else:
        _answer(turn, replace(state, asking=slot), slot)


def _typed_account(turn: Turn, state: NoteState) -> None:
    typed = fold(turn.incoming.text)
    if turn.tools.texts.interview.read(typed) is Reading.BACK:
        _step(turn, state, "back", ACCOUNT)
        return
    _set_account(turn, state, account_of(typed) or "")


def _set_account(turn: Turn, state: NoteState, account: str) -> None:
    if account in ACCOUNTS:
        turn.remember(account=account)
        ask_next(turn, state)
    else:
        turn.say("note.account-unknown")
        ask(turn, replace(state, asking=ACCOUNT))


async def _typed_at_the_end(turn: Turn, state: NoteState) -> None:
    """With the note on the table, a longer text is the person's own version of it: worth a critique."""
    if turn.incoming.text.count(" ") >= critique.WORDS_OF_A_DRAFT:
        turn.dialog = None
        await critique.read(turn, turn.incoming.text)
    else:
        turn.open(NAME, state)
        turn.say("note.at-the-end", *versions.rows(turn))
