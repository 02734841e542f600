"""Speech without stops cut into its clauses, each with its link to the one before, its subject and its verb."""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.dictation import PAUSE
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.pov import NAMED

PRONOUNS: Final = frozenset("i he she we they it there everyone everybody nobody someone somebody".split())
_CONTRACTED: Final = re.compile(r"(i|he|she|we|they|it|there|you|that|everybody|everyone)'(m|s|re|ve|d|ll)$")
_ONE_DOES: Final = re.compile(r"[a-z]{3,}[^su'\W]s$")
_LINKS: Final = frozenset("and but so then plus".split())
_SUBORDINATE: Final = frozenset("because when while if until till by_the_time although though since as after before".split())
_PREPOSED: Final = frozenset("if when while by_the_time since because as after before although though once".split())
_PREPOSITIONS: Final = frozenset("in at on by after before from during for with near to of".split())
_PARTICLES: Final = frozenset("in out up down off away back over on inside outside again already now too there here".split())
_GAP: Final = frozenset("and but so at in on with for to from about of because when which that who".split())
_STOPPERS: Final = frozenset(
    "that than like as whatever whoever wherever how why what where whether who whom whose which not the a an my our your his her their to of in at on for with".split()
)
_REPORTING: Final = frozenset("how why that because where if when what".split())
BY_THEN: Final = "by_the_time"
_AFTER_PAST: Final = frozenset("me us him her them it the a an my our when because right up down out in on at and".split())
_OTHERS: Final = frozenset("other others most people half".split())
_SHIFTS: Final = frozenset("now afterwards later today".split())
_NO_RUN_ON: Final = frozenset("time day moment year way reason thing place one part kid person".split())
MAX_SUBJECT: Final = 7
MAX_OPENING: Final = 8
SHORTEST_PAST: Final = 5


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
        self._lexicon = lexicon

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
        first = body + self._opening(body)
        end = self._subject(first)
        if end is None:
            return body + 1
        verb = self._verb(end, tuple(self._words[first:end]))
        return max(end, (verb or 0) + 1)

    def _clause(self, start: int, body: int, end: int) -> Clause:
        links = self._words[start:body]
        opening = self._opening(body)
        found = self._subject(body + opening)
        words = tuple(self._raw[body:end])
        lower = bool(links) and (links[-1] in _SUBORDINATE or links[-1] == "which")
        link = " ".join(links)
        if links[-1:] == ["which"]:
            return Clause(link, words, (), 0, lower=True)
        if found is None:
            return Clause(link, words, (), -1, lower)
        subject = tuple(self._words[body + opening : found])
        verb = self._verb(found, subject)
        if self._words[found : found + 1] == ["who"] and verb is not None:
            words = (*self._raw[body:found], *self._raw[verb:end])  # what is said beside the name
            verb = found
        return Clause(link, words, subject, -1 if verb is None else verb - body, lower)

    def _begins(self, place: int) -> int | None:
        """Where the body of a clause begins that begins here with its links; None when none does."""
        body = self._link_end(place)
        if body > place:
            if self._words[body - 1] == "which":
                return body if body < len(self._words) and self._is_finite(body, ("it",)) else None
            return body if self._is_clause(body + self._opening(body)) else None
        if self._words[place] in _SHIFTS and (*self._words, "")[place + 1] in PRONOUNS and self._is_clause(place + 1):
            return place
        return place if self._runs_on(place) else None

    def _link_end(self, place: int) -> int:
        while place < len(self._words) and self._is_link(place):
            place += 1
        return place - (self._words[place - 1 : place + 1] == ["because", "of"])

    def _is_link(self, place: int) -> bool:
        word = self._words[place]
        if word in _PREPOSITIONS:  # `after he died`; not `after this`
            return word in _SUBORDINATE and self._is_clause(place + 1)
        return word in _LINKS or word in _SUBORDINATE or word == "which"

    def _opening(self, place: int) -> int:
        """How many words of time or place stand before the subject: `in the winter I asked`."""
        if place < len(self._words) and self._lexicon.has("clause_openers", self._words[place]):
            return 1 if self._is_clause(place + 1) else 0
        if place >= len(self._words) or self._words[place] not in _PREPOSITIONS | {"every", "this", "last"}:
            return 0
        for size in range(2, MAX_OPENING):
            at = place + size
            if at >= len(self._words) or self._words[at] in {"which", "that", "who"}:
                return 0
            word = self._words[at]
            if word in _LINKS and not self._lexicon.has("number_words", self._words[at - 1]):
                return 0
            if (word in PRONOUNS or word == NAMED or _CONTRACTED.match(word)) and self._is_clause(at):
                return size
        return 0

    def _is_clause(self, place: int) -> bool:
        found = self._subject(place)
        if found is None:
            return False
        return self._verb(found, tuple(self._words[place:found])) is not None

    def _subject(self, place: int) -> int | None:
        """Where the subject that begins here ends; None when there is none. A contraction has its verb."""
        words = self._words
        if place >= len(words):
            return None
        if words[place] in PRONOUNS or words[place] == "you" or words[place] == NAMED:
            return place + 1 + (words[place + 1 : place + 2] == ["else"])
        if _CONTRACTED.match(words[place]):
            return place + 1
        determined = self._lexicon.has("determiners", words[place]) or words[place].endswith("'s")
        determined = determined or self._lexicon.has("number_words", words[place]) or words[place] in _OTHERS
        if not determined and not self._may_be_name(words[place]):
            return None
        most = MAX_SUBJECT if determined else 2 + self._lexicon.has("number_words", (*words, "")[place + 1])
        for at in range(place + 1, min(place + most, len(words))):
            if self._lexicon.has("determiners", words[at - 1]) and at > place + 1:
                continue
            if self._is_verb_of_thing(at, words[place:at]):
                return at
            if words[at] in {"he", "she", "it", "they"} and at > place + determined and self._is_finite(at + 1, (words[at],)):
                return at + 1
            if words[at] in PRONOUNS or words[at] in _LINKS or words[at] in _STOPPERS - _PREPOSITIONS - {"the"}:
                return None
        return None

    def _may_be_name(self, word: str) -> bool:
        """Whether a word without an article can be somebody: `dad`, `greg`."""
        groups = ("after_object", "frequency", "adjectives", "finite", "intensifiers", "clause_openers")
        known = any(self._lexicon.has(group, word) for group in groups)
        return word.isalpha() and not known and not self._is_finite_word(word)

    def _verb(self, end: int, subject: tuple[str, ...]) -> int | None:
        if subject and _CONTRACTED.match(subject[-1]):
            return end - 1
        place = end
        while place < len(self._words) and (
            self._lexicon.has("frequency", self._words[place]) or self._words[place] in {"both", "all", "once"}
        ):
            place += 1
        if self._is_finite(place, subject):
            return place
        if subject[-1:] == (NAMED,) and self._words[place : place + 1] == ["who"]:
            return self._after_relative(place + 1)
        return None

    def _after_relative(self, place: int) -> int | None:
        """The verb of `Ana who is in another office found it`: one without a subject of its own."""
        for at in range(place + 2, min(place + 14, len(self._words))):
            before, word = self._words[at - 1], self._words[at]
            own = before in PRONOUNS or before in {"who", "that"} or self._lexicon.has("frequency", before)
            if word in self._lexicon.pasts and not own and not self._lexicon.has("finite", before):
                return at
        return None

    def _is_finite(self, place: int, subject: tuple[str, ...]) -> bool:
        if place >= len(self._words):
            return False
        word = self._words[place]
        if self._is_finite_word(word) or self._lexicon.has("saying", word):
            return True
        if subject[-1:] and subject[-1] in {"he", "she", "it", NAMED} and _ONE_DOES.match(word):
            return True
        return (word.endswith("ed") and len(word) >= SHORTEST_PAST) or _is_cut(word)

    def _is_finite_word(self, word: str) -> bool:
        verbs = word in self._lexicon.pasts or word in self._lexicon.thirds or word in self._lexicon.bases
        return verbs or self._lexicon.has("finite", word)

    def _is_verb_of_thing(self, place: int, subject: list[str]) -> bool:
        """After a noun fewer words are verbs for sure: `the desk had gone`, `other people answered me`."""
        word = self._words[place]
        following = self._words[place + 1] if place + 1 < len(self._words) else ""
        if self._lexicon.has("finite", word) or _is_cut(word):
            return True
        if word in self._lexicon.pasts:
            return following not in {"of", "by", "for"} or word in {"went", "came", "broke", "was"}
        if word in self._lexicon.thirds:
            return not self._lexicon.has("noun_verbs", word)
        if word.endswith("ed") and len(subject) > 1 and (not following or following in _AFTER_PAST):
            return True
        many = subject[-1].endswith("s") or self._lexicon.has("plural_nouns", subject[-1])
        return many and word in self._lexicon.bases and not self._lexicon.has("noun_verbs", word)

    def _runs_on(self, place: int) -> bool:
        """Whether a new clause begins without any link: `on the ferry it was raining`."""
        word, before = self._words[place], self._words[place - 1]
        subject = word in PRONOUNS or word == NAMED or bool(_CONTRACTED.match(word))
        kin = word == "my" and (*self._words, "")[place + 1] in self._lexicon.relations
        if not (subject or kin) or not self._is_clause(place):
            return False
        if self._paused[place - 1]:
            return True
        if self._reports(place):
            return False
        if before in _STOPPERS - _PARTICLES or before in _LINKS or before in _NO_RUN_ON or before in PRONOUNS:
            return False
        told = before in {"me", "us", "him", "her", "them", NAMED} and self._lexicon.has("saying", self._words[place - 2])
        if told or self._lexicon.has("saying", before) or self._lexicon.has("frequency", before):
            return False
        if kin or before in _PARTICLES or before in {"me", "us", "it", "him", "them", "myself"}:
            return True
        return not self._has_gap(place)

    def _reports(self, place: int) -> bool:
        """`about how in her bakery they give`: words of place between `how` and its subject."""
        for back in range(place - 1, max(0, place - MAX_SUBJECT), -1):
            if self._words[back] in _REPORTING:
                return self._words[back + 1] in _PREPOSITIONS
        return False

    def _has_gap(self, place: int) -> bool:
        """`a story he tells about bees`: the verb misses its object, so the words belong to the noun."""
        word = self._words[place]
        if word in {"it", "there", NAMED} or _CONTRACTED.match(word):
            return False
        verb = self._verb(place + 1, (word,)) or place + 1
        if verb > place + 1:
            return False
        following = self._words[verb + 1] if verb + 1 < len(self._words) else "and"
        if following == "that" and self._lexicon.has("saying", self._words[verb]):
            return False
        return following in _GAP and self._words[verb] not in {"was", "were", "is", "am", "are"}


def _is_cut(word: str) -> bool:
    """`everybody'd`, `coach's`: no; `isnae` and `didnae` are negatives."""
    return word.endswith("nae") and len(word) >= SHORTEST_PAST


def _preposed(clauses: list[Clause]) -> list[Clause]:
    """`if dad was awake` made one with the clause that it opens."""
    found: list[Clause] = []
    for clause in clauses:
        last = found[-1] if found else None
        links = last.link.split() if last else []
        opens = last is not None and last.lower and links[-1] in _PREPOSED and (len(links) > 1 or len(found) == 1)
        if last is not None and opens and not clause.link and clause.verb >= 0 and not clause.lower:
            words = (links[-1], *last.words[:-1], last.words[-1].rstrip(",") + ",", *clause.words)
            verb = clause.verb + len(last.words) + 1
            found[-1] = Clause(" ".join(links[:-1]), words, clause.subject, verb)
        else:
            found.append(clause)
    return found
