"""What is known after reading the answers: facts, each with the words that carry it."""

from typing import Final

from msgspec import Struct

from bot.coach.model import Slot

TOPICS: Final = ("met", "referrer", "standout", "common", "about", "value")
KINDS: Final = (
    *("met.event", "met.place", "met.we", "met.i", "met.you", "met.said", "met.read", "met.heard"),
    *(
        "met.saw",
        "met.found",
        "met.role",
        "met.were",
        "met.as",
        "met.mine",
        "met.from",
        "met.there",
        "met.then",
        "met.did",
        "referrer.name",
        "referrer.said",
    ),
    *(
        "standout.noun",
        "standout.nouns",
        "standout.clause",
        "standout.manner",
        "standout.verb",
        "standout.habit",
        "standout.said",
    ),
    *("standout.more", "standout.doing", "standout.trait"),
    *("standout.plain", "standout.later", "standout.now", "standout.then", "standout.quote", "standout.else"),
    *("common.noun", "common.are", "common.both", "common.same", "common.also", "common.said"),
    *("about.am", "about.i", "about.work", "about.said", "about.else"),
    *("value.can", "value.glad", "value.share", "value.said"),
)


class Fact(Struct, frozen=True, kw_only=True):
    """One thing to say.

    `kind` chooses the sentences of the grammar. `texts` are the person's words as they stand inside a
    sentence, the whole last; one before it is the main part alone. `rank` orders by importance, the smallest
    first; `tail_rank` is that of the words which only the whole has. `leans` says that it cannot be
    understood without the fact before it of the same answer.
    """

    slot: Slot
    kind: str
    texts: tuple[str, ...]
    rank: int
    tail_rank: int = 0
    leans: bool = False

    @property
    def topic(self) -> str:
        """The first half of the kind."""
        return self.kind.partition(".")[0]


class Greeting(Struct, frozen=True):
    """The name to greet with, empty when none is safe; `formal` for titles."""

    name: str = ""
    formal: bool = False


class Omission(Struct, frozen=True):
    """Something that was told and stays out: the slot, the id of the reason, the words it is about."""

    slot: Slot
    reason: str
    words: str = ""
    over: int = 0


class Reading(Struct, frozen=True, kw_only=True):
    """The answers, understood.

    `met`: the two have met. `asks`: (slot, question id) of an open question.
    """

    greeting: Greeting
    facts: tuple[Fact, ...] = ()
    omissions: tuple[Omission, ...] = ()
    met: bool = False
    asks: tuple[Slot, str] | None = None
