"""Two people with one pronoun, told apart by grammar: what `her` can mean in `she made her laugh`.

Whoever does something to themselves is `herself`: a plain object of the recipient's doing is the other one,
and the object of the other one's doing is the recipient. `His own` belongs to the doer. All else may be
either.
"""

import re
from typing import Final

from msgspec import Struct

from bot.coach.compose.language.verbs import is_verb
from bot.coach.compose.lexicon import Lexicon
from bot.coach.compose.viewpoint.pov import Turner
from bot.coach.compose.viewpoint.pronouns import FORMS

OTHER: Final = "Other"  # before the pronoun of a third person, until the recipient's have been turned
_TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[,;]")
_BEFORE_PERSON: Final = frozenset({"my", "our", "a", "an", "the"})
_LINKS: Final = frozenset({"and", "but", "then", "so", "or", ","})
_OPENERS: Final = frozenset(
    "when while until till because if who that which where after before since as although though once how"  # noqa: SIM905
    " unless whenever".split()
)
_ASKING: Final = frozenset(
    {"asked", "asks", "answered", "respected", "remembered", "visited", "cleaned", "washed"}
)
_COMING: Final = frozenset(
    {"came", "comes", "went", "goes", "drove", "walked", "rushed", "cycled", "ran", "moved"}
)
_BEFORE_OWNER: Final = frozenset({"for", "with", "in", "on", "at", "from", "about", "by"})
_GIVING: Final = frozenset(
    "told tells tell taught teaches showed shows gave gives brought brings sent sends read reads"  # noqa: SIM905
    " cooked bought lent promised asked wrote".split()
)
SHORTEST: Final = 4  # words of a head that can stand alone


class Sorted(Struct, frozen=True):
    """The words with the other one's pronouns marked, and the rest, where nobody can tell."""

    text: str
    rest: str = ""
    first: str = ""  # the first of the pronouns that are marked
    owns: bool = False  # whether that one is an owner: `her house`


class _Walk:
    """Who does what, clause by clause: the recipient, the other one, or somebody else."""

    def __init__(self, words: list[str], turned: list[str], pronoun: str, lexicon: Lexicon) -> None:
        self._words, self._turned, self._lexicon = words, turned, lexicon
        self._forms = FORMS[pronoun]
        self._pronoun = pronoun
        self._doer = "recipient" if self._is_doing(0) else ""
        self._known = False  # whether there is another one at all
        self._near = False  # whether another one is meant in these words
        self._loose = False  # in a clause whose subject may be either

    def sort(self, *, met_before: bool) -> tuple[dict[int, bool], int | None]:
        """The other one's pronouns, with whether they own something, and the first that may be either's."""
        marked: dict[int, bool] = {}
        self._known = met_before
        for place, word in enumerate(self._words):
            if self._is_other(place):
                self._known = self._near = True
                if self._is_subject(place):
                    self._doer = "other"
                continue
            if self._near and self._opens(place):
                self._loose = True
            elif word in {"i", "we", "they", "it", "everybody", "everyone", "nobody", "people", "you"}:
                self._doer, self._loose = "else", False
            if not (role := self._forms.get(word.partition("'")[0], "")):
                continue
            whose = self._whose(place, role)
            if not whose:
                return marked, place
            if whose == "other":
                self._near = True
                marked[place] = role in {"pos", "obj/pos"} and not self._is_object(place, role)
        return marked, None

    def _whose(self, place: int, role: str) -> str:
        if role == "sub":
            return self._subject(place)
        following = self._words[place + 1] if place + 1 < len(self._words) else ""
        if role == "self" or (following == "own" and role != "obj"):
            return self._doer if self._doer != "else" and not self._loose else ""
        if self._is_object(place, role):
            return self._object()
        if self._is_others(place):
            return "other"
        return "" if self._near else "recipient"

    def _opens(self, place: int) -> bool:
        """`because he` opens a clause, `because of him` and `after him` do not."""
        following = "".join(self._words[place + 1 : place + 2])
        return self._words[place] in _OPENERS and following not in {"of", "him", "her", *_BEFORE_PERSON}

    def _object(self) -> str:
        if not self._known:
            return "" if self._doer == "recipient" else "recipient"
        if self._loose or self._doer not in {"recipient", "other"}:
            return "" if self._near else "recipient"
        return "other" if self._doer == "recipient" else "recipient"

    def _is_object(self, place: int, role: str) -> bool:
        """Whether it is a person in the turned words, `you`, rather than an owner, `your`."""
        before, following = (
            self._words[place - 1] if place else "",
            [*self._words[place + 1 : place + 3], "", ""],
        )
        if role != "obj/pos":
            return role == "obj"
        if self._near and before in _GIVING and any(word.endswith("s") for word in following[:2]):
            return True  # `told her stories`
        made = self._lexicon.has("perception", before) and following[0] in self._lexicon.bases
        timed = following[0] in {"every", "each", "all", "twice", "once"}
        return made or timed or not self._turned[place].startswith("your")

    def _is_others(self, place: int) -> bool:
        """`asked her opinion`, `came to her house`: nobody asks their own, and nobody comes to it."""
        before, earlier = [*reversed(self._words[max(0, place - 2) : place]), "", ""][:2]
        came = earlier in _COMING and before in {"to", "by", "round", "past"}
        return self._known and self._doer == "recipient" and not self._loose and (before in _ASKING or came)

    def _subject(self, place: int) -> str:
        """A subject goes on with the doer; behind `until` and the like it may be either."""
        before = self._words[place - 1] if place else ""
        if not self._near or (self._doer == "recipient" and before in _LINKS and not self._loose):
            self._doer, self._loose = "recipient", False
            return "recipient"
        return ""

    def _is_other(self, place: int) -> bool:
        return self._lexicon.relations.get(self._words[place].removesuffix("'s")) == self._pronoun

    def _is_subject(self, place: int) -> bool:
        """Whether the other one opens a clause and does something in it: `my son lost`, not `gave my son`."""
        start = place
        while start and (
            self._words[start - 1] in _BEFORE_PERSON
            or self._lexicon.has("adjectives", self._words[start - 1])
        ):
            start -= 1
        opens = start == 0 or self._words[start - 1] in _LINKS | _OPENERS
        return opens and not self._words[place].endswith("'s") and self._is_doing(place + 1)

    def _is_doing(self, place: int) -> bool:
        words = [word for word in self._words[place : place + 3] if not self._lexicon.has("frequency", word)]
        first = words[0] if words else ""
        return (
            is_verb(first, self._lexicon)
            or self._lexicon.has("finite", first)
            or first.endswith(("ed", "es"))
        )


def sorted_out(
    text: str, pronoun: str | None, lexicon: Lexicon, *, met_before: bool = False
) -> Sorted | None:
    """Tell the recipient and another one of the same pronoun apart; None where grammar cannot, or need not.

    `met_before` says that somebody else of that pronoun was told of in an earlier answer.
    """
    if pronoun not in {"he", "she"} or '"' in text:
        return None
    found = list(_TOKEN.finditer(text))
    words = [match[0].lower() for match in found]
    others = {
        word.removesuffix("'s") for word in words if lexicon.relations.get(word.removesuffix("'s")) == pronoun
    }
    forms = [word for word in words if word.partition("'")[0] in FORMS[pronoun]]
    if not forms or len(others) > 1 or not (others or met_before):
        return None
    turned = [match[0].lower() for match in _TOKEN.finditer(Turner(lexicon, pronoun).turn(text))]
    if len(turned) != len(words):
        return None
    marked, doubtful = _Walk(words, turned, pronoun, lexicon).sort(met_before=met_before)
    if not marked and not others:
        return None  # nobody but the recipient after all
    if doubtful is not None and not any(
        place not in marked and words[place].partition("'")[0] in FORMS[pronoun] for place in range(doubtful)
    ):
        return None  # what is left would not be about the recipient
    return _head(text, found, words, doubtful, marked)


def _head(
    text: str, found: list[re.Match[str]], words: list[str], doubtful: int | None, marked: dict[int, bool]
) -> Sorted | None:
    """The text up to the clause in which something may be either."""
    cut = len(found)
    if doubtful is not None:
        ends = [place for place in range(doubtful + 1) if words[place] in _OPENERS | _LINKS]
        if words[doubtful - 1] in _BEFORE_OWNER:
            ends.append(doubtful - 1)  # `did not charge my uncle for his time`
        if not ends:
            return None
        cut = ends[-1]
        while cut and words[cut - 1] in _LINKS:
            cut -= 1
        if cut < SHORTEST:
            return None
    end = found[cut].start() if cut < len(found) else len(text)
    kept, rest = text[:end].rstrip(" ,;"), text[end:]
    places = sorted((place for place in marked if place < cut), reverse=True)
    for place in places:
        start = found[place].start()
        kept = f"{kept[:start]}{OTHER}{kept[start:]}"
    first = places[-1] if places else 0
    owns = bool(places) and marked[first]
    return Sorted(kept, rest, found[first][0] if places else "", owns=owns)
