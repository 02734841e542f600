"""Speech without stops cut into its clauses, each with its link to the one before it, and its subject."""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.dictated.pause import PAUSE
from bot.coach.compose.dictated.subjects import CONTRACTED, LINKS, MAX_SUBJECT, PRONOUNS, Finder
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pov import NAMED

_SUBORDINATE: Final = frozenset(
    {
        *("because", "when", "while", "if", "until", "till", "although", "though"),
        *("since", "as", "after", "before", "by_the_time"),
    }
)
_STANDS_BEFORE: Final = _SUBORDINATE - {"until", "till"}
_SHIFTS: Final = frozenset({"now", "afterwards", "later", "today"})
_OBJECTS: Final = frozenset({"me", "us", "it", "him", "her", "them", "myself"})
_BE: Final = frozenset({"was", "were", "is", "am", "are"})
_EVERYBODY: Final = frozenset({"everyone", "everybody", "people", "nobody"})
_GIVEN: Final = frozenset(
    {"made", "let", "showed", "brought", "bought", "sent", "cooked", "asked", "helped", "gives"}
)
BY_THEN: Final = "by_the_time"
MAX_LINKS: Final = 4


class Clause(Struct, frozen=True):
    """Words of speech that belong to one subject.

    `link` is how it hangs on the clause before it. `subject` has the subject's words, `verb` is the place
    of the finite verb. `lower` says that it cannot stand alone: `because the bakery is loud`.
    """

    link: str
    words: tuple[str, ...]
    subject: tuple[str, ...] = ()
    verb: int = 0
    lower: bool = False

    @property
    def text(self) -> str:
        """The words without the link."""
        return " ".join(self.words).replace("_", " ")


def plain(word: str) -> str:
    """A word as it is looked up."""
    return word.strip(",;:").lower()


class Cutter:
    """Cuts one stretch of speech."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        said = re.sub(r"\bby the time\b", BY_THEN, text, flags=re.IGNORECASE).split()
        self._paused = [word.endswith((PAUSE, ",", ";", ":")) for word in said]
        self._raw = [word.replace(PAUSE, "") for word in said]
        self._words = [word.strip(",") if NAMED in word else plain(word) for word in self._raw]
        self._lexicon, self._finder = lexicon, Finder(self._words, lexicon)

    def cut(self) -> list[Clause]:
        """The clauses in their order; nothing is lost but links."""
        starts = [(0, self._link_end(0))]
        place = self._past_verb(starts[0][1])
        while place < len(self._words):
            if (body := self._begins(place)) is not None:
                starts.append((place, body))
                place = self._past_verb(body)
            else:
                place += 1
        ends = [start for start, _ in starts[1:]] + [len(self._words)]
        found = [self._clause(start, body, end) for (start, body), end in zip(starts, ends, strict=True)]
        return _preposed(found)

    def _past_verb(self, body: int) -> int:
        """Where to look for the next clause: none begins before the verb of this one."""
        first = body + self._finder.opening(body)
        end = self._finder.subject(first)
        if end is None:
            return body + 1
        verb = self._finder.verb(end, tuple(self._words[first:end]))
        return max(end, (verb or 0) + 1)

    def _clause(self, start: int, body: int, end: int) -> Clause:
        links = self._words[start:body]
        opening = self._finder.opening(body)
        found = self._finder.subject(body + opening)
        words = tuple(self._raw[body:end])
        lower = bool(links) and (links[-1] in _SUBORDINATE or links[-1] == "which")
        link = " ".join(links)
        if links[-1:] == ["which"]:
            return Clause(link, words, (), 0, lower=True)
        if found is None:
            return Clause(link, words, (), -1, lower)
        subject = tuple(self._words[body + opening : found])
        verb = self._finder.verb(found, subject)
        if self._words[found : found + 1] == ["who"] and verb is not None:
            words = (*self._raw[body:found], *self._raw[verb:end])  # what is said beside the name
            verb = found
        return Clause(link, words, subject, -1 if verb is None else verb - body, lower)

    def _begins(self, place: int) -> int | None:
        """Where the body of a clause begins that begins here with its links; None when none does."""
        body = self._link_end(place)
        if body > place and self._words[body - 1] == "which":
            return body if self._finder.is_finite(body, ("it",)) else None
        if body > place:
            return body if self._finder.is_clause(body + self._finder.opening(body)) else None
        shifts = self._words[place] in _SHIFTS and self._finder.word(place + 1) in PRONOUNS
        begins = (shifts and self._finder.is_clause(place + 1)) or self._runs_on(place)
        return place if begins else None

    def _link_end(self, start: int) -> int:
        place = start
        while place < min(len(self._words), start + MAX_LINKS) and self._is_link(place):
            place += 1
        return place - (self._words[place - 1 : place + 1] == ["because", "of"])

    def _is_link(self, place: int) -> bool:
        word = self._words[place]
        if self._lexicon.has("clause_prepositions", word):  # `after he died`; not `after this`
            return word in _SUBORDINATE and self._finder.is_clause(place + 1)
        return word in LINKS or word in _SUBORDINATE or word == "which"

    def _runs_on(self, place: int) -> bool:
        """Whether a new clause begins without any link: `on the ferry it was raining`."""
        before = self._words[place - 1]
        kin = self._words[place] == "my" and self._finder.word(place + 1) in self._lexicon.relations
        if not (kin or self._finder.is_sure(place)) or not self._finder.is_clause(place):
            return False
        if self._paused[place - 1]:
            return True
        if self._words[place] in _EVERYBODY and (self._lexicon.has("giving", before) or before in _GIVEN):
            return False  # `gave everyone free cups`
        if self._reports(place) or before in LINKS or before in PRONOUNS or self._is_said(place):
            return False
        if any(self._lexicon.has(group, before) for group in ("run_on_stops", "frequency")):
            return False
        return kin or self._lexicon.has("particles", before) or before in _OBJECTS or not self._has_gap(place)

    def _is_said(self, place: int) -> bool:
        """Whether the clause is what somebody says or thinks: `I swear he has`, `he told me he had`."""
        before, first = self._words[place - 1], self._words[max(0, place - 2)]
        told = before in {*_OBJECTS, NAMED} and self._lexicon.has("saying", first)
        return told or self._lexicon.has("saying", before)

    def _reports(self, place: int) -> bool:
        """`about how in her bakery they give`: words of place between `how` and its subject."""
        for back in range(place - 1, max(0, place - MAX_SUBJECT), -1):
            if self._lexicon.has("reporting", self._words[back]):
                return self._lexicon.has("clause_prepositions", self._words[back + 1])
        return False

    def _has_gap(self, place: int) -> bool:
        """`a story he tells about bees`: the verb misses its object, so the words belong to the noun."""
        word = self._words[place]
        if word in {"it", "there", NAMED} or CONTRACTED.match(word):
            return False
        verb = self._finder.verb(place + 1, (word,)) or place + 1
        following = self._finder.word(verb + 1)
        thought = following == "that" and self._lexicon.has("saying", self._finder.word(verb))
        if self._finder.word(verb) in _BE:  # `the app he is building for drivers`
            after = self._finder.word(verb + 2)
            return following.endswith("ing") and self._lexicon.has("clause_prepositions", after)
        if verb > place + 1 or thought:
            return False
        return not following or self._lexicon.has("gap_ends", following)


def _preposed(clauses: list[Clause]) -> list[Clause]:
    """`if dad was awake` made one with the clause that it opens."""
    found: list[Clause] = []
    for clause in clauses:
        if found and _opens(found[-1], first=len(found) == 1) and _is_main(clause):
            last = found.pop()
            *links, opener = last.link.split()
            words = (opener, *last.words[:-1], last.words[-1].rstrip(",") + ",", *clause.words)
            clause = Clause(" ".join(links), words, clause.subject, clause.verb + len(last.words) + 1)  # noqa: PLW2901
        found.append(clause)
    return found


def _opens(clause: Clause, *, first: bool) -> bool:
    """Whether a clause stands before the one that it belongs to."""
    links = clause.link.split()
    return clause.lower and links[-1] in _STANDS_BEFORE and (len(links) > 1 or first)


def _is_main(clause: Clause) -> bool:
    return not clause.link and clause.verb >= 0 and not clause.lower
