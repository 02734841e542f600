"""The shape of prompts/compose/: how facts become sentences, as data that a coach can review."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct, field

from bot.coach.compose.facts import KINDS, TOPICS
from bot.errors import ContentError

_WORD: Final = re.compile(r"[a-z]+")
Condition = Literal["met", "unmet", "referrer", "unreferred", "standout"]
ADVICE: Final = ("follow", "only_about_me", "missing_standout", "missing_context", "too_long")
QUESTIONS: Final = ("nobody", "two", "many", "asks_back", "language", "unclear")
REASONS: Final = (
    *("ask", "pitch", "claim", "private", "personal", "aside", "link", "free", "unclear", "whose", "space"),
    *("foreign", "fragment", "unfit", "ask_read", "pitch_read", "waiting", "unplaced", "praise"),
    *("question", "asked"),
)


class Greetings(Struct, frozen=True, forbid_unknown_fields=True):
    """How a note begins; `{{name}}` stands for the name, `nameless` is for when none is safe."""

    warm: str
    formal: str
    nameless: str


class Join(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence for two facts that stand side by side: `{{a}}` and `{{b}}`."""

    first: str
    second: str
    text: str


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
                _once(f"wordings {kind}", template, "x")
        for join in self.joins:
            _known(f"joins {join.text!r}", (join.first, join.second), KINDS)
            _once("joins", join.text, "a")
            _once("joins", join.text, "b")
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


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """prompts/compose/words.yaml: lists in one string each; see the remarks in the file."""

    skips: str
    foreign_skips: str
    lead_patterns: tuple[str, ...]
    hesitation_patterns: tuple[str, ...]
    remark_patterns: tuple[str, ...]
    instruction_patterns: tuple[str, ...]
    shorthand: str
    skip_patterns: tuple[str, ...]
    never_patterns: tuple[str, ...]
    unmet_patterns: tuple[str, ...]
    unplaced_patterns: tuple[str, ...]
    fillers: str
    opening_fillers: str
    spoken_patterns: tuple[str, ...]
    bare_titles: str
    days: str
    short_days: str
    months: str
    abbreviations: str
    acronyms: str
    places: str
    products: str
    town_words: str
    event_heads: str
    occasion_heads: str
    bare_places: str
    media_read: str
    media_heard: str
    media_saw: str
    media_found: str
    own_verbs: str
    own_things: str
    together: str
    tie_words: str
    tie_plurals: str
    titles: str
    titles_given: str
    titles_polite: str
    titles_after: str
    titles_names: str
    titles_kin: str
    courtesies: str
    patronymics: str
    nick_words: str
    name_ends: str
    no_names: str
    he_titles: str
    she_titles: str
    name_particles: str
    name_suffixes: str
    titles_first: str
    surnames_maybe_first: str
    surnames_first: str
    double_firsts: str
    double_seconds: str
    devoted_firsts: str
    devoted_seconds: str
    titles_of_two_families: str
    joined_firsts: str
    name_openings: tuple[str, ...]
    greeting_words: str
    role_words: str
    named_roles: str
    many_words: str
    relations: str
    family: str
    owned_things: str
    sole_relations: str
    plural_nouns: str
    irregular_verbs: str
    regular_verbs: str
    noun_verbs: str
    finite: str
    frequency: str
    intensifiers: str
    adjectives: str
    determiners: str
    subjects: str
    relatives: str
    after_object: str
    electing: str
    calling: str
    perception: str
    plain_verbs: str
    liking: str
    effects: str
    felt: str
    having: str
    superlatives: str
    time_words: str
    person_words: str
    on_units: str
    in_units: str
    no_agents: str
    job_words: str
    spoken_acronyms: str
    office_words: str
    single_things: str
    in_places: str
    on_places: str
    during_places: str
    day_heads: str
    show_kinds: str
    people_words: str
    at_same: str
    foreign_words: str
    creole_patterns: tuple[str, ...]
    shared_words: str
    run_on_stops: str
    particles: str
    gap_ends: str
    subject_ends: str
    clause_prepositions: str
    quantifiers: str
    reporting: str
    after_past: str
    clause_openers: str
    number_words: str
    saying: str
    he_names: str
    she_names: str
    has_participles: str
    about_bare: str
    work_fields: str
    departments: str
    persons: str
    suggesting: str
    third_names: str
    ask_patterns: tuple[str, ...]
    pitch_patterns: tuple[str, ...]
    claim_patterns: tuple[str, ...]
    praise_patterns: tuple[str, ...]
    private_patterns: tuple[str, ...]
    personal_patterns: tuple[str, ...]
    asks_back_patterns: tuple[str, ...]


class Grammar(Struct, frozen=True):
    """Everything under prompts/compose/, and the names of towns in lower case."""

    notes: NoteGrammar
    sentences: Sentences
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
