"""The interview, from the first question to a note that is kept."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from bot.coach.critique.extract import answers_from
from bot.coach.interview import Reading
from bot.coach.limits import ACCOUNTS, NOTE_LIMITS
from bot.coach.model import SLOTS
from bot.coach.text import fold
from bot.dialog import critique, versions
from bot.dialog.turn import Row, Turn

NAME = "note"
ACCOUNT = "account"


class NoteState(Struct, frozen=True, kw_only=True):
    """Where an interview stands: the answers so far (a skip is an empty one) and what is being asked.

    `changing` is true while one answer is changed at the end; `asking` is None once the note is shown.
    """

    answers: dict[str, str] = field(default_factory=dict)
    asking: str | None = None
    changing: bool = False
    shown: str | None = None


async def start(turn: Turn) -> None:
    """Begin an interview, or ask whether to go on with the one that is open."""
    state = turn.state(NAME, NoteState)
    if not any(state.answers.values()):
        begin(turn, {})
        return
    turn.dialog = NAME
    turn.say(
        "note.go-on",
        (turn.button("note:resume", "button.go-on"), turn.button("note:anew", "button.start-anew")),
        who=state.answers.get("who") or turn.text("note.somebody"),
    )


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
    else:
        _answer(turn, state, state.asking)


async def on_choice(turn: Turn, action: str, argument: str) -> None:
    """Go on with a button of the interview."""
    state = turn.state(NAME, NoteState)
    if NAME not in turn.states and action not in {"anew", "fix"}:
        turn.say("note.over", (turn.button("command:note", "button.write-note"),))
    elif action == "anew":
        begin(turn, {})
    elif action == "fix":
        _from_draft(turn)
    elif action == "resume":
        remind(turn)
    elif action in {"skip", "back"}:
        _step(turn, state, action, argument)
    elif action == ACCOUNT:
        _set_account(turn, state, argument)
    elif action == "change":
        _offer_changes(turn, state)
    elif action == "edit" and argument in SLOTS:
        _ask(turn, replace(state, asking=argument, changing=True))
    else:
        await versions.on_choice(turn, action, argument)


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
    if state.asking is None and turn.tools.texts.interview.next_slot(_answered(turn, state)) is None:
        versions.show(turn)
    else:
        _ask(turn, state) if state.asking else ask_next(turn, state)


def ask_next(turn: Turn, state: NoteState) -> None:
    """Ask the next open question, or show the note when none is left."""
    slot = turn.tools.texts.interview.next_slot(_answered(turn, state))
    if slot is not None:
        _ask(turn, replace(state, asking=slot, changing=False))
    elif turn.profile.account is None:
        _ask(turn, replace(state, asking=ACCOUNT, changing=False))
    else:
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
        case Reading.BACK:
            _step(turn, state, "back", slot)
        case Reading.ASKS_BACK:
            question = interview.question(slot)
            turn.say("note.more", *_buttons(turn, state, slot), more=question.more, example=question.example)
        case Reading.TOO_LONG:
            turn.say("note.too-long", *_buttons(turn, state, slot), length=len(text))
        case Reading.EMPTY:
            _ask(turn, state)
        case Reading.ANSWER:
            _store(turn, state, slot, text)


def _step(turn: Turn, state: NoteState, action: str, slot: str) -> None:
    interview = turn.tools.texts.interview
    if slot != state.asking:
        turn.say("general.old-question")
        remind(turn)
    elif action == "back":
        before = interview.previous_slot(slot, state.answers) if slot != ACCOUNT else _last(turn)
        _ask(turn, replace(state, asking=before or slot))
    elif interview.question(slot).required and not state.answers.get(slot):
        turn.say("note.required", *_buttons(turn, state, slot))
    else:
        _store(turn, state, slot, "")


def _last(turn: Turn) -> str:
    return turn.tools.texts.interview.questions[-1].slot


def _store(turn: Turn, state: NoteState, slot: str, answer: str) -> None:
    if slot == "about_me":
        turn.remember(about_me=answer)
    answers = {**state.answers, slot: answer}
    ask_next(turn, replace(state, answers=answers, shown=None))


def _ask(turn: Turn, state: NoteState) -> None:
    turn.open(NAME, state)
    slot = state.asking or ""
    if slot == ACCOUNT:
        buttons = (turn.button(f"note:account:{one}", f"button.account-{one}") for one in ACCOUNTS)
        turn.say("note.ask-account", *((button,) for button in buttons))
        return
    question = turn.tools.texts.interview.question(slot)
    rows = _buttons(turn, state, slot)
    if current := state.answers.get(slot):
        turn.say("note.ask-again", *rows, ask=question.ask, hint=question.hint, current=current)
    else:
        turn.say("note.ask", *rows, ask=question.ask, hint=question.hint, example=question.example)


def _buttons(turn: Turn, state: NoteState, slot: str) -> tuple[Row, ...]:
    interview = turn.tools.texts.interview
    row: Row = ()
    if interview.previous_slot(slot, state.answers) is not None and not state.changing:
        row += (turn.button(f"note:back:{slot}", "button.back"),)
    if not interview.question(slot).required:
        row += (turn.button(f"note:skip:{slot}", "button.skip"),)
    return (row,) if row else ()


def _typed_account(turn: Turn, state: NoteState) -> None:
    typed = fold(turn.incoming.text)
    if turn.tools.texts.interview.read(typed) is Reading.BACK:
        _step(turn, state, "back", ACCOUNT)
        return
    meant = (one for one in ACCOUNTS if typed.startswith(one) or typed == str(NOTE_LIMITS[one]))
    _set_account(turn, state, next(meant, ""))


def _set_account(turn: Turn, state: NoteState, account: str) -> None:
    if account in ACCOUNTS:
        turn.remember(account=account)
        ask_next(turn, state)
    else:
        turn.say("note.account-unknown")
        _ask(turn, replace(state, asking=ACCOUNT))


def _offer_changes(turn: Turn, state: NoteState) -> None:
    turn.open(NAME, state)
    questions = turn.tools.texts.interview.questions
    rows = tuple(
        (turn.button(f"note:edit:{one.slot}", "button.change-slot", title=one.title),) for one in questions
    )
    turn.say("note.which-answer", *rows)


async def _typed_at_the_end(turn: Turn, state: NoteState) -> None:
    """With the note on the table, a longer text is the person's own version of it: worth a critique."""
    if turn.incoming.text.count(" ") >= critique.WORDS_OF_A_DRAFT:
        turn.dialog = None
        await critique.read(turn, turn.incoming.text)
    else:
        turn.open(NAME, state)
        versions.show(turn)
