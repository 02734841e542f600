"""One turn: what came in, what is known, and what is decided about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from zlib import crc32

import msgspec

from bot.coach.clock import KnownZone
from bot.coach.limits import NOTE_LIMITS
from bot.coach.model import Composition, Manner, Report
from bot.conversation import Address, Choice, Incoming, Reply
from bot.dialog.dates import in_words
from bot.dialog.placing import place
from bot.ports import Languages, Places, Store, Texts
from bot.state import Change, Profile, SaveProfile, Session, Snapshot, TurnResult

T = TypeVar("T")
Row = tuple[Choice, ...]


class Judge(Protocol):
    """The critique, as the dialogs use it."""

    def __call__(self, text: str, limit: int, *, sure: bool = False) -> Report:
        """Read a draft; `sure` when the person says that it is one."""
        ...


class Compose(Protocol):
    """The composer, as the dialogs use it."""

    def __call__(
        self,
        answers: Mapping[str, str],
        limit: int,
        manner: Manner = ...,
        meant: Mapping[str, bool] = ...,
    ) -> Composition:
        """Write notes from answers, as the writer likes them to sound; `meant` settles who he or she is."""
        ...


class Greet(Protocol):
    """Greetings, as the dialogs use them."""

    def __call__(self, who: str) -> str:
        """The greeting for an answer to "who"."""
        ...

    def question(self, who: str) -> str | None:
        """What has to be asked first; None when all is clear."""
        ...

    def name(self, who: str) -> str:
        """What to call the person, empty when no name is known."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What every turn may use. `store` is for reading only: a turn changes nothing but through its result."""

    texts: Texts
    judge: Judge
    compose: Compose
    follow_up: Compose
    hello: Greet
    places: Places
    zones: tuple[KnownZone, ...]
    languages: Languages
    store: Store
    now: Callable[[], datetime]
    admins: frozenset[Address] = frozenset()


def mark_of(text: str) -> str:
    """A short mark by which a text is known again from a button."""
    return f"{crc32(text.encode()):08x}"


@dataclass(slots=True)
class Turn:
    """One turn in the making: dialogs say things and note changes; nothing is stored before its end."""

    tools: Tools
    incoming: Incoming
    known: Snapshot
    dialog: str | None
    states: dict[str, Any]
    profile: Profile
    changes: list[Change] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    faded: str | None = None

    @classmethod
    def begin(cls, tools: Tools, incoming: Incoming, known: Snapshot) -> "Turn":
        """A turn on what is known."""
        session = known.session
        return cls(tools, incoming, known, session.dialog, dict(session.states), known.profile)

    def speak(self) -> None:
        """Speak the language that was chosen, else that of the person's app, else the first."""
        texts = self.tools.languages.texts(self.profile.language, self.incoming.language)
        if texts is not self.tools.texts:
            self.tools = replace(self.tools, texts=texts)

    @property
    def address(self) -> Address:
        """Whose turn it is."""
        return self.incoming.address

    @property
    def limit(self) -> int:
        """How long this person's notes may be."""
        return NOTE_LIMITS[self.profile.account or "free"]

    def text(self, message_id: str, **values: object) -> str:
        """A sentence of the content."""
        return self.tools.texts.messages.render(message_id, **values)

    def date(self, day: date) -> str:
        """A day in words."""
        return in_words(self.tools.texts.messages, day)

    def button(self, data: str, label_id: str, **values: object) -> Choice:
        """A button whose label is a sentence of the content."""
        return Choice(data, self.text(label_id, **values))

    def say(self, message_id: str, *rows: Row, **values: object) -> None:
        """Reply with a sentence of the content, and rows of buttons under it."""
        self.reply(Reply(text=self.text(message_id, **values), choices=rows))

    def step(self, message_id: str, *rows: Row, **values: object) -> None:
        """Say the next thing of a dialog: in place of the message whose button was pressed, if one was."""
        self.reply(Reply(text=self.text(message_id, **values), choices=rows, step=True))

    def await_words(self, message_id: str, placeholder_id: str, **values: object) -> None:
        """Ask for words, where there is no button to press; the placeholder stands in the empty field."""
        text, placeholder = self.text(message_id, **values), self.text(placeholder_id)
        self.reply(Reply(text=text, placeholder=placeholder, step=True))

    @property
    def presses_what_is_shown(self) -> bool:
        """Whether the button that was pressed is under the message whose buttons were shown last."""
        shown = {one.ref for one in self.known.shown if one.buttons}
        return self.incoming.choice is not None and self.incoming.ref in shown

    def fade(self) -> None:
        """The pressed button belongs to something that is over: its message is to lose its buttons."""
        self.faded = self.incoming.ref if self.incoming.choice is not None else None

    def reply(self, reply: Reply) -> None:
        """Reply with a message made elsewhere."""
        self.replies.append(reply)

    def change(self, change: Change) -> None:
        """Note a change, to be stored at the end of the turn."""
        self.changes.append(change)

    def remember(self, **fields: Any) -> None:
        """Change fields of the profile."""
        self.profile = msgspec.structs.replace(self.profile, **fields)
        self.change(SaveProfile(self.profile))

    def state(self, dialog: str, shape: type[T]) -> T:
        """What a dialog noted down, or its empty state."""
        return msgspec.convert(self.states.get(dialog, {}), shape)

    def open(self, dialog: str, state: object) -> None:
        """Make a dialog the open one, and note its state down."""
        self.dialog = dialog
        self.states[dialog] = msgspec.to_builtins(state)

    def close(self, dialog: str) -> None:
        """End a dialog: its notes are thrown away."""
        self.states.pop(dialog, None)
        if self.dialog == dialog:
            self.dialog = None

    def result(self) -> TurnResult:
        """What the turn decided."""
        offered = tuple(choice for reply in self.replies for row in reply.choices for choice in row)
        session = Session(dialog=self.dialog, states=self.states, offered=offered)
        return TurnResult(
            session=session,
            changes=tuple(self.changes),
            replies=place(self.replies, self.incoming, self.known.shown, self.faded),
            stamp=self.known.stamp,
        )
