"""What is stored of a person, and the changes a turn can make to it: data, applied by the store in one go."""

from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct, field

from bot.coach.limits import Account
from bot.coach.model import Manner
from bot.conversation import Choice, Reply
from bot.shown import Shown

WeekState = Literal["done", "skipped", "later"]
Fate = Literal["sent", "accepted", "silent"]


class Profile(Struct, frozen=True, kw_only=True):
    """What is remembered of a person beyond one conversation."""

    about_me: str | None = None
    account: Account | None = None
    oath_on: date | None = None
    notes_a_month: int | None = None  # how many personal notes the site grants; None for the usual number
    manner: Manner = Manner()  # how the notes are to sound
    reminders: bool = True  # whether to offer help with a first message some days after somebody accepted
    language: str | None = None  # the one they chose; None for that of their app


class Session(Struct, frozen=True, kw_only=True):
    """Where the conversation stands.

    `dialog` is the open one; `states` holds what each dialog noted down, so that an interview interrupted by
    something else is still there afterwards; `offered` are the buttons last shown, for those who type labels.
    """

    dialog: str | None = None
    states: dict[str, Any] = field(default_factory=dict)
    offered: tuple[Choice, ...] = ()


class Draft(Struct, frozen=True, kw_only=True):
    """The last draft somebody pasted; `ref` is the channel's id of that message."""

    text: str
    limit: int
    ref: str | None = None


class KeptNote(Struct, frozen=True, kw_only=True):
    """A note somebody kept; `id` is given by the store.

    `answers` are what it was written from, where it came out of an interview. `fate` is what became of it
    as far as the person has said: sent, then accepted or left without an answer; `sent_at` is when they
    first said so.
    """

    text: str
    limit: int
    who: str
    kept_at: datetime
    id: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    fate: Fate | None = None
    sent_at: datetime | None = None


class Subscription(Struct, frozen=True, kw_only=True):
    """The standing wish for a challenge a week, in local calendar time.

    `weekday` counts from Monday as 0, `minute` from midnight; `zone` is an IANA name. `next_week` is the
    number of the challenge that comes next, `next_due` the UTC instant it is due. A pause that has a day in
    `until` ends by itself: `next_due` is the first slot on that day or after it. `check_in` says whether to
    ask, a day before the next challenge, how the last one went.
    """

    weekday: int
    minute: int
    zone: str
    next_week: int
    next_due: datetime
    paused: bool = False
    until: date | None = None
    check_in: bool = False


class Reflection(Struct, frozen=True):
    """What somebody noted about a week, and when."""

    week: int
    text: str
    at: datetime


class Record(Struct, frozen=True, kw_only=True):
    """What there is of somebody's year of challenges: the weeks that came by themselves, and what was noted.

    `earlier` is what was noted in the years before this one.
    """

    received: tuple[int, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    earlier: tuple[Reflection, ...] = ()


class Snapshot(Struct, frozen=True, kw_only=True):
    """All that a turn needs to know of a person, read at once."""

    profile: Profile = Profile()
    session: Session = Session()
    subscription: Subscription | None = None
    draft: Draft | None = None
    weeks: dict[int, WeekState] = field(default_factory=dict)
    last_week: int | None = None  # the challenge that was delivered last
    kept: int = 0  # how many notes are kept
    reminder: int | None = None  # the week that is to be brought up again
    shown: tuple[Shown, ...] = ()  # messages that may be edited
    stamp: int = 0  # of the session: every commit changes it


class SaveProfile(Struct, frozen=True):
    """Remember the profile as it is now."""

    profile: Profile


class SaveDraft(Struct, frozen=True):
    """Remember the last draft, in place of the one before."""

    draft: Draft


class KeepNote(Struct, frozen=True):
    """Keep a note."""

    note: KeptNote


class DropNote(Struct, frozen=True):
    """Delete a kept note."""

    id: int


class RewriteNote(Struct, frozen=True):
    """Put other words in place of those of a kept note."""

    id: int
    text: str


class MarkNote(Struct, frozen=True):
    """Note what became of a kept note."""

    id: int
    fate: Fate
    at: datetime


class OfferLater(Struct, frozen=True):
    """Offer help with a first message, once, at that instant; a newer wish takes its place."""

    at: datetime


class Subscribe(Struct, frozen=True):
    """Begin a subscription, or put another in its place."""

    subscription: Subscription


class Unsubscribe(Struct, frozen=True):
    """End the subscription; which weeks were done stays."""


class MarkWeek(Struct, frozen=True):
    """Note what became of a week's challenge."""

    week: int
    state: WeekState


class Remind(Struct, frozen=True):
    """Bring a week's challenge up again, once; the standing slot does not move."""

    week: int
    at: datetime


class Reflect(Struct, frozen=True):
    """Keep what somebody notes about a week, in place of what they noted about it this year."""

    week: int
    text: str


class DropReflection(Struct, frozen=True):
    """Delete what was noted about a week this year."""

    week: int


class BeginYear(Struct, frozen=True):
    """Begin the series again at week 1: what became of the weeks is forgotten, what was noted stays."""


class DropHistory(Struct, frozen=True):
    """Delete which challenges came, what became of them, and what was noted."""


class Forget(Struct, frozen=True):
    """Delete everything of this person, for good."""


Change = (
    SaveProfile
    | SaveDraft
    | KeepNote
    | DropNote
    | RewriteNote
    | MarkNote
    | OfferLater
    | Subscribe
    | Unsubscribe
    | MarkWeek
    | Remind
    | Reflect
    | DropReflection
    | BeginYear
    | DropHistory
    | Forget
)


class TurnResult(Struct, frozen=True, kw_only=True):
    """What one turn decided: stored in one transaction, together with the mark that its update is handled.

    `stamp` is that of the snapshot it was decided on, or None when it holds whatever is stored by now.
    """

    session: Session
    changes: tuple[Change, ...] = ()
    replies: tuple[Reply, ...] = ()
    stamp: int | None = None
