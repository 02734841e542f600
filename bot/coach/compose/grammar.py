"""The shape of prompts/compose/: how facts become sentences, as data that a coach can review."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct, field

from bot.coach.compose.facts import KINDS, TOPICS
from bot.coach.compose.soundness.english import English
from bot.coach.compose.words import Words
from bot.errors import ContentError

_WORD: Final = re.compile(r"[a-z]+")
Condition = Literal["met", "unmet", "referrer", "unreferred", "standout"]
ADVICE: Final = ("follow", "only_about_me", "missing_standout", "missing_context", "too_long")
QUESTIONS: Final = ("nobody", "two", "many", "asks_back", "language", "unclear")
REASONS: Final = (
    *("ask", "pitch", "claim", "private", "personal", "aside", "link", "free", "unclear", "whose", "space"),
    *("foreign", "fragment", "unfit", "ask_read", "pitch_read", "waiting", "unplaced", "praise"),
    *("question", "asked", "broken", "shortened", "nobody"),
)


def options(template: str) -> list[str]:
    """The wordings of one template that are as good as each other; they stand between bars."""
    return template.split(" | ")


class Greetings(Struct, frozen=True, forbid_unknown_fields=True):
    """How a note begins; `{{name}}` stands for the name, `nameless` is for when none is safe."""

    warm: str
    formal: str
    nameless: str


class Join(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence for two facts that stand side by side, `{{a}}` and `{{b}}`, in wordings between bars.

    A `short` one is for words without a comma or an `and` of their own; it and a `better` one are taken
    rather than two sentences.
    """

    first: str
    second: str
    text: str
    short: bool = False
    better: bool = False


class Closes(Struct, frozen=True, forbid_unknown_fields=True):
    """Last sentences that ask for nothing, best first: after a meeting, and without one."""

    met: tuple[str, ...]
    unmet: tuple[str, ...]


class Shape(Struct, frozen=True, forbid_unknown_fields=True):
    """A way to build a note: what has to be known, and the topics in their order.

    A `brief` one takes as few facts as will do; `turn` is the wording to begin with.
    """

    name: str
    needs: tuple[Condition, ...]
    order: tuple[str, ...]
    brief: bool = False
    turn: int = 0


class NoteGrammar(Struct, frozen=True, forbid_unknown_fields=True):
    """prompts/compose/notes.yaml. `wordings` has for every kind of fact its sentences, best first.

    A line of `echoes` has words of which a sentence ought to have one only.
    """

    greetings: Greetings
    wordings: dict[str, tuple[str, ...]]
    joins: tuple[Join, ...]
    closes: Closes
    shapes: tuple[Shape, ...]
    echoes: str = ""

    def echoes_in(self, template: str, text: str) -> bool:
        """Whether a wording would say one of the words again that the fact has."""
        own = set(_WORD.findall(template.lower()))
        told = set(_WORD.findall(text.lower()))
        return any(
            own & words and told & words for words in map(set, map(str.split, self.echoes.splitlines()))
        )

    def __post_init__(self) -> None:
        """Check what the types cannot.

        Raises:
            ContentError: a kind of fact without wording, an unknown one, or a template without its place.
        """
        _same("wordings", self.wordings, KINDS)
        for kind, templates in self.wordings.items():
            for template in templates:
                for option in options(template):
                    _once(f"wordings {kind}", option, "x")
        for join in self.joins:
            _known(f"joins {join.text!r}", (join.first, join.second), KINDS)
            for option in options(join.text):
                _once("joins", option, "a")
                _once("joins", option, "b")
        for shape in self.shapes:
            _known(f"shapes {shape.name}", shape.order, TOPICS)


class Sentences(Struct, frozen=True, forbid_unknown_fields=True):
    """prompts/compose/sentences.yaml: what is said to the writer beside the notes."""

    left_out: dict[str, str]
    advice: dict[str, str]
    question: dict[str, str]

    def __post_init__(self) -> None:
        """Check that every sentence is there, and none that nobody says.

        Raises:
            ContentError: otherwise; the message names the sentence.
        """
        _same("left_out", self.left_out, REASONS)
        _same("advice", self.advice, ADVICE)
        _same("question", self.question, QUESTIONS)


class Grammar(Struct, frozen=True):
    """Everything under prompts/compose/, and the names of towns in lower case."""

    notes: NoteGrammar
    sentences: Sentences
    english: English = field()
    words: Words = field()
    towns: frozenset[str] = frozenset()


def _same(where: str, found: Mapping[str, object], wanted: tuple[str, ...]) -> None:
    if missing := [name for name in wanted if name not in found]:
        raise ContentError(f"{where}: {missing[0]} is missing")
    _known(where, tuple(found), wanted)


def _known(where: str, names: tuple[str, ...], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            raise ContentError(f"{where}: {name} is not known")


def _once(where: str, template: str, name: str) -> None:
    if template.count("{{" + name + "}}") != 1:
        raise ContentError(f"{where}: {{{{{name}}}}} has to stand in {template!r} once")
